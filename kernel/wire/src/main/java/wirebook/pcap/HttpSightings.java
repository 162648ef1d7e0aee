package wirebook.pcap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wirebook.bytes.Malformed;
import wirebook.ip.IcmpMessage;
import wirebook.ip.IpPacket;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.TcpSegment;

/**
 * The HTTP messages that somebody sees who goes through a capture once, frame by frame, as Wireshark does unless told
 * otherwise: a message counts at the frame that completes it. A frame that looks like a retransmission or out of order is
 * not looked into, so that a message which such a frame completes goes uncounted; and the packet that an ICMP error quotes
 * counts again. {@link Flow#stream()} has the whole truth.
 */
final class HttpSightings {
    private record Seen(SeenSegment segment, HttpWatch watch) {}

    private HttpSightings() {}

    static List<List<String>> of(Capture capture, List<Connection> connections) {
        Map<Integer, Seen> byFrame = new HashMap<>();
        for (Connection connection : connections) {
            HttpWatch watch = new HttpWatch(connection);
            connection.segments().forEach(segment -> byFrame.put(segment.frame(), new Seen(segment, watch)));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < capture.frames().size(); i++) {
            Sighting sighting = new Sighting();
            Seen seen = byFrame.get(i + 1);
            if (seen == null) {
                quoted(capture.frames().get(i), sighting);
            } else {
                seen.watch().see(seen.segment(), sighting);
            }
            if (!sighting.isEmpty()) {
                rows.add(sighting.row());
            }
        }
        return List.copyOf(rows);
    }

    private static void quoted(Frame frame, Sighting sighting) {
        try {
            if (frame.layer() instanceof IpPacket packet && packet.payload() instanceof IcmpMessage message) {
                message.quoted(PacketDecoder::payload).ifPresent(quote -> quoted(quote, sighting));
            }
        } catch (Malformed unread) {
            return; // what cannot be read shows no HTTP
        }
    }

    private static void quoted(IpPacket packet, Sighting sighting) {
        if (packet.payload() instanceof TcpSegment segment) {
            HttpHead.Found found = HttpHead.findCut(segment.data());
            if (found.isHttp()) {
                sighting.add(found.name(), found.target());
            }
        }
    }
}

package wirebook.pcap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wirebook.bytes.Malformed;
import wirebook.field.Layer;
import wirebook.ip.IpPacket;
import wirebook.ip.Reassembly;
import wirebook.tcp.ControlBit;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.TcpSegment;

/** Sorts the segments of a capture by the connections that they belong to. */
final class Follower {
    /** The four values that keep connections apart, as one end sees them. */
    private record Pair(Endpoint here, Endpoint there) {
        Pair seenFromThere() {
            return new Pair(/* here= */ there, /* there= */ here);
        }
    }

    /** A connection that may still grow. */
    private static final class Open {
        private final List<SeenSegment> segments = new ArrayList<>();
        private final Set<Long> syns = new HashSet<>();
        private boolean ended;

        /** Whether this opens another connection on the same four values: a SYN with another number, after an end. */
        boolean isFollowedBy(SeenSegment seen) {
            boolean opens = seen.has(ControlBit.SYN) && !seen.has(ControlBit.ACK);
            return opens && ended && !syns.contains(seen.segment().seq());
        }

        void add(SeenSegment seen) {
            segments.add(seen);
            ended |= seen.has(ControlBit.FIN) || seen.has(ControlBit.RST);
            if (seen.has(ControlBit.SYN)) {
                syns.add(seen.segment().seq());
            }
        }
    }

    private final Map<Pair, Open> open = new HashMap<>();
    private final List<Open> all = new ArrayList<>();
    private final Reassembly reassembly = new Reassembly(PacketDecoder::payload);

    static List<Connection> follow(Capture capture) {
        Follower follower = new Follower();
        List<Frame> frames = capture.frames();
        for (int i = 0; i < frames.size(); i++) {
            follower.frame(i + 1, frames.get(i));
        }
        return follower.all.stream().map(open -> connection(open.segments)).toList();
    }

    private void frame(int number, Frame frame) {
        try {
            Layer layer = frame.layer();
            if (layer instanceof IpPacket packet) {
                reassembly.receive(packet, frame.time()).ifPresent(whole -> packet(number, frame, whole));
                reassembly.tick(frame.time());
            }
        } catch (Malformed unread) {
            return; // a frame that cannot be read belongs to no connection
        }
    }

    private void packet(int number, Frame frame, IpPacket packet) {
        if (packet.payload() instanceof TcpSegment segment) {
            int missing = Math.max(0, packet.announcedLength() - packet.length());
            add(number, frame, packet, segment.data().length() + missing);
        } else if (frame.isCut()) {
            CutSegment.of(packet).ifPresent(cut -> add(number, frame, cut.in(packet), cut.length(packet)));
        }
    }

    private void add(int number, Frame frame, IpPacket packet, int length) {
        if (packet.payload() instanceof TcpSegment segment) {
            Endpoint source = new Endpoint(packet.source(), segment.sourcePort());
            Endpoint destination = new Endpoint(packet.destination(), segment.destinationPort());
            add(new SeenSegment(number, frame.time(), source, destination, packet, segment, length));
        }
    }

    private void add(SeenSegment seen) {
        Pair pair = new Pair(seen.source(), seen.destination());
        Open connection = open.get(pair);
        if (connection == null || connection.isFollowedBy(seen)) {
            connection = new Open();
            open.put(pair, connection);
            open.put(pair.seenFromThere(), connection);
            all.add(connection);
        }
        connection.add(seen);
    }

    private static Connection connection(List<SeenSegment> segments) {
        SeenSegment opening = segments.stream()
                .filter(segment -> segment.has(ControlBit.SYN))
                .findFirst()
                .orElse(segments.getFirst());
        boolean answer = opening.has(ControlBit.SYN) && opening.has(ControlBit.ACK);
        return answer
                ? new Connection(opening.destination(), opening.source(), segments)
                : new Connection(opening.source(), opening.destination(), segments);
    }
}

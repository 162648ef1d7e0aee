package wirebook.pcap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ethernet.ArpMessage;
import wirebook.field.Layer;
import wirebook.field.Shown;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Packet;
import wirebook.ip.Ipv6Packet;
import wirebook.ip.Protocols;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpOption;

/**
 * What a capture holds, in numbers.
 *
 * @param frames how many frames
 * @param bytesOnWire their lengths on the link together, in octets
 * @param arp how many ARP messages
 * @param icmp type and code of each ICMP message, of either version
 * @param udp how many UDP datagrams
 * @param ipv4Fragments how many pieces of IPv4 packets
 * @param connections the TCP connections
 * @param http the HTTP messages: method and target of a request, status code of a response; see {@link HttpSightings}
 */
public record Facts(
        int frames,
        long bytesOnWire,
        int arp,
        List<List<Integer>> icmp,
        int udp,
        int ipv4Fragments,
        List<Connection> connections,
        List<List<String>> http)
        implements Shown {

    static Facts of(Capture capture) {
        Count count = new Count();
        capture.frames().forEach(count::frame);
        List<Connection> connections = capture.connections();
        return new Facts(
                capture.frames().size(),
                count.octets,
                count.arp,
                List.copyOf(count.icmp),
                count.udp,
                count.fragments,
                connections,
                HttpSightings.of(capture, connections));
    }

    /** Counts what is no TCP. A message in fragments counts where its first fragment is. */
    private static final class Count {
        private final List<List<Integer>> icmp = new ArrayList<>();
        private long octets;
        private int arp;
        private int udp;
        private int fragments;

        void frame(Frame frame) {
            octets += frame.originalLength();
            try {
                layer(frame.layer());
            } catch (Malformed unread) {
                return; // counted as a frame, and as nothing else
            }
        }

        private void layer(Layer layer) {
            switch (layer) {
                case ArpMessage _ -> arp++;
                case Ipv4Packet packet -> {
                    fragments += packet.isFragment() ? 1 : 0;
                    payload(packet, packet.fragmentOffset());
                }
                case Ipv6Packet packet ->
                    payload(
                            packet,
                            packet.fragmentHeader()
                                    .map(fragment -> fragment.offset())
                                    .orElse(0));
                default -> {}
            }
        }

        private void payload(IpPacket packet, int offset) {
            if (offset > 0) {
                return;
            }
            int protocol = packet.payload().protocol();
            udp += protocol == Protocols.UDP ? 1 : 0;
            if (protocol == Protocols.ICMP || protocol == Protocols.ICMPV6) {
                Octets octets =
                        packet.bytes().from(packet.length() - packet.payload().length());
                if (octets.length() >= 2) {
                    icmp.add(List.of(octets.at(0), octets.at(1)));
                }
            }
        }
    }

    /** The numbers as JSON. */
    public String json() {
        return Json.of(values());
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("frames", frames);
        values.put("bytes_on_wire", bytesOnWire);
        values.put("arp", arp);
        values.put("icmp", icmp);
        values.put("udp", udp);
        values.put("ipv4_fragments", ipv4Fragments);
        values.put("connections", connections.stream().map(Facts::values).toList());
        values.put("http", http);
        return values;
    }

    private static Map<String, Object> values(Connection connection) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("client", connection.client().toString());
        values.put("server", connection.server().toString());
        values.put("duration_ms", new Json.Decimal(Milliseconds.of(connection.duration())));
        values.put("to_server", values(connection.toServer()));
        values.put("to_client", values(connection.toClient()));
        return values;
    }

    /** What never happened is left out, except for control bits and repetitions. */
    private static Map<String, Object> values(Flow flow) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("segments", flow.segments().size());
        values.put("syn", flow.count(ControlBit.SYN));
        values.put("fin", flow.count(ControlBit.FIN));
        values.put("rst", flow.count(ControlBit.RST));
        values.put("ece", flow.count(ControlBit.ECE));
        values.put("cwr", flow.count(ControlBit.CWR));
        flow.initialSequenceNumber().ifPresent(isn -> offer(values, isn, flow));
        some(
                values,
                "pure_acks",
                flow.segments().stream().filter(SeenSegment::isPureAck).count());
        some(
                values,
                "data_segments",
                flow.segments().stream().filter(seen -> seen.length() > 0).count());
        some(
                values,
                "max_data",
                flow.segments().stream().mapToInt(SeenSegment::length).max().orElse(0));
        List<Integer> blocks = flow.segments().stream()
                .flatMap(seen -> seen.option(TcpOption.Sack.class).stream())
                .map(sack -> sack.blocks().size())
                .toList();
        some(values, "acks_with_sack", blocks.size());
        some(
                values,
                "max_sack_blocks",
                blocks.stream().mapToInt(count -> count).max().orElse(0));
        some(
                values,
                "zero_window",
                flow.segments().stream().filter(Facts::closesWindow).count());
        values.put("stream_bytes", flow.stream().length());
        repetitions(values, flow);
        return values;
    }

    private static void offer(Map<String, Object> values, long isn, Flow flow) {
        values.put("isn", isn);
        values.put("mss", flow.offered(TcpOption.MaximumSegmentSize.class).map(TcpOption.MaximumSegmentSize::mss));
        values.put("wscale", flow.offered(TcpOption.WindowScale.class).map(TcpOption.WindowScale::shift));
        values.put("sack_permitted", flow.offered(TcpOption.SackPermitted.class).isPresent());
        values.put("timestamps", flow.offered(TcpOption.Timestamps.class).isPresent());
    }

    private static boolean closesWindow(SeenSegment seen) {
        return seen.segment().win() == 0
                && !seen.has(ControlBit.RST)
                && !seen.has(ControlBit.SYN)
                && !seen.has(ControlBit.FIN);
    }

    private static void repetitions(Map<String, Object> values, Flow flow) {
        Map<String, Object> repeated = new LinkedHashMap<>();
        long count = 0;
        for (Map.Entry<String, List<SeenSegment>> entry : flow.repeated().entrySet()) {
            repeated.put(entry.getKey(), times(entry.getValue(), flow));
            count += entry.getValue().size() - 1;
        }
        values.put("repeated", repeated);
        values.put("repeated_count", count);
    }

    private static List<Json.Decimal> times(List<SeenSegment> copies, Flow flow) {
        return copies.stream()
                .map(seen -> new Json.Decimal(Milliseconds.of(seen.time().minus(flow.start()))))
                .toList();
    }

    private static void some(Map<String, Object> values, String name, long count) {
        if (count > 0) {
            values.put(name, count);
        }
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        out.append(frames).append(" frames, ").append(bytesOnWire).append(" octets on the wire, ");
        out.append(arp)
                .append(" ARP, ")
                .append(icmp.size())
                .append(" ICMP, ")
                .append(udp)
                .append(" UDP, ");
        out.append(ipv4Fragments).append(" IPv4 fragments\n");
        connections.forEach(connection -> out.append('\n').append(connection).append('\n'));
        if (!http.isEmpty()) {
            out.append("\nHTTP, by the frame that completes a message\n");
            http.forEach(row -> out.append(String.join(" ", row).strip().indent(2)));
        }
        return out.toString().stripTrailing();
    }
}

package wirebook.replay;

import java.util.HashMap;
import java.util.Map;
import wirebook.ip.IpPacket;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;

/** What stands on the arrows of a ladder: flags, and sequence numbers, relative to the initial ones unless the trace is absolute. */
public final class Caption {
    private final Map<String, Long> initial = new HashMap<>();

    private final Map<String, Integer> windows = new HashMap<>();

    /**
     * Reads the initial sequence numbers out of a trace: a SYN has it; without one, the first octet seen is number 1.
     *
     * @param end the flight up to which the trace is read
     */
    public Caption(Trace trace, int end) {
        if (trace.absolutely()) {
            return;
        }
        for (Flight flight : trace.flights().subList(0, end)) {
            if (flight.packet().payload() instanceof TcpSegment segment) {
                String key = key(flight.packet(), segment);
                if (segment.has(ControlBit.SYN)) {
                    initial.put(key, segment.seq());
                } else {
                    initial.putIfAbsent(key, SequenceNumber.plus(segment.seq(), -1));
                }
            }
        }
    }

    /** The caption of a flight; the window is said where it is another one than in the caption before. */
    public String of(Flight flight) {
        IpPacket packet = flight.packet();
        String kind = flight.kind().isEmpty() || flight.kind().equals("data") ? "" : "  · " + flight.kind();
        return packet.payload() instanceof TcpSegment segment
                ? segment(packet, segment) + kind
                : packet.payload().line(packet.pseudo()) + kind;
    }

    private String segment(IpPacket packet, TcpSegment segment) {
        long seq = relative(key(packet, segment), segment.seq());
        int length = segment.data().length();
        StringBuilder text = new StringBuilder(segment.controlBits().toString());
        if (segment.sequenceLength() > 0) {
            text.append("  seq ").append(seq);
        }
        if (length > 0) {
            text.append(" + ").append(length);
        }
        if (segment.has(ControlBit.ACK)) {
            text.append("  ack ").append(relative(reverse(packet, segment), segment.ack()));
        }
        boolean news = !Integer.valueOf(segment.win()).equals(windows.put(key(packet, segment), segment.win()));
        return news ? text.append("  win ").append(segment.win()).toString() : text.toString();
    }

    private long relative(String key, long number) {
        return SequenceNumber.plus(number, -initial.getOrDefault(key, 0L));
    }

    private static String key(IpPacket packet, TcpSegment segment) {
        return packet.source() + ":" + segment.sourcePort() + ">" + packet.destination() + ":"
                + segment.destinationPort();
    }

    private static String reverse(IpPacket packet, TcpSegment segment) {
        return packet.destination() + ":" + segment.destinationPort() + ">" + packet.source() + ":"
                + segment.sourcePort();
    }
}

package wirebook.tcp;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Carrier;
import wirebook.bytes.Octets;
import wirebook.field.Layer;
import wirebook.field.Part;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Packet;

/**
 * One direction of a connection at one moment: the header that its next segment has, and how many data octets fit in one.
 *
 * <p>{@code message.over(tcp(49152, 80).seq(1).ack(1).mss(40))} cuts a message into segments.
 *
 * @param segment the next segment, still without data
 * @param mss the most data octets that one segment carries, at least 1; 536 if nobody says otherwise (RFC 9293, 3.7.1)
 */
public record Tcp(TcpSegment segment, int mss) implements Carrier<Segments>, Layer {
    private static final int DEFAULT_MSS = 536;

    /** Checks the MSS. */
    public Tcp {
        if (mss < 1 || mss > 65_535) {
            throw new IllegalArgumentException(
                    "MSS " + mss + " is not possible: a segment carries 1 to 65535 data octets");
        }
    }

    /** Segments from one port to another: sequence number 0, no flags, MSS 536. */
    public static Tcp of(int sourcePort, int destinationPort) {
        return new Tcp(TcpSegment.of(sourcePort, destinationPort), DEFAULT_MSS);
    }

    /** The octets cut into segments of at most MSS, each starting where the one before it ended; PSH on the last. */
    @Override
    public Segments carry(Octets octets) {
        List<TcpSegment> segments = new ArrayList<>();
        for (int at = 0; at < octets.length(); at += mss) {
            int end = Math.min(at + mss, octets.length());
            TcpSegment next = segment.seq(SequenceNumber.plus(segment.sequenceNumber(), at))
                    .data(octets.slice(at, end));
            segments.add(end == octets.length() ? next.flags(next.controlBits().with(ControlBit.PSH)) : next);
        }
        return new Segments(segments.isEmpty() ? List.of(segment) : segments);
    }

    /** The one segment without data in a packet like {@code packet}. */
    public IpPacket over(IpPacket packet) {
        return packet.payload(segment);
    }

    /** The one segment without data in a packet like {@code packet}. */
    public Ipv4Packet over(Ipv4Packet packet) {
        return packet.payload(segment);
    }

    /** With another sequence number, 0 to 4,294,967,295. */
    public Tcp seq(long number) {
        return new Tcp(segment.seq(number), mss);
    }

    /** With an acknowledgment number, 0 to 4,294,967,295, and ACK set. */
    public Tcp ack(long number) {
        return new Tcp(segment.ack(number), mss);
    }

    /** With another maximum segment size in octets of data, 1 to 65,535. */
    public Tcp mss(int octets) {
        return new Tcp(segment, octets);
    }

    /** With another window in octets, 0 to 65,535. */
    public Tcp win(int octets) {
        return new Tcp(segment.win(octets), mss);
    }

    /** With exactly these control bits. */
    public Tcp flags(ControlBit... bits) {
        return new Tcp(segment.flags(bits), mss);
    }

    /** With exactly these options. */
    public Tcp options(TcpOption... options) {
        return new Tcp(segment.options(options), mss);
    }

    /** With an Urgent Pointer, 0 to 65,535, and URG set. */
    public Tcp urgent(int pointer) {
        return new Tcp(segment.urgent(pointer), mss);
    }

    /** The octets of the segment without data. */
    @Override
    public Octets bytes() {
        return segment.bytes();
    }

    @Override
    public Part layout() {
        return segment.layout();
    }

    @Override
    public String line() {
        return segment.line();
    }

    @Override
    public String toString() {
        return segment.toString();
    }
}

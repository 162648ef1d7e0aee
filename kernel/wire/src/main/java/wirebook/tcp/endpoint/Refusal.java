package wirebook.tcp.endpoint;

import java.util.Optional;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;

/** The answer to a segment that belongs to no connection: a reset, unless it is one itself (RFC 9293, 3.10.7.1). */
public final class Refusal {
    private Refusal() {}

    /** The reset for {@code segment}, from the port it was sent to; empty if it was a reset. */
    public static Optional<TcpSegment> of(TcpSegment segment) {
        if (segment.has(ControlBit.RST)) {
            return Optional.empty();
        }
        int from = segment.destinationPort();
        int to = segment.sourcePort();
        TcpSegment reset = TcpSegment.of(from, to).win(0);
        return Optional.of(
                segment.has(ControlBit.ACK)
                        ? reset.seq(segment.ack()).flags(ControlBit.RST)
                        : reset.ack(SequenceNumber.plus(segment.seq(), segment.sequenceLength()))
                                .flags(ControlBit.RST, ControlBit.ACK));
    }
}

package wirebook.replay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;

/**
 * One thing that happened.
 *
 * @param number its place in the trace, from 1
 * @param at when, since the start of the trace
 * @param kind what sort of thing
 * @param host the index of the host where it happened; −1 for the network
 * @param flight the id of the packet's flight; −1 where there is none
 * @param what what happened, on one line
 * @param cause why, in words, with the RFC's section where a rule decided; empty where it goes without saying
 * @param connection the index of the connection that it concerns; −1 for none
 * @param ends the state of the connection's two ends after it, the opener's first; empty where nothing is known
 */
public record Step(
        int number,
        Duration at,
        Kind kind,
        int host,
        int flight,
        String what,
        String cause,
        int connection,
        List<EndState> ends) {
    private static final Pattern NUMBERS = Pattern.compile(" seq \\d+(:\\d+)?( ack \\d+)?");

    /** The same with sequence numbers as they are on the wire: those of the segment that it is about, and of the ends. */
    Step absolute(Optional<TcpSegment> segment) {
        String said = segment.map(it -> NUMBERS.matcher(what).replaceFirst(numbers(it)))
                .orElse(what);
        List<EndState> states = ends.stream().map(EndState::absolute).toList();
        return new Step(number, at, kind, host, flight, said, cause, connection, states);
    }

    private static String numbers(TcpSegment segment) {
        long end = SequenceNumber.plus(segment.seq(), segment.sequenceLength());
        return " seq " + segment.seq() + (segment.sequenceLength() == 0 ? "" : ":" + end)
                + (segment.has(ControlBit.ACK) ? " ack " + segment.ack() : "");
    }

    /** The sorts of things that happen. */
    public enum Kind {
        /** The application called: OPEN, SEND, RECEIVE, CLOSE, ABORT. */
        CALL,
        /** A packet left. */
        SENT,
        /** A packet arrived. */
        ARRIVED,
        /** A packet was lost on its way. */
        LOST,
        /** A timer expired. */
        TIMER,
        /** Data reached the application. */
        DELIVERED,
        /** A state or a decision that no packet shows. */
        NOTE
    }
}

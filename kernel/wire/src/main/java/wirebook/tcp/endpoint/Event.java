package wirebook.tcp.endpoint;

import java.time.Duration;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.state.State;
import wirebook.tcp.state.Trigger;

/** One thing that an endpoint did or decided, with its cause. */
public sealed interface Event {
    /** Why it happened. */
    Cause cause();

    /**
     * A segment that must go to the other end.
     *
     * @param segment the segment, with the ports of the connection
     * @param ecn the codepoint that its packet must carry
     * @param kind what the segment is to its sender
     */
    record Sent(TcpSegment segment, EcnCodepoint ecn, SentKind kind, Cause cause) implements Event {}

    /** The state changed, along an arrow of {@link wirebook.tcp.state.StateTable}. */
    record Moved(State from, Trigger trigger, State to, Cause cause) implements Event {}

    /** Octets can be received by the user: so many in all, those included that were there before. */
    record Available(long octets, Cause cause) implements Event {}

    /** The other end has sent its FIN and everything before it has arrived: after these octets nothing follows. */
    record Ended(Cause cause) implements Event {}

    /** The other end points to urgent data that ends behind so many octets of the stream. */
    record Urgent(long end, Cause cause) implements Event {}

    /** Octets were acknowledged, and the send buffer has room for so many more. */
    record Acknowledged(long room, Cause cause) implements Event {}

    /** The connection is over, against the will of the user. */
    record Failed(Failure failure, Cause cause) implements Event {}

    /** A timer was set, or set anew, to expire at this time since the start of the run. */
    record Armed(Timer timer, Duration at, Cause cause) implements Event {}

    /** A timer was stopped before it expired. */
    record Stopped(Timer timer, Cause cause) implements Event {}

    /** A timer expired. */
    record Expired(Timer timer, Cause cause) implements Event {}

    /** A decision that no other event shows: a segment was judged, a window changed, octets are held back. */
    record Noted(Cause cause) implements Event {}
}

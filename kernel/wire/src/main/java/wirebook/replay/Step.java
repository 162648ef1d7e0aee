package wirebook.replay;

import java.time.Duration;
import java.util.List;

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

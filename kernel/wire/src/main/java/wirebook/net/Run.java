package wirebook.net;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wirebook.bytes.Octets;
import wirebook.replay.Ladder;
import wirebook.replay.Replay;
import wirebook.replay.Trace;
import wirebook.replay.Waterfall;
import wirebook.tcp.endpoint.SentKind;

/**
 * What became of a network that was let run: all that happened, and what the applications have read.
 *
 * @param trace all that happened
 * @param outcomes one for each connection, in the order of opening
 * @param waterfall the requests that were answered or given up, on one scale of time
 * @param stopped why the run was stopped before its end; empty where it was not
 */
public record Run(Trace trace, List<Outcome> outcomes, Waterfall waterfall, String stopped) {
    /** Copies the list. */
    public Run {
        outcomes = List.copyOf(outcomes);
    }

    private static final Set<String> RETRANSMISSIONS = Arrays.stream(SentKind.values())
            .filter(SentKind::retransmission)
            .map(SentKind::toString)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * How a connection came out.
     *
     * @param opener what the application of the end that opened has read
     * @param other what the application of the other end has read
     * @param openerError the error that the opener's application was told; empty for none
     * @param otherError the error that the other application was told; empty for none
     */
    public record Outcome(Octets opener, Octets other, String openerError, String otherError) {}

    /** The replay before its first step. */
    public Replay replay() {
        return Replay.of(trace);
    }

    /** The replay at step {@code number}, from 1. */
    public Replay step(int number) {
        return replay().step(number);
    }

    /** The replay at its first step. */
    public Replay next() {
        return replay().next();
    }

    /** The ladder of the whole run. */
    public Ladder ladder() {
        return replay().ladder();
    }

    /** What those who opened have read; where they read nothing, what the other ends have read. */
    public Octets delivered() {
        Octets answers = Octets.join(outcomes.stream().map(Outcome::opener).toList());
        return answers.isEmpty()
                ? Octets.join(outcomes.stream().map(Outcome::other).toList())
                : answers;
    }

    /** How many segments were sent again: after a timeout, by fast retransmit, or in recovery. */
    public int retransmissions() {
        return (int) trace.flights().stream()
                .filter(flight -> RETRANSMISSIONS.contains(flight.kind()))
                .count();
    }

    @Override
    public String toString() {
        return replay().toString();
    }
}

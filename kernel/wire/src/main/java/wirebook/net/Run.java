package wirebook.net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wirebook.bytes.Octets;
import wirebook.field.Shown;
import wirebook.pcap.Capture;
import wirebook.replay.Ladder;
import wirebook.replay.OnDemand;
import wirebook.replay.Plot;
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
public record Run(Trace trace, List<Outcome> outcomes, Waterfall waterfall, String stopped) implements Shown {
    /** Copies the list, unless its elements are made on demand. */
    public Run {
        outcomes = OnDemand.keep(outcomes);
    }

    /** The kinds of flights that are sent again. */
    static final Set<String> RETRANSMISSIONS = Arrays.stream(SentKind.values())
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

    /** The replay at the first step that says {@code words}, in what happened or why. */
    public Replay find(String words) {
        return replay().find(words);
    }

    /** The replay of the steps {@code first} to {@code last} alone, from 1: a part of a long run. */
    public Replay steps(int first, int last) {
        return replay().steps(first, last);
    }

    /** The replay at its first step. */
    public Replay next() {
        return replay().next();
    }

    /** The replay with sequence numbers as they are on the wire, not relative to the initial ones. */
    public Replay absolute() {
        return replay().absolute();
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

    /** The sequence numbers of the first connection over time. */
    public Plot sequence() {
        return sequence(1);
    }

    /** The sequence numbers of connection {@code number} over time, from 1. */
    public Plot sequence(int number) {
        return new Plots(trace, number).sequence();
    }

    /** The congestion window of the first connection over time, at the end that sends more. */
    public Plot cwnd() {
        return cwnd(1);
    }

    /** The congestion window of connection {@code number} over time, from 1, at the end that sends more. */
    public Plot cwnd(int number) {
        return new Plots(trace, number).cwnd();
    }

    /** The round trips of the first connection over time, at the end that sends more. */
    public Plot rtt() {
        return rtt(1);
    }

    /** The round trips of connection {@code number} over time, from 1, at the end that sends more. */
    public Plot rtt(int number) {
        return new Plots(trace, number).rtt();
    }

    /** The connections at the end of the run. */
    public Connections connections() {
        return connections(trace.steps().size());
    }

    /** The connections after step {@code number}, from 1. */
    public Connections connections(int number) {
        return Connections.at(trace, number);
    }

    /** What a capture at the first host, the client, holds. */
    public Capture capture() {
        return capture(0);
    }

    /** What a capture at a host holds: what it sends, when it sends it, and what arrives there, as it arrives. */
    public Capture capture(int host) {
        return Tap.at(trace, host);
    }

    /**
     * Writes what a capture at the client holds: pcap if the name ends so, else pcapng.
     *
     * @throws IOException where it cannot be written
     */
    public Path save(String file) throws IOException {
        Path path = Path.of(file);
        capture().save(path);
        return path;
    }

    @Override
    public String toString() {
        return replay().toString();
    }
}

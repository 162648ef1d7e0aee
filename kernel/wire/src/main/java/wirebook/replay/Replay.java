package wirebook.replay;

import wirebook.field.Shown;

/**
 * A trace, the steps of it that are shown, and a place among them.
 *
 * @param trace what happened
 * @param number the step that is shown, from 1; 0 for none alone
 * @param from the first step of those that are shown, from 1
 * @param to the last of them
 */
public record Replay(Trace trace, int number, int from, int to) implements Shown {
    /** Checks that there are such steps. */
    public Replay {
        if (number != 0) {
            trace.step(number);
        }
        if (!trace.steps().isEmpty()) {
            trace.step(from);
            trace.step(to);
        }
        if (from > to + 1) {
            throw new IllegalArgumentException("step " + from + " does not come before step " + to);
        }
        if (number != 0 && (number < from || number > to)) {
            throw new IllegalArgumentException("step " + number + " is not among the steps " + from + " to " + to);
        }
    }

    /** The replay of a whole trace, before its first step. */
    public static Replay of(Trace trace) {
        return new Replay(trace, 0, 1, trace.steps().size());
    }

    /** This replay at step {@code newNumber}, from 1. */
    public Replay step(int newNumber) {
        return new Replay(trace, newNumber, from, to);
    }

    /** The replay of the steps {@code first} to {@code last} alone, from 1: a part of a long trace. */
    public Replay steps(int first, int last) {
        return new Replay(trace, 0, first, last);
    }

    /** This replay one step later; behind the last step that is shown it stays. */
    public Replay next() {
        return step(number == 0 ? Math.min(from, to) : Math.min(number + 1, to));
    }

    /** This replay one step earlier; before the first step that is shown it stays. */
    public Replay back() {
        return step(number <= from ? 0 : number - 1);
    }

    /**
     * This replay at the next step that says {@code words}, in what happened, or why, or what its packet is to its sender:
     * {@code run.find("retransmission")}.
     *
     * @throws IllegalArgumentException where no later step does
     */
    public Replay find(String words) {
        return trace.steps().stream()
                .limit(to)
                .skip(Math.max(number, from - 1))
                .filter(step -> says(step, words))
                .findFirst()
                .map(step -> step(step.number()))
                .orElseThrow(() ->
                        new IllegalArgumentException("no step behind step " + number + " says \"" + words + "\""));
    }

    private boolean says(Step step, String words) {
        return step.what().contains(words)
                || step.cause().contains(words)
                || (step.kind() == Step.Kind.SENT
                        && trace.flight(step)
                                .filter(it -> it.kind().contains(words))
                                .isPresent());
    }

    /** This replay with sequence numbers as they are on the wire, not relative to the initial ones. */
    public Replay absolute() {
        return new Replay(trace.absolute(), number, from, to);
    }

    /** The ladder of the packets that the steps are about. */
    public Ladder ladder() {
        Ladder whole = Ladder.of(trace);
        if (from == 1 && to == trace.steps().size()) {
            return whole;
        }
        int[] flights = trace.steps().subList(from - 1, to).stream()
                .mapToInt(Step::flight)
                .filter(flight -> flight >= 0)
                .sorted()
                .toArray();
        return flights.length == 0
                ? new Ladder(trace, 0, 0)
                : whole.range(flights[0], Math.min(flights[0] + Ladder.MOST, flights[flights.length - 1] + 1));
    }

    @Override
    public String toString() {
        return number == 0
                ? ladder() + "\n\n" + Transcript.of(trace, from, to)
                : Transcript.of(trace, trace.step(number));
    }
}

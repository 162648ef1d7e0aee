package wirebook.replay;

/**
 * A trace and a place in it.
 *
 * @param trace what happened
 * @param number the step that is shown, from 1; 0 before anything happened
 */
public record Replay(Trace trace, int number) {
    /** Checks that there is such a step. */
    public Replay {
        if (number != 0) {
            trace.step(number);
        }
    }

    /** The replay of a trace, before its first step. */
    public static Replay of(Trace trace) {
        return new Replay(trace, 0);
    }

    /** This replay at step {@code newNumber}, from 1. */
    public Replay step(int newNumber) {
        return new Replay(trace, newNumber);
    }

    /** This replay one step later; at the end it stays. */
    public Replay next() {
        return new Replay(trace, Math.min(number + 1, trace.steps().size()));
    }

    /** This replay one step earlier; at the start it stays. */
    public Replay back() {
        return new Replay(trace, Math.max(number - 1, 0));
    }

    /**
     * This replay at the next step that says {@code words}, in what happened, or why, or what its packet is to its sender:
     * {@code run.find("retransmission")}.
     *
     * @throws IllegalArgumentException where no later step does
     */
    public Replay find(String words) {
        return trace.steps().stream()
                .skip(number)
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
        return new Replay(trace.absolute(), number);
    }

    /** The ladder of the whole trace. */
    public Ladder ladder() {
        return Ladder.of(trace);
    }

    @Override
    public String toString() {
        return number == 0 ? ladder() + "\n\n" + Transcript.all(trace) : Transcript.of(trace, trace.step(number));
    }
}

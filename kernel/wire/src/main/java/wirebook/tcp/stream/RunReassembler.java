package wirebook.tcp.stream;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;

/**
 * The reassembly queue that an endpoint uses unless it is given another: runs of octets with gaps between them.
 *
 * <p>What came first is kept where segments overlap. Nothing is copied before it is ready.
 */
public final class RunReassembler implements Reassembler {
    /** A queue at the start of a stream. */
    public static final RunReassembler EMPTY = new RunReassembler(0, List.of());

    private final long next;
    private final List<Run> runs;

    /** Consecutive octets from {@code start} on, whose pieces are still apart. */
    private record Run(long start, Rope rope) {
        long end() {
            return start + rope.length();
        }
    }

    private RunReassembler(long next, List<Run> runs) {
        this.next = next;
        this.runs = runs;
    }

    @Override
    public RunReassembler insert(long offset, Octets data) {
        long start = Math.max(offset, next);
        long end = offset + data.length();
        if (start >= end) {
            return this;
        }
        Octets fresh = data.from((int) (start - offset));
        if (runs.isEmpty()) {
            return new RunReassembler(next, List.of(new Run(start, Rope.of(fresh))));
        }
        return new RunReassembler(next, merged(start, end, fresh));
    }

    /** The runs with the new octets among them: those that touch become one. */
    private List<Run> merged(long start, long end, Octets data) {
        List<Run> after = new ArrayList<>(runs.size() + 1);
        long from = start;
        Rope middle = Rope.of(Octets.EMPTY);
        long at = start;
        int index = 0;
        while (index < runs.size() && runs.get(index).end() < start) {
            after.add(runs.get(index++));
        }
        for (; index < runs.size() && runs.get(index).start() <= end; index++) {
            Run run = runs.get(index);
            if (run.start() > at) {
                middle = middle.plus(Rope.of(data.slice((int) (at - start), (int) (run.start() - start))));
            }
            from = Math.min(from, run.start());
            middle = middle.plus(run.rope());
            at = Math.max(at, run.end());
        }
        if (at < end) {
            middle = middle.plus(Rope.of(data.from((int) (at - start))));
        }
        after.add(new Run(from, middle));
        after.addAll(runs.subList(index, runs.size()));
        return List.copyOf(after);
    }

    @Override
    public Octets ready() {
        return inOrder() ? runs.getFirst().rope().octets() : Octets.EMPTY;
    }

    @Override
    public RunReassembler taken() {
        if (!inOrder()) {
            return this;
        }
        List<Run> rest = runs.size() == 1 ? List.of() : runs.subList(1, runs.size());
        return new RunReassembler(runs.getFirst().end(), rest);
    }

    private boolean inOrder() {
        return !runs.isEmpty() && runs.getFirst().start() == next;
    }

    @Override
    public List<Range> held() {
        if (runs.isEmpty() || (runs.size() == 1 && inOrder())) {
            return List.of();
        }
        List<Range> held = new ArrayList<>(runs.size());
        for (Run run : runs) {
            if (run.start() > next) {
                held.add(new Range(run.start(), run.end()));
            }
        }
        return held;
    }
}

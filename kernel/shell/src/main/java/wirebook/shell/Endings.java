package wirebook.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import wirebook.shell.report.Traceback;
import wirebook.shell.woven.Stopped;

/** What a cell that did not run to its end has ended with, as its student reads it. */
final class Endings {
    /** What a cell has ended with if there was no memory to say more. */
    static final Evaluation SPEECHLESS = outOfMemory(new OutOfMemoryError("no memory is left"), List.of());

    private static final int CELLS_REMEMBERED = 100;

    private final Map<String, String> sources = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > CELLS_REMEMBERED;
        }
    };
    private final BiFunction<String, Integer, String> places;
    private final Traceback traceback;
    private final Reserve reserve = new Reserve();

    /**
     * @param places where a line of a holder's class stands: {@code "cell [7], line 3"}, or empty
     * @param hidden prefixes of packages whose frames are not shown
     */
    Endings(BiFunction<String, Integer, String> places, List<String> hidden) {
        this.places = places;
        this.traceback = new Traceback(places, this::source, hidden);
    }

    String report(Throwable thrown) {
        return String.join("\n", traceback.of(thrown));
    }

    /** What a cell ended with, as its student reads it. */
    Evaluation failed(Throwable thrown, Running running) {
        boolean exhausted = reserve.spentOn(thrown);
        if (running.owner().exit().isPresent()) {
            return exited(running.owner().exit().getAsInt());
        }
        if (thrown instanceof Stopped || running.owner().stopped()) {
            return interrupted(thrown);
        }
        return exhausted && thrown instanceof OutOfMemoryError
                ? outOfMemory(thrown, traceback.of(thrown))
                : new Evaluation.Threw(Traceback.name(thrown), Traceback.message(thrown), traceback.of(thrown), thrown);
    }

    private static Evaluation outOfMemory(Throwable thrown, List<String> traceback) {
        List<String> lines = new ArrayList<>(traceback);
        lines.addAll(Traceback.wrapped("hint: what the notebook's variables hold stays: name = null; lets it go"));
        return new Evaluation.Threw("OutOfMemoryError", Traceback.message(thrown), List.copyOf(lines), thrown);
    }

    /** What to say where the cell's exception, asked what it is, threw another. */
    static Evaluation untold(Throwable odd) {
        String name = odd.getClass().getSimpleName();
        String message = "the cell's exception cannot be shown: asked what it is, it threw this one";
        return new Evaluation.Threw(name, message, List.of(name + ": " + message), odd);
    }

    /** What a magic that failed says: its message alone, since its frames are ours. */
    Evaluation refused(Exception thrown, Running running) {
        if (running.owner().stopped()) {
            return failed(thrown, running);
        }
        String message = Traceback.message(thrown).isEmpty() ? Traceback.name(thrown) : Traceback.message(thrown);
        return new Evaluation.Threw(
                Traceback.name(thrown), message, Traceback.wrapped(Traceback.name(thrown) + ": " + message), thrown);
    }

    private static Evaluation exited(int status) {
        String message = "the cell called System.exit(" + status + "); the notebook goes on";
        return new Evaluation.Threw("SystemExit", message, List.of("SystemExit: " + message), new Stopped());
    }

    private Evaluation interrupted(Throwable thrown) {
        var shown = new Stopped();
        shown.setStackTrace(thrown.getStackTrace());
        List<String> lines = new ArrayList<>(traceback.of(shown));
        lines.set(0, "Interrupted: the cell was stopped");
        return new Evaluation.Interrupted("the cell was stopped", lines);
    }

    /** What to say of a thread that cannot be stopped. */
    Evaluation abandoned(Thread thread) {
        var shown = new Stopped();
        shown.setStackTrace(thread.getStackTrace());
        boolean blocked = thread.getState() != Thread.State.RUNNABLE;
        String message = blocked
                ? "the cell was left behind: it waits for a lock that another thread holds"
                : "the cell was left behind: it is inside a method that cannot be stopped";
        var lines = new ArrayList<>(traceback.of(shown));
        lines.set(0, "Interrupted: " + message);
        return new Evaluation.Interrupted(message, lines);
    }

    /** Before a cell runs: keeps its text for the frames that will point at its lines, and memory to tell of its end. */
    void remember(Cell cell) {
        reserve.fill();
        synchronized (sources) {
            sources.put(cell.title(), cell.source());
        }
    }

    private String source(String holder, int line) {
        String place = places.apply(holder, line);
        int comma = place.lastIndexOf(", line ");
        if (comma < 0) {
            return "";
        }
        synchronized (sources) {
            int number = Integer.parseInt(place.substring(comma + 7));
            String source = sources.getOrDefault(place.substring(0, comma), "");
            return source.lines().skip(number - 1L).findFirst().orElse("");
        }
    }
}

package wirebook.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wirebook.shell.assist.Completer;
import wirebook.shell.assist.Inspector;
import wirebook.shell.assist.Javadoc;
import wirebook.shell.assist.Readiness;
import wirebook.shell.compile.Problem;
import wirebook.shell.report.Advice;
import wirebook.shell.report.Diagnostics;
import wirebook.shell.report.Traceback;
import wirebook.shell.session.Refused;
import wirebook.shell.session.Session;
import wirebook.shell.source.Chunk;
import wirebook.shell.woven.Stopped;

/** Runs the Java of a cell in the session that it holds; the compiler is locked while it works, and never while a cell runs. */
final class Engine {
    private static final int CELLS_REMEMBERED = 100;

    private final Options options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, String> sources = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > CELLS_REMEMBERED;
        }
    };
    private final Traceback traceback;
    private final Javadoc javadoc;
    private volatile Session session;

    Engine(Options options) {
        this.options = options;
        this.traceback = new Traceback((holder, line) -> session().place(holder, line), this::source, options.hidden());
        this.session = new Session(options, Startup.compilerOptions(options));
        this.javadoc = new Javadoc(session.javac(), options.sources());
    }

    Session session() {
        return session;
    }

    /** Uses the session while no one else does. */
    <T> T locked(Supplier<T> use) {
        lock.lock();
        try {
            return use.get();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything but the class path. */
    void reset() {
        locked(() -> {
            List<java.nio.file.Path> path = session.classPath();
            session = new Session(options, Startup.compilerOptions(options));
            session.addToClassPath(path);
            return session;
        });
    }

    Completer completer() {
        return new Completer(session, javadoc, options.preferred());
    }

    Inspector inspector() {
        return new Inspector(session, javadoc);
    }

    Readiness readiness() {
        return new Readiness(session);
    }

    String report(Throwable thrown) {
        return String.join("\n", traceback.of(thrown));
    }

    /** Compiles and runs the snippets, batch by batch. */
    Evaluation run(Cell cell, List<Chunk> chunks, Running running) {
        try {
            var notes = new ArrayList<String>();
            Evaluation last = Evaluation.Done.QUIETLY;
            for (Session.Batch batch : compiling(running, () -> session.read(cell, chunks))) {
                Session.Accepted accepted = compiling(running, () -> session.accept(batch));
                notes.addAll(accepted.notes());
                last = accepted.code()
                        .map(code -> invoke(code, accepted.type(), notes, running))
                        .orElse(new Evaluation.Done(notes));
                if (last instanceof Evaluation.Failed) {
                    return last;
                }
            }
            return last;
        } catch (Refused refused) {
            return locked(() -> diagnostics(cell, refused.problems()));
        }
    }

    private Evaluation diagnostics(Cell cell, List<Problem> problems) {
        return new Diagnostics(new Advice(new KnownNames(session, cell))).of(problems);
    }

    /** Uses the compiler: alone, and not to be interrupted. */
    private <T> T compiling(Running running, Compiling<T> part) throws Refused {
        boolean before = running.enter(false);
        lock.lock();
        try {
            return part.run();
        } finally {
            lock.unlock();
            running.enter(before);
        }
    }

    private interface Compiling<T> {
        T run() throws Refused;
    }

    private Evaluation invoke(Method code, String type, List<String> notes, Running running) {
        return running.inCell(() -> {
            try {
                @Nullable Object value = code.invoke(null);
                if (running.owner().stopped()) {
                    return failed(new Stopped(), running);
                }
                return type.isEmpty() ? new Evaluation.Done(notes) : new Evaluation.Value(value, type, notes);
            } catch (InvocationTargetException e) {
                return failed(Optional.ofNullable(e.getCause()).orElse(e), running);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            } catch (StackOverflowError e) {
                return failed(e, running);
            }
        });
    }

    /** What a cell ended with, as its student reads it. */
    Evaluation failed(Throwable thrown, Running running) {
        if (running.owner().exit().isPresent()) {
            return exited(running.owner().exit().getAsInt());
        }
        if (thrown instanceof Stopped || running.owner().stopped()) {
            return interrupted(thrown);
        }
        return new Evaluation.Threw(Traceback.name(thrown), Traceback.message(thrown), traceback.of(thrown), thrown);
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

    /** Keeps the text of a cell for the frames that will point at its lines. */
    void remember(Cell cell) {
        synchronized (sources) {
            sources.put(cell.title(), cell.source());
        }
    }

    private String source(String holder, int line) {
        String place = session.place(holder, line);
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

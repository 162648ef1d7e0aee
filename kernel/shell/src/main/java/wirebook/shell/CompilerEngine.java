package wirebook.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import wirebook.shell.session.Definition;
import wirebook.shell.session.Refused;
import wirebook.shell.session.Session;
import wirebook.shell.source.Chunk;
import wirebook.shell.woven.Stopped;

/** The fast engine, on the compiler itself: it is locked while it works, and never while a cell runs. */
final class CompilerEngine implements Engine {
    private final Options options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Endings endings;
    private final Javadoc javadoc;
    private volatile Session session;

    CompilerEngine(Options options) {
        this.options = options;
        this.endings = new Endings((holder, line) -> session().place(holder, line), options.hidden());
        this.session = new Session(options, Startup.compilerOptions(options));
        this.javadoc = new Javadoc(session.javac(), options.sources());
    }

    private Session session() {
        return session;
    }

    /** Uses the session while no one else does. */
    private <T> T locked(Supplier<T> use) {
        lock.lock();
        try {
            return use.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void reset() {
        locked(() -> {
            List<Path> path = session.classPath();
            session = new Session(options, Startup.compilerOptions(options));
            session.addToClassPath(path);
            return session;
        });
    }

    @Override
    public Endings endings() {
        return endings;
    }

    @Override
    public ClassLoader loader() {
        return session.loader();
    }

    @Override
    public void addToClassPath(List<Path> path) {
        locked(() -> {
            session.addToClassPath(path);
            return path;
        });
    }

    @Override
    public List<Path> classPath() {
        return session.classPath();
    }

    @Override
    public List<Variable> variables() {
        return locked(() -> session.variables());
    }

    @Override
    public List<String> declarations() {
        return locked(() -> session.declared().reversed().stream()
                .filter(d -> d.kind() != Definition.Kind.VARIABLE && !d.name().endsWith("$"))
                .map(d -> d.text().strip().lines().findFirst().orElse("").replaceFirst("\\s*\\{.*", ""))
                .toList());
    }

    @Override
    public Completions complete(String source, int at) {
        return locked(() -> new Completer(session, javadoc, options.preferred()).at(source, at));
    }

    @Override
    public Optional<Inspection> inspect(String source, int at, int detail) {
        return locked(() -> new Inspector(session, javadoc).at(source, at, detail));
    }

    @Override
    public Completeness readiness(Cell cell) {
        return locked(() -> new Readiness(session).of(cell));
    }

    @Override
    public void close() {
        session.close();
    }

    /** Compiles and runs the snippets, batch by batch. */
    @Override
    public Evaluation run(Cell cell, List<Chunk> chunks, Running running) {
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
        return new Diagnostics(new Advice(new KnownNames(session, cell, options.preferred()))).of(problems);
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
                    return endings.failed(new Stopped(), running);
                }
                return type.isEmpty() ? new Evaluation.Done(notes) : new Evaluation.Value(value, type, notes);
            } catch (InvocationTargetException e) {
                return endings.failed(Optional.ofNullable(e.getCause()).orElse(e), running);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            } catch (StackOverflowError e) {
                return endings.failed(e, running);
            }
        });
    }
}

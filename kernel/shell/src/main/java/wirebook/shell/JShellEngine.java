package wirebook.shell;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wirebook.shell.jshell.Editor;
import wirebook.shell.jshell.Snippets;
import wirebook.shell.report.Advice;
import wirebook.shell.report.Diagnostics;
import wirebook.shell.report.Names;
import wirebook.shell.session.Refused;
import wirebook.shell.source.Chunk;

/** The engine on plain JShell, for a JVM in which the fast one cannot work; it has no answers for editors while a cell runs. */
final class JShellEngine implements Engine {
    private final Options options;
    private final Endings endings;
    private volatile Snippets snippets;
    private boolean busy;

    JShellEngine(Options options) {
        this.options = options;
        this.snippets = new Snippets(options, Startup.compilerOptions(options));
        this.endings = new Endings((holder, line) -> snippets.place(holder, line), options.hidden());
    }

    @Override
    public Evaluation run(Cell cell, List<Chunk> chunks, Running running) {
        boolean within = busy(true);
        boolean before = running.enter(false);
        try {
            return snippets.run(cell, chunks, new Snippets.Host() {
                @Override
                public void enter(boolean inCell) {
                    running.enter(inCell);
                }

                @Override
                public Evaluation failed(Throwable thrown) {
                    return endings.failed(thrown, running);
                }
            });
        } catch (Refused refused) {
            return new Diagnostics(new Advice(new Nameless())).of(refused.problems());
        } finally {
            running.enter(before);
            busy(within);
        }
    }

    private synchronized boolean busy(boolean now) {
        boolean before = busy;
        busy = now;
        return before;
    }

    /** JShell is not to be asked while it works. */
    private synchronized <T> T idle(Supplier<T> answer, T otherwise) {
        return busy ? otherwise : answer.get();
    }

    /** No session to look for similar names in. */
    private record Nameless() implements Names {
        @Override
        public Collection<String> alone() {
            return List.of();
        }

        @Override
        public Collection<String> membersOf(String type) {
            return List.of();
        }

        @Override
        public List<String> importable(String simpleName) {
            return List.of();
        }
    }

    @Override
    public Endings endings() {
        return endings;
    }

    @Override
    public List<String> notes() {
        return List.of("cells run on plain JShell here, which is slower than usual");
    }

    @Override
    public ClassLoader loader() {
        return snippets.loader();
    }

    @Override
    public void addToClassPath(List<Path> path) {
        snippets.addToClassPath(path);
    }

    @Override
    public List<Path> classPath() {
        return snippets.classPath();
    }

    @Override
    public List<Variable> variables() {
        return idle(() -> snippets.variables(), List.of());
    }

    @Override
    public List<String> declarations() {
        return idle(() -> snippets.declarations(), List.of());
    }

    private Editor editor() {
        return snippets.editor();
    }

    @Override
    public Completions complete(String source, int at) {
        return idle(() -> editor().complete(source, at), Completions.none(at));
    }

    @Override
    public Optional<Inspection> inspect(String source, int at, int detail) {
        return idle(() -> editor().inspect(source, at), Optional.empty());
    }

    @Override
    public Completeness readiness(Cell cell) {
        return idle(() -> editor().readiness(cell.source()), new Completeness(Completeness.Status.UNKNOWN, ""));
    }

    @Override
    public void reset() {
        Snippets before = snippets;
        snippets = new Snippets(options, Startup.compilerOptions(options));
        snippets.addToClassPath(before.classPath());
        before.close();
    }

    @Override
    public void close() {
        snippets.close();
    }
}

package wirebook.shell.jshell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import wirebook.shell.Cell;
import wirebook.shell.Evaluation;
import wirebook.shell.Options;
import wirebook.shell.Variable;
import wirebook.shell.compile.Holders;
import wirebook.shell.compile.LineTable;
import wirebook.shell.compile.Problem;
import wirebook.shell.compile.Unit;
import wirebook.shell.exec.Loaders;
import wirebook.shell.session.Refused;
import wirebook.shell.source.Chunk;

/** A session that is JShell's: snippets in, evaluations out. Not to be used by two threads at once. */
public final class Snippets implements AutoCloseable {
    private static final String PACKAGES = "\\b(?:[a-z]\\w*\\.)+(?=[A-Z])";

    private final Loaders loaders;
    private final Direct direct;
    private final JShell shell;
    private final List<Path> classPath = new ArrayList<>();
    private final Map<String, LineTable> lines = new ConcurrentHashMap<>();

    /** The cell for which snippets run. */
    public interface Host {
        /** From now on the cell's own code runs, or does not any more. */
        void enter(boolean cell);

        /** What becomes of an exception that the cell has thrown. */
        Evaluation failed(Throwable thrown);
    }

    /** An empty session. */
    public Snippets(Options options, List<String> compilerOptions) {
        loaders = new Loaders(options.host(), options.shared());
        direct = new Direct(loaders);
        shell = JShell.builder()
                .executionEngine(direct.provider(), Map.of())
                .fileManager(Snippets::withoutClassPath)
                .compilerOptions(Stream.concat(Stream.of("-parameters"), compilerOptions.stream())
                        .toArray(String[]::new))
                .build();
        addToClassPath(options.classPath());
        options.imports().forEach(shell::eval);
    }

    /** What the kernel runs on is not what cells see. */
    private static StandardJavaFileManager withoutClassPath(StandardJavaFileManager files) {
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the snippets of a cell, declarations before statements.
     *
     * @throws Refused if the compiler does not accept one; those before it have run
     */
    public Evaluation run(Cell cell, List<Chunk> chunks, Host host) throws Refused {
        List<Chunk> ordered =
                chunks.stream().sorted(Comparator.comparing(Chunk::kind)).toList();
        var declared = new ArrayList<Declared>();
        Evaluation last = Evaluation.Done.QUIETLY;
        for (Chunk chunk : ordered) {
            Evaluation end = run(cell, chunk, host, declared);
            if (end instanceof Evaluation.Failed) {
                return end;
            }
            last = chunk.equals(chunks.getLast()) ? end : last;
        }
        for (Declared each : declared) {
            resolved(each);
        }
        return last;
    }

    private record Declared(DeclarationSnippet snippet, Unit unit) {}

    private Evaluation run(Cell cell, Chunk chunk, Host host, List<Declared> declared) throws Refused {
        Unit unit = new Unit.Writer().cell(cell, chunk.start(), chunk.end()).unit("$C0");
        direct.prepare(host);
        Evaluation last = Evaluation.Done.QUIETLY;
        for (SnippetEvent event : shell.eval(ended(unit.text()))) {
            remember(event.snippet(), unit);
            if (event.causeSnippet() == null) {
                last = one(event, chunk, unit, host);
            }
            if (last instanceof Evaluation.Failed) {
                return last;
            }
            if (event.causeSnippet() == null && event.snippet() instanceof DeclarationSnippet d) {
                declared.add(new Declared(d, unit));
            }
        }
        return last;
    }

    private String ended(String text) {
        var info = shell.sourceCodeAnalysis().analyzeCompletion(text);
        boolean open = info.completeness() == SourceCodeAnalysis.Completeness.COMPLETE_WITH_SEMI;
        return open ? text + ";" : text;
    }

    private Evaluation one(SnippetEvent event, Chunk chunk, Unit unit, Host host) throws Refused {
        Snippet snippet = event.snippet();
        if (event.status() == Snippet.Status.REJECTED) {
            throw new Refused(
                    shell.diagnostics(snippet).map(d -> problem(d, unit)).toList());
        }
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            throw new Refused(List.of(unresolved(unresolved.getSnippet(), unit)));
        }
        if (direct.thrown().isPresent()) {
            return host.failed(direct.thrown().get());
        }
        Evaluation end = shown(snippet, chunk) ? value(type(snippet)) : Evaluation.Done.QUIETLY;
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            shell.drop(snippet);
        }
        return end;
    }

    /** A declaration without a semicolon shows what it declares, if that is said. */
    private boolean shown(Snippet snippet, Chunk chunk) {
        boolean said = chunk.tokens().stream().anyMatch(t -> t.is("="));
        boolean closed = chunk.tokens().getLast().is(";");
        return direct.invoked()
                && !closed
                && !type(snippet).isEmpty()
                && (snippet.subKind().hasValue() && (said || !declares(snippet)));
    }

    private static boolean declares(Snippet snippet) {
        return snippet instanceof VarSnippet && snippet.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    private Evaluation value(String type) {
        return new Evaluation.Value(direct.value(), type, List.of());
    }

    private static String type(Snippet snippet) {
        String type = snippet instanceof VarSnippet v
                ? v.typeName()
                : snippet instanceof ExpressionSnippet e ? e.typeName() : "";
        return Holders.plain(type).replaceAll(PACKAGES, "");
    }

    private static Problem problem(Diag diag, Unit unit) {
        return new Problem(
                unit,
                diag.getStartPosition(),
                diag.getPosition(),
                diag.getEndPosition(),
                diag.getCode(),
                Holders.plain(diag.getMessage(Locale.ROOT)));
    }

    /** JShell would wait for what is missing; a notebook says so. */
    private void resolved(Declared declared) throws Refused {
        Snippet.Status status = shell.status(declared.snippet());
        if (status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
            Problem problem = unresolved(declared.snippet(), declared.unit());
            shell.drop(declared.snippet());
            throw new Refused(List.of(problem));
        }
    }

    private Problem unresolved(DeclarationSnippet snippet, Unit unit) {
        String missing = shell.unresolvedDependencies(snippet).findFirst().orElse("variable " + snippet.name());
        String name = missing.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", "");
        int at = Math.max(0, unit.text().indexOf(name));
        String message = "cannot find symbol\n  symbol:   " + missing;
        return new Problem(unit, at, at, at + name.length(), "compiler.err.cant.resolve", message);
    }

    private void remember(Snippet snippet, Unit unit) {
        SourceCodeAnalysis.SnippetWrapper wrapper = shell.sourceCodeAnalysis().wrapper(snippet);
        String wrapped = wrapper.wrapped();
        int count = 1 + lineOf(wrapped, wrapped.length());
        String[] titles = new String[count];
        Arrays.fill(titles, "");
        int[] numbers = new int[count];
        for (int i = 0; i < Math.min(unit.text().length(), snippet.source().length()); i++) {
            int line = lineOf(wrapped, Math.max(0, wrapper.sourceToWrappedPosition(i)));
            Unit.Place place = unit.place(i).orElseThrow();
            titles[line] = place.cell().title();
            numbers[line] = place.line();
        }
        lines.putIfAbsent(Holders.of(wrapper.fullClassName()), new LineTable(titles, numbers));
    }

    private static int lineOf(String text, int offset) {
        return (int) text.substring(0, Math.min(offset, text.length()))
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    /** Where a frame of a snippet's class stands; empty for other frames, and for frames of JShell's own. */
    public String place(String holder, int line) {
        LineTable table = lines.get(holder);
        return table == null ? "" : table.place(line);
    }

    /** The loader that cells' threads should have as their context. */
    public ClassLoader loader() {
        return loaders.declarations();
    }

    /** Puts jars and folders on the class path. */
    public void addToClassPath(List<Path> path) {
        for (Path entry : path) {
            if (!classPath.contains(entry)) {
                classPath.add(entry);
                shell.addToClasspath(entry.toString());
            }
        }
    }

    /** The class path of cells. */
    public List<Path> classPath() {
        return List.copyOf(classPath);
    }

    /** The variables, in the order of their declaration. */
    public List<Variable> variables() {
        return shell.variables()
                .filter(v -> shell.status(v).isActive())
                .map(v -> new Variable(v.name(), type(v), live(v)))
                .toList();
    }

    private @Nullable Object live(VarSnippet variable) {
        try {
            String holder = shell.sourceCodeAnalysis().wrapper(variable).fullClassName();
            return loader().loadClass(holder).getDeclaredField(variable.name()).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The methods and types, as they are declared, in the order of their declaration. */
    public List<String> declarations() {
        return shell.snippets()
                .filter(s -> shell.status(s).isActive())
                .filter(s -> s.kind() == Snippet.Kind.METHOD || s.kind() == Snippet.Kind.TYPE_DECL)
                .map(s -> s.source().strip().lines().findFirst().orElse("").replaceFirst("\\s*\\{.*", ""))
                .toList();
    }

    /** What editors ask. */
    public Editor editor() {
        return new Editor(shell.sourceCodeAnalysis());
    }

    @Override
    public void close() {
        shell.close();
        try {
            loaders.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

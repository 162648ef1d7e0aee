package wirebook.shell.session;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wirebook.shell.Cell;
import wirebook.shell.Options;
import wirebook.shell.Variable;
import wirebook.shell.compile.Javac;
import wirebook.shell.compile.LineTable;
import wirebook.shell.compile.Problem;
import wirebook.shell.compile.Unit;
import wirebook.shell.exec.Loaders;
import wirebook.shell.source.Chunk;
import wirebook.shell.source.Lexer;
import wirebook.shell.source.Token;

/** Everything that cells have declared, imported and put on the class path. Not to be used by two threads at once. */
public final class Session {
    private static final int CODE_REMEMBERED = 500;

    /** A method holds 64 KB of code (JVMS 4.7.3): the statements of a very long cell are run in several. */
    private static final int ITEMS_TOGETHER = 1_000;

    private final Javac javac;
    private final Loaders loaders;
    private final List<Path> classPath = new ArrayList<>();
    private final Numbers numbers = new Numbers();
    private final Map<String, LineTable> lines = new HashMap<>();
    /** Names that something compiled since their last declaration uses: only then has an old body callers. */
    private final Set<String> called = new HashSet<>();

    private final Map<String, List<Class<?>>> bodies = new HashMap<>();
    private final Map<String, LineTable> codeLines = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LineTable> eldest) {
            return size() > CODE_REMEMBERED;
        }
    };
    private volatile Map<String, List<Definition>> definitions = Map.of();
    private volatile List<Import> imports;
    private OnDemand onDemand;

    /** A session in which nothing is declared. That the imports it begins with hold is not looked into. */
    public Session(Options options, List<String> compilerOptions) {
        javac = new Javac(compilerOptions);
        imports = options.imports().stream()
                .map(text -> Import.of(Cell.of(text), 0, text))
                .toList();
        loaders = new Loaders(options.host(), options.shared());
        onDemand = new OnDemand(javac::packages, loaders.declarations());
        addToClassPath(options.classPath());
    }

    /** What remains to be done with an accepted cell: run it. */
    public record Accepted(Optional<Method> code, String type, List<String> notes) {}

    /** Snippets of a cell that are compiled together: nothing is declared in them twice, and they are not too many. */
    public record Batch(Cell cell, List<Item> items) {}

    /**
     * Finds out what some snippets of a cell are.
     *
     * @throws Refused if the parser does not accept them
     */
    public List<Batch> read(Cell cell, List<Chunk> chunks) throws Refused {
        Optional<Token> alone = Lexer.unmatched(
                chunks.stream().flatMap(c -> c.tokens().stream()).toList());
        if (alone.isPresent()) {
            throw new Refused(List.of(unmatched(cell, alone.get())));
        }
        Reading.Result read = Reading.of(javac, cell, chunks);
        if (!read.problems().isEmpty()) {
            throw new Refused(read.problems());
        }
        var batches = new ArrayList<Batch>();
        var names = new HashSet<String>();
        for (Item item : read.items()) {
            boolean again = !item.declares().isEmpty() && !names.add(item.declares());
            boolean full = !batches.isEmpty() && batches.getLast().items().size() == ITEMS_TOGETHER;
            if (batches.isEmpty() || again || full) {
                names.clear();
                names.add(item.declares());
                batches.add(new Batch(cell, new ArrayList<>()));
            }
            batches.getLast().items().add(item);
        }
        return batches;
    }

    private static Problem unmatched(Cell cell, Token token) {
        Unit unit = new Unit.Writer().cell(cell, 0, cell.source().length()).unit("$X0");
        String message = "nothing is open that this " + token.text() + " could close";
        return new Problem(unit, token.start(), token.start(), token.end(), "compiler.err.unmatched", message);
    }

    /**
     * Compiles a batch and, if that went well, declares what it declares.
     *
     * @throws Refused if the compiler does not accept it; then nothing has changed
     */
    public Accepted accept(Batch batch) throws Refused {
        Program program =
                new Compiling(javac, batch.cell(), batch.items(), definitions, imports, onDemand, numbers).program();
        commit(program);
        return new Accepted(code(program), program.type(), program.notes());
    }

    private void commit(Program program) {
        loaders.declare(program.declarations());
        javac.declare(program.declarations());
        for (String group : program.renewed()) {
            if (group.startsWith("METHOD")) {
                redirect(group, program);
            }
            called.remove(nameOf(group));
        }
        called.addAll(program.uses());
        definitions = new LinkedHashMap<>(program.definitions());
        imports = List.copyOf(program.imports());
        remember(program.lines());
    }

    private synchronized void remember(Map<String, LineTable> tables) {
        tables.forEach((holder, table) -> (holder.startsWith("$C") ? codeLines : lines).put(holder, table));
    }

    /** Callers that were compiled against an older body of a method run the new one from now on. */
    private void redirect(String group, Program program) {
        List<Definition> now = program.definitions().get(group);
        if (now == null) {
            return;
        }
        try {
            Class<?> to = loaders.declarations()
                    .loadClass(Javac.PACKAGE + "." + now.getFirst().holder());
            List<Class<?>> old = bodies.computeIfAbsent(group, g -> new ArrayList<>());
            if (called.contains(nameOf(group))) {
                old.add(loaders.declarations()
                        .loadClass(Javac.PACKAGE + "."
                                + requireNonNull(definitions.get(group))
                                        .getFirst()
                                        .holder()));
            }
            for (Class<?> from : old) {
                Redirection.of(from, to);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nameOf(String group) {
        return group.substring(group.indexOf(' ') + 1);
    }

    private Optional<Method> code(Program program) {
        if (program.code().isEmpty()) {
            return Optional.empty();
        }
        try {
            Method run = loaders.load(program.code(), program.statements()).getDeclaredMethod("run");
            return Optional.of(run);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts jars and folders on the class path. */
    public void addToClassPath(Collection<Path> path) {
        List<Path> more = path.stream().filter(p -> !classPath.contains(p)).toList();
        if (!more.isEmpty()) {
            classPath.addAll(more);
            loaders.addToClassPath(more);
            onDemand = new OnDemand(javac::packages, loaders.declarations());
            try {
                javac.classPath(classPath);
            } catch (IOException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    /** The class path of cells. */
    public List<Path> classPath() {
        return List.copyOf(classPath);
    }

    /** The loader that cells' threads should have as their context. */
    public ClassLoader loader() {
        return loaders.declarations();
    }

    /** Where a frame of a cell's class stands; empty for other frames, and for frames of ours. */
    public synchronized String place(String holder, int line) {
        LineTable table = lines.getOrDefault(holder, codeLines.get(holder));
        return table == null ? "" : table.place(line);
    }

    /** The compiler of this session. */
    public Javac javac() {
        return javac;
    }

    /** The package line and the imports that a unit with these words needs. */
    public String head(Set<String> words) {
        return new Sources(definitions, imports, List.of(), onDemand).head(words);
    }

    /** A snippet's text with the modifiers blanked that mean nothing in a cell. */
    public String text(Cell cell, Chunk chunk) {
        return Reading.masked(cell, chunk);
    }

    /** All declarations, the latest first. */
    public List<Definition> declared() {
        var all = new ArrayList<Definition>();
        definitions.values().forEach(all::addAll);
        return all.reversed();
    }

    /** A declaration by name, methods and types before variables. */
    public Optional<Definition> declared(String name) {
        return declared().stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** All imports. */
    public List<Import> imported() {
        return imports;
    }

    /** Every package of the JDK that is exported, and those of the class path. */
    public List<String> packages() {
        return javac.packages().names();
    }

    /** A variable by name. */
    public Optional<Variable> variable(String name) {
        return variables().stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /** The variables, in the order of their declaration. */
    public List<Variable> variables() {
        return definitions.values().stream()
                .map(List::getFirst)
                .filter(d -> d.kind() == Definition.Kind.VARIABLE)
                .map(d -> new Variable(d.name(), d.text(), value(d)))
                .toList();
    }

    private @Nullable Object value(Definition variable) {
        try {
            Field field = loaders.declarations()
                    .loadClass(Javac.PACKAGE + "." + variable.holder())
                    .getDeclaredField(variable.name());
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets go of jars and the compiler. */
    public void close() {
        try {
            loaders.close();
            javac.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package wirebook.shell;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import wirebook.shell.exec.Owner;
import wirebook.shell.exec.Streams;
import wirebook.shell.magic.Magics;
import wirebook.shell.magic.StandardMagics;

/**
 * A Java session: cells in, evaluations out, and everything a notebook asks of the language besides.
 *
 * <p>{@link #evaluate} is called by one thread at a time. Everything else may be called from any thread while a cell runs,
 * and does not wait for it.
 *
 * <p>The JVM should be started with {@link #REQUIRED_OPTIONS}: the compiler's contexts are kept from cell to cell. Without
 * them, or where the compiler's insides are not those we know, the session stands on plain JShell: slower, and it says so.
 */
public final class JavaShell implements AutoCloseable {

    /** The options without which a session is slow. */
    public static final List<String> REQUIRED_OPTIONS = List.of(
            "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
            "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
            "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED");

    private final Options options;
    private final AtomicReference<Magics> magics;
    private final Map<String, String> environment;
    private final CompletableFuture<Engine> engine;
    private volatile @Nullable Running running;
    private volatile @Nullable Inside inside;
    private volatile String complaint = "";
    private volatile List<String> notes = List.of();

    private JavaShell(Options options, Magics magics) {
        this.options = options;
        this.magics = new AtomicReference<>(magics);
        this.environment = new ConcurrentHashMap<>(options.environment());
        Streams.install();
        this.engine = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("java shell").start(this::comeUp);
    }

    /**
     * Opens a session at once; the compiler comes up in the background, and the first evaluation waits for it.
     *
     * @param options what the session starts with
     * @param magics takes the standard magics and returns those of this host: {@code m -> m.line("%name", …)}
     */
    public static JavaShell open(Options options, UnaryOperator<Magics> magics) {
        return new JavaShell(options, magics.apply(StandardMagics.table(System::nanoTime)));
    }

    /** Opens a session with the standard magics. */
    public static JavaShell open(Options options) {
        return open(options, UnaryOperator.identity());
    }

    private void comeUp() {
        try {
            Engine fresh = working();
            notes = fresh.notes();
            scripts(fresh);
            engine.complete(fresh);
        } catch (RuntimeException | Error e) {
            engine.completeExceptionally(e);
        }
    }

    /** An engine that has come up, and that has run a cell to prove it. */
    private Engine working() {
        Engine first = started(Engine.of(options));
        if (works(first)) {
            return first;
        }
        first.close();
        return started(new JShellEngine(options));
    }

    private Engine started(Engine fresh) {
        fresh.addToClassPath(Startup.classPath(options));
        return fresh;
    }

    /** A start-up script that fails costs itself, not the session: the first cell says so. */
    private void scripts(Engine fresh) {
        String scripts = Startup.scripts(options);
        if (!scripts.isBlank()
                && evaluate(fresh, Cell.of(scripts), Console.silent(), Optional.empty())
                        instanceof Evaluation.Failed failed) {
            complaint = "the start-up script fails:\n" + String.join("\n", failed.traceback()) + "\n";
        }
    }

    private boolean works(Engine fresh) {
        return evaluate(fresh, Cell.of("1 + 1"), Console.silent(), Optional.empty()) instanceof Evaluation.Value value
                && Integer.valueOf(2).equals(value.value());
    }

    private Engine engine() {
        return engine.join();
    }

    /** Evaluates a cell on a thread of its own and waits for its end. Never throws for what the cell does. */
    public Evaluation evaluate(Cell cell, Console console) {
        Engine up = engine();
        complain(console);
        up.endings().remember(cell);
        return noted(evaluate(up, cell, console, Startup.timeout(options)));
    }

    /** Notes on the session go with the first evaluation that can carry them. */
    private Evaluation noted(Evaluation evaluation) {
        List<String> said = notes;
        if (said.isEmpty()) {
            return evaluation;
        }
        notes = evaluation instanceof Evaluation.Failed ? said : List.of();
        return switch (evaluation) {
            case Evaluation.Value(var value, String type, var own) ->
                new Evaluation.Value(value, type, Startup.joined(said, own));
            case Evaluation.Done(var own) -> new Evaluation.Done(Startup.joined(said, own));
            case Evaluation.Failed failed -> failed;
        };
    }

    private void complain(Console console) {
        String said = complaint;
        complaint = "";
        if (!said.isEmpty()) {
            new PrintStream(console.err(), true, StandardCharsets.UTF_8).print(said);
        }
    }

    /** {@code patience} is for cells alone: a session that comes up on a busy machine takes the time that it takes. */
    private Evaluation evaluate(Engine engine, Cell cell, Console console, Optional<Duration> patience) {
        Endings endings = engine.endings();
        var now = new Running(
                cell.title(),
                console,
                endings::report,
                engine.loader(),
                r -> r.seen(enter(engine, r).run(cell), endings));
        running = now;
        return now.await(patience, endings::abandoned);
    }

    private Inside enter(Engine engine, Running now) {
        var fresh = new Inside(engine, now, magics, environment);
        inside = fresh;
        return fresh;
    }

    /**
     * The running cell's own way into the session, for functions that its code calls.
     *
     * @throws IllegalStateException if no cell has been run
     */
    public Inside inside() {
        Inside present = inside;
        if (present == null) {
            throw new IllegalStateException("no cell has been run");
        }
        return present;
    }

    /**
     * Stops the running cell and the threads it has started; {@link #evaluate} then returns {@link Evaluation.Interrupted}
     * within a few milliseconds. Harmless when nothing runs. Returns at once.
     */
    public void interrupt() {
        Running now = running;
        if (now != null) {
            now.stop();
        }
    }

    /** Stops every thread that any cell has started and that still runs. Returns at once. */
    public void stopThreads() {
        Owner.stopAll();
    }

    /** What could stand at {@code cursor}, an index into the {@code char}s of {@code source}, 0 to its length. */
    public Completions complete(String source, int cursor) {
        int at = Math.clamp(cursor, 0, source.length());
        Optional<Completions> ofMagics = MagicNames.at(magics.get(), source, at);
        return ofMagics.orElseGet(() -> safely(() -> engine().complete(java(source), at), Completions.none(at)));
    }

    /**
     * What is known of the name at {@code cursor}; empty if there is none.
     *
     * @param detail 0 for signature, value and documentation; 1 for the source besides
     */
    public Optional<Inspection> inspect(String source, int cursor, int detail) {
        int at = Math.clamp(cursor, 0, source.length());
        Optional<Inspection> ofMagics = MagicNames.inspect(magics.get(), source, at);
        return ofMagics.isPresent()
                ? ofMagics
                : safely(() -> engine().inspect(java(source), at, detail), Optional.empty());
    }

    /** Whether {@code source} could be run as it stands. */
    public Completeness isComplete(String source) {
        Completeness unknown = new Completeness(Completeness.Status.UNKNOWN, "");
        return safely(() -> engine().readiness(Cell.of(java(source))), unknown);
    }

    /** The Java of a cell, magics blanked. */
    private String java(String source) {
        return Parts.java(source, magics.get().lines()::containsKey);
    }

    /** An editor's question is never answered by an error. */
    private <T> T safely(Supplier<T> answer, T otherwise) {
        try {
            return answer.get();
        } catch (RuntimeException | Error e) {
            return otherwise;
        }
    }

    /** The variables of the session, in the order of their declaration. */
    public List<Variable> variables() {
        return engine().variables();
    }

    /** Ends the session: interrupts what runs, lets go of everything. */
    @Override
    public void close() {
        interrupt();
        if (engine.isDone() && !engine.isCompletedExceptionally()) {
            engine().close();
        }
    }
}

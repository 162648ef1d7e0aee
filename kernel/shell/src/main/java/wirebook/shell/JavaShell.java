package wirebook.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import wirebook.shell.magic.Magics;

/**
 * A Java session: cells in, evaluations out, and everything a notebook asks of the language besides.
 *
 * <p>{@link #evaluate} is called by one thread at a time. Everything else may be called from any thread while a cell runs,
 * and does not wait for it.
 *
 * <p>The JVM must be started with {@value #REQUIRED_OPTION}: what JShell keeps of each snippet is pruned below its API.
 */
@SuppressWarnings("DoNotCallSuggester") // until every method has its body
public final class JavaShell implements AutoCloseable {

    /** The option without which a session cannot be opened. */
    public static final String REQUIRED_OPTION = "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED";

    private JavaShell() {}

    /**
     * Opens a session at once; JShell comes up in the background, and the first evaluation waits for it.
     *
     * @param options what the session starts with
     * @param magics takes the standard magics and returns those of this host: {@code m -> m.line("%name", …)}
     */
    public static JavaShell open(Options options, UnaryOperator<Magics> magics) {
        throw soon();
    }

    /** Opens a session with the standard magics. */
    public static JavaShell open(Options options) {
        return open(options, UnaryOperator.identity());
    }

    /** Evaluates a cell on a thread of its own and waits for its end. Never throws for what the cell does. */
    public Evaluation evaluate(Cell cell, Console console) {
        throw soon();
    }

    /**
     * Stops the running cell and the threads it has started; {@link #evaluate} then returns {@link Evaluation.Interrupted}
     * within a few milliseconds. Harmless when nothing runs. Returns at once.
     */
    public void interrupt() {
        throw soon();
    }

    /** Stops every thread that any cell has started and that still runs. Waits up to {@code patience}. */
    public void stopThreads(Duration patience) {
        throw soon();
    }

    /** What could stand at {@code cursor}, an index into the {@code char}s of {@code source}, 0 to its length. */
    public Completions complete(String source, int cursor) {
        throw soon();
    }

    /**
     * What is known of the name at {@code cursor}; empty if there is none.
     *
     * @param detail 0 for signature, value and documentation; 1 for the source besides
     */
    public Optional<Inspection> inspect(String source, int cursor, int detail) {
        throw soon();
    }

    /** Whether {@code source} could be run as it stands. */
    public Completeness isComplete(String source) {
        throw soon();
    }

    /** The variables of the session, in the order of their declaration. */
    public List<Variable> variables() {
        throw soon();
    }

    /** Ends the session: interrupts what runs, lets go of everything. */
    @Override
    public void close() {
        throw soon();
    }

    private static RuntimeException soon() {
        return new UnsupportedOperationException();
    }
}

package wirebook.jupyter.interpreter;

import java.util.Optional;
import wirebook.jupyter.display.MimeBundle;

/**
 * A language that can be run cell by cell.
 *
 * <p>Threads: {@link #start}, then {@link #execute}, {@link #evaluate} and the comm handlers come from the <em>cell thread</em>, one
 * at a time. {@link #complete}, {@link #inspect} and {@link #isComplete} come from the <em>question thread</em>, one at a time, also
 * while a cell runs. {@link #interrupt} comes from the control thread while a cell runs. {@link #language} comes from any thread,
 * even before {@link #start} is done.
 *
 * <p>Whatever a method throws is answered as an error and logged; the kernel lives on.
 */
public interface Interpreter {
    /** Who the interpreter is. Called before {@link #start}, so it must be known at once. */
    Language language();

    /**
     * Makes ready for the first cell. Called once on the cell thread when the sockets are bound and {@code kernel_info} is being
     * answered; cells, completions and inspections wait for its end. If it throws, every cell reports that failure.
     */
    default void start() {}

    /**
     * Runs one cell. Output, displays and input go through {@code cell}, also from threads that the cell leaves behind: {@code cell}
     * stays good for ever. {@code code} may be empty or blank.
     */
    Outcome execute(String code, Cell cell);

    /** Evaluates one of the {@code user_expressions} that came with a cell: what it shows, or its own error. */
    default Outcome evaluate(String expression, Cell cell) {
        return Outcome.failed("UnsupportedOperation", "this language evaluates no user expressions");
    }

    /**
     * What could stand at {@code cursor}.
     *
     * @param cursor an index into {@code code}, 0 to {@code code.length()}
     */
    default Completions complete(String code, int cursor) {
        return Completions.none(cursor);
    }

    /**
     * What is known of the name at {@code cursor}; empty if it names nothing.
     *
     * @param cursor an index into {@code code}, 0 to {@code code.length()}
     * @param detail 0 for the signature and documentation, 1 for the source as well
     */
    default Optional<MimeBundle> inspect(String code, int cursor, int detail) {
        return Optional.empty();
    }

    /** Whether {@code code} could be run as it stands, for consoles that decide what the Enter key means. */
    default Completeness isComplete(String code) {
        return Completeness.UNKNOWN;
    }

    /**
     * Stops the running cell: {@link #execute} returns soon, with an {@link Outcome.Failed} named after the interrupt. Must return at
     * once, and do no harm if the cell has just ended. A cell waiting in {@link Cell#input} has been woken already.
     */
    default void interrupt() {}

    /** The end: free what is held. Called once, on the thread that ran the kernel, perhaps while a cell still runs; must not wait for it. */
    default void close() {}
}

package wirebook.jupyter.interpreter;

import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import wirebook.jupyter.display.MimeBundle;

/**
 * One request to run something, as seen by the code that runs: where its output goes and what it may ask for.
 *
 * <p>Everything shown through a cell belongs to that cell, in the order in which it was asked for, from whichever thread, even long
 * after the cell has ended. All methods may be called from any thread.
 */
public interface Cell {
    /** The number of this cell: the counter that goes up with each request that stores history. */
    int executionCount();

    /** Whether the front end asked for as little output as possible: no result is shown. */
    boolean silent();

    /** The front end's identifier of the cell, where it gives one ({@code metadata.cellId}). */
    Optional<String> id();

    /**
     * Standard output: UTF-8 octets, buffered together with {@link #stderr} in one order and sent on in large pieces. {@code flush()}
     * on it does nothing, so that a flush per line costs nothing; see {@link #flush}.
     */
    OutputStream stdout();

    /** Standard error; as {@link #stdout}. */
    OutputStream stderr();

    /** Sends what is buffered now. Happens by itself before anything else is shown, when the cell ends and every tenth of a second. */
    void flush();

    /** Shows {@code bundle} now. */
    void display(MimeBundle bundle);

    /** Shows {@code bundle} now, under an identifier by which {@link #updateDisplay} finds it again. */
    void display(MimeBundle bundle, String displayId);

    /** Replaces what is shown under {@code displayId}, in whichever cell that was. */
    void updateDisplay(MimeBundle bundle, String displayId);

    /** Removes what this cell has shown: at once, or with the next thing shown if {@code wait}. */
    void clearOutput(boolean wait);

    /**
     * Asks the person at the front end for one line, and waits for it.
     *
     * @throws InputRefused at once, if the request said {@code allow_stdin: false} or the cell has ended
     * @throws InterruptedException if the cell is interrupted, or this thread is
     */
    String input(String prompt, boolean password) throws InterruptedException;

    /** Puts {@code text} into the next cell of the front end, or in place of this one. */
    void nextInput(String text, boolean replace);

    /** Adds one entry to the reply's {@code payload}: {@code source} and whatever belongs to it. */
    void payload(Map<String, Object> payload);

    /** The kernel's comms: open ones, and the targets that front ends may open. */
    Comms comms();
}

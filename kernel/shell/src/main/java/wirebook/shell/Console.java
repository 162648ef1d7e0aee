package wirebook.shell;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import wirebook.shell.exec.Owner;

/**
 * The world of one cell: where {@code System.out} and {@code System.err} go, where {@code System.in} comes from, and what
 * displays.
 *
 * <p>Every thread that a cell starts keeps the console of its cell, also after the cell has ended. The shell writes whole
 * UTF-8 texts, never flushes of its own accord, and may write from several threads at once: the streams must allow it. A
 * read of {@code in} that blocks must end with an exception when its thread is interrupted.
 *
 * @param out receives what the cell prints, as UTF-8
 * @param err receives what the cell prints to {@code System.err}, and uncaught exceptions of its threads
 * @param in answers the cell's reads
 * @param display shows rich content in the midst of the output
 */
public record Console(OutputStream out, OutputStream err, InputStream in, Display display) {

    /** A console that swallows everything and has nothing to read. */
    public static Console silent() {
        return new Console(
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                InputStream.nullInputStream(),
                bundle -> {});
    }

    /** The console of the cell that the calling thread belongs to; empty for a thread that no cell has started. */
    public static Optional<Console> current() {
        return Owner.current().map(Owner::console);
    }
}

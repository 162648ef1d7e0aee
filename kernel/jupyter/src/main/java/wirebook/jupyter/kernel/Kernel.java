package wirebook.jupyter.kernel;

import java.io.IOException;
import java.nio.file.Path;
import wirebook.jupyter.channel.ConnectionFile;
import wirebook.jupyter.interpreter.Interpreter;

/** A Jupyter kernel: it serves one interpreter to all front ends that know the connection file. */
public final class Kernel {
    private Kernel() {}

    /**
     * Serves {@code interpreter} until a front end asks for shutdown or the parent process dies, on this thread and some of its own.
     *
     * <p>Other threads, of cells for example, may still run afterwards: end the process with the code that is returned.
     *
     * @param history folder that keeps what was run; made when first needed; without it, history lasts as long as the kernel
     * @return the exit code: 0 after a shutdown, 1 after the parent's death
     * @throws IOException if the sockets cannot be bound
     */
    public static int run(ConnectionFile connection, Interpreter interpreter, Path history) throws IOException {
        if (connection.ports().isEmpty()) {
            throw new IOException("no ports");
        }
        throw new IOException("not served yet: " + interpreter.language().name() + ", " + history);
    }
}

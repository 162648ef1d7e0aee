package wirebook.jupyter.kernel;

import java.io.IOException;
import java.nio.file.Path;
import wirebook.jupyter.channel.ConnectionFile;

/** The floor as a program of its own, for clients of flesh: a kernel of {@link EchoInterpreter}'s language. */
final class EchoKernel {
    private EchoKernel() {}

    /** @param arguments the connection file and the history's folder */
    public static void main(String[] arguments) throws IOException {
        EchoInterpreter echo = new EchoInterpreter();
        echo.mayStart.countDown();
        System.exit(Kernel.run(ConnectionFile.read(Path.of(arguments[0])), echo, Path.of(arguments[1])));
    }
}

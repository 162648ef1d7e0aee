package wirebook.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import wirebook.jupyter.channel.ConnectionFile;
import wirebook.jupyter.kernel.Kernel;
import wirebook.shell.JavaShell;

/** The kernel's process: {@code Main CONNECTION_FILE} serves Java to Jupyter until it is told to stop; other words are {@link Commands}. */
public final class Main {
    private Main() {}

    /** Runs the kernel, or a command, and ends the process: 0 after a shutdown, 1 after a fault or the parent's death, 2 for wrong arguments. */
    public static void main(String... arguments) {
        Locale.setDefault(
                Locale.ENGLISH); // the same numbers and compiler messages on every machine; a cell may set another
        boolean connection = arguments.length == 1 && arguments[0].endsWith(".json");
        System.exit(connection ? serve(Path.of(arguments[0])) : new Commands(System.out, System.err).run(arguments));
    }

    /** The shell comes up in the background while the sockets are bound, so that both are ready sooner. */
    private static int serve(Path connectionFile) {
        Runtime.getRuntime().addShutdownHook(new Thread(Main::endProcesses));
        Heap.watch();
        var shell = CompletableFuture.supplyAsync(
                () -> JavaShell.open(Prelude.options()),
                Thread.ofPlatform().daemon().name("opening")::start);
        try {
            return Kernel.run(ConnectionFile.read(connectionFile), new JavaInterpreter(shell::join), history());
        } catch (IOException fault) {
            System.err.println("wirebook: " + fault.getMessage());
            return 1;
        }
    }

    /** When the kernel ends in order, the processes below it are asked to end as well. */
    private static void endProcesses() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }

    private static Path history() {
        var data = Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"));
        return data.resolve("wirebook");
    }
}

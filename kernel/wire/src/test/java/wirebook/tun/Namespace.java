package wirebook.tun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A network namespace of Linux and the programs that run in it: a machine that sees no other network. */
final class Namespace implements AutoCloseable {
    private final String name = "wirebook-" + ProcessHandle.current().pid();
    private final List<Process> programs = new ArrayList<>();

    Namespace() throws IOException {
        run("ip", "netns", "add", name);
    }

    /** Moves an interface of this machine into the namespace, and gives it addresses there. */
    void take(String device, String... addresses) throws IOException {
        run("ip", "link", "set", device, "netns", name);
        run("ip", "-n", name, "link", "set", device, "up");
        for (String address : addresses) {
            List<String> add = new ArrayList<>(List.of("ip", "-n", name, "addr", "add", address, "dev", device));
            if (address.contains(":")) {
                add.add("nodad");
            }
            run(add.toArray(String[]::new));
        }
    }

    /** Starts a program in the namespace; it ends with this at the latest. */
    Process start(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", name));
        words.addAll(List.of(command));
        Process program = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        programs.add(program);
        return program;
    }

    /** What a program prints that is run in the namespace. */
    String told(String... command) throws IOException {
        return told(start(command));
    }

    private static void run(String... command) throws IOException {
        told(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static String told(Process program) throws IOException {
        String told = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int result = program.onExit().join().exitValue();
        if (result != 0) {
            throw new IOException(
                    program.info().commandLine().orElse("a program") + " ended with " + result + ": " + told);
        }
        return told;
    }

    @Override
    public void close() throws IOException {
        programs.forEach(Process::destroy);
        programs.forEach(program -> program.onExit().join());
        run("ip", "netns", "delete", name);
    }
}

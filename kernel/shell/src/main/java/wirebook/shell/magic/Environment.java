package wirebook.shell.magic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.TreeMap;
import wirebook.shell.Evaluation;

/** {@code %env} and {@code %%sh}. */
final class Environment {
    private Environment() {}

    static Evaluation env(Arguments given, Session session) {
        String arguments = given.text();
        int equals = arguments.indexOf('=');
        if (equals > 0) {
            session.environment()
                    .put(
                            arguments.substring(0, equals).strip(),
                            arguments.substring(equals + 1).strip());
        } else if (arguments.isEmpty()) {
            new TreeMap<>(session.environment()).forEach((name, value) -> session.print(name + "=" + value));
        } else {
            String value = session.environment().get(arguments);
            session.print(value == null ? arguments + " is not set" : value);
        }
        return Evaluation.Done.QUIETLY;
    }

    static Evaluation sh(Arguments arguments, String body, Session session) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("/bin/sh", "-c", body);
        builder.environment().clear();
        builder.environment().putAll(session.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            Thread errors = Thread.ofVirtual()
                    .start(() ->
                            copy(process.getErrorStream(), session.console().err()));
            Thread output = Thread.ofVirtual()
                    .start(() ->
                            copy(process.getInputStream(), session.console().out()));
            int status = process.waitFor();
            output.join();
            errors.join();
            return status == 0 ? Evaluation.Done.QUIETLY : failed("the script ended with status " + status);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Evaluation failed(String why) {
        return new Evaluation.Rejected(why, java.util.List.of(why));
    }

    private static void copy(InputStream from, OutputStream to) {
        byte[] buffer = new byte[8192];
        try {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                to.write(buffer, 0, n);
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package wirebook.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the environment asks of a session before its first cell: IJava's variables, each also under {@code WIREBOOK_} instead of
 * {@code IJAVA_}.
 */
final class Startup {
    private Startup() {}

    private static String value(Options options, String name) {
        var environment = options.environment();
        return environment
                .getOrDefault("WIREBOOK_" + name, environment.getOrDefault("IJAVA_" + name, ""))
                .strip();
    }

    /** {@code WIREBOOK_ENGINE=jshell}: whether cells are to run on plain JShell. */
    static boolean plain(Options options) {
        return value(options, "ENGINE").equals("jshell");
    }

    static List<String> joined(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** {@code IJAVA_CLASSPATH}: jars and folders, divided as paths are. */
    static List<Path> classPath(Options options) {
        return paths(value(options, "CLASSPATH"));
    }

    /** {@code IJAVA_COMPILER_OPTS}: options for the compiler, divided by blanks. */
    static List<String> compilerOptions(Options options) {
        String all = value(options, "COMPILER_OPTS");
        return all.isEmpty() ? List.of() : List.of(all.split("\\s+", -1));
    }

    /** {@code IJAVA_STARTUP_SCRIPTS_PATH} and then {@code IJAVA_STARTUP_SCRIPT}: files of snippets, and snippets. */
    static String scripts(Options options) {
        String files = paths(value(options, "STARTUP_SCRIPTS_PATH")).stream()
                .filter(Files::isRegularFile)
                .map(Startup::text)
                .collect(Collectors.joining("\n"));
        return files + "\n" + value(options, "STARTUP_SCRIPT");
    }

    /** {@code IJAVA_TIMEOUT}: how long a cell may run, in milliseconds or as ISO 8601 has it; negative for ever. */
    static Optional<Duration> timeout(Options options) {
        String text = value(options, "TIMEOUT");
        try {
            Duration duration = text.matches("-?\\d+") ? Duration.ofMillis(Long.parseLong(text)) : Duration.parse(text);
            return Optional.of(duration).filter(Duration::isPositive);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Path> paths(String all) {
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(p -> !p.isBlank())
                .map(p -> Path.of(p).toAbsolutePath())
                .toList();
    }
}

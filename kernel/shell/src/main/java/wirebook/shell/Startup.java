package wirebook.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wirebook.shell.magic.Arguments;
import wirebook.shell.magic.Glob;

/**
 * What the environment asks of a session before its first cell: IJava's variables, each also under {@code WIREBOOK_} or {@code
 * JJAVA_} instead of {@code IJAVA_}, looked for in this order: {@code WIREBOOK_}, {@code IJAVA_}, {@code JJAVA_}.
 */
final class Startup {
    private static final Pattern COUNTED = Pattern.compile("(-?\\d+)\\W*([A-Za-z]+)?");

    private Startup() {}

    private static String value(Options options, String name) {
        return Stream.of("WIREBOOK_", "IJAVA_", "JJAVA_")
                .map(prefix ->
                        options.environment().getOrDefault(prefix + name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** {@code WIREBOOK_ENGINE=jshell}: whether cells are to run on plain JShell. */
    static boolean plain(Options options) {
        return value(options, "ENGINE").equals("jshell");
    }

    static List<String> joined(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** {@code IJAVA_CLASSPATH}: patterns for jars and folders, divided as paths are; what is neither is passed over. */
    static List<Path> classPath(Options options) {
        return paths(value(options, "CLASSPATH")).stream().filter(Glob::library).toList();
    }

    /** {@code IJAVA_COMPILER_OPTS}: options for the compiler, divided as a magic's arguments are. */
    static List<String> compilerOptions(Options options) {
        return Arguments.of(value(options, "COMPILER_OPTS")).words();
    }

    /** {@code IJAVA_STARTUP_SCRIPTS_PATH} and then {@code IJAVA_STARTUP_SCRIPT}: patterns for files of snippets, and snippets. */
    static String scripts(Options options) {
        String files = paths(value(options, "STARTUP_SCRIPTS_PATH")).stream()
                .filter(Files::isRegularFile)
                .map(Startup::text)
                .collect(Collectors.joining("\n"));
        return files + "\n" + value(options, "STARTUP_SCRIPT");
    }

    /**
     * {@code IJAVA_TIMEOUT}: how long a cell may run. A number of milliseconds, a number and the name of a {@link TimeUnit}, or a
     * duration as ISO 8601 has it; below 1 for ever, and so is what cannot be read.
     */
    static Optional<Duration> timeout(Options options) {
        String text = value(options, "TIMEOUT");
        Matcher counted = COUNTED.matcher(text);
        try {
            Duration duration = counted.matches()
                    ? Duration.of(Long.parseLong(counted.group(1)), unit(counted.group(2)))
                    : Duration.parse(text);
            return Optional.of(duration).filter(Duration::isPositive);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static ChronoUnit unit(@Nullable String name) {
        return name == null
                ? ChronoUnit.MILLIS
                : TimeUnit.valueOf(name.toUpperCase(Locale.ROOT)).toChronoUnit();
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
                .flatMap(p -> Glob.matching(p.strip()).stream())
                .toList();
    }
}

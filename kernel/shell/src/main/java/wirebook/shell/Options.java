package wirebook.shell;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a session starts with. Start from {@link #standard()} and say what differs.
 *
 * @param classPath jars and folders that cells compile and run against, besides the JDK
 * @param sources source jars and folders from which documentation of {@code classPath} is read
 * @param host the loader whose classes cells share where {@code shared} says so
 * @param shared the exact names of packages that cells see through {@code host}, so that both have the same classes:
 *     {@code "wirebook"}, {@code "wirebook.tcp"}. Their jars must also stand in {@code classPath}, for the compiler. Everything
 *     else of the host is invisible to cells, the JDK aside
 * @param prelude snippets that run before the first cell: imports, static imports, small methods
 * @param preferred packages whose members completion offers before others
 * @param hidden prefixes of packages whose frames are left out of tracebacks, so that an error stands at the cell's line:
 *     {@code "wirebook."}
 * @param environment what {@code IJAVA_*} variables are read from
 */
public record Options(
        List<Path> classPath,
        List<Path> sources,
        ClassLoader host,
        Set<String> shared,
        List<String> prelude,
        List<String> preferred,
        List<String> hidden,
        Map<String, String> environment) {

    /** The imports that Java notebooks are used to (IJava's), and JUnit's assertions where the class path has them. */
    public static final List<String> IMPORTS = List.of(
            "import java.util.*;",
            "import java.io.*;",
            "import java.math.*;",
            "import java.net.*;",
            "import java.nio.file.*;",
            "import java.util.concurrent.*;",
            "import java.util.function.*;",
            "import java.util.prefs.*;",
            "import java.util.regex.*;",
            "import java.util.stream.*;",
            "import java.time.*;");

    /** Freezes what was given. */
    public Options {
        classPath = List.copyOf(classPath);
        sources = List.copyOf(sources);
        shared = Set.copyOf(shared);
        prelude = List.copyOf(prelude);
        preferred = List.copyOf(preferred);
        hidden = List.copyOf(hidden);
        environment = Map.copyOf(environment);
    }

    /**
     * What a prelude holds besides where the class path has JUnit 5 with its launcher and engine: the assertions, and
     * {@code runTests(SomeTest.class)}, which prints a table.
     */
    public static List<String> junit() {
        try (InputStream text = Options.class.getResourceAsStream("junit.jsh")) {
            return List.of(new String(requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDK, {@link #IMPORTS}, nothing of the host, no environment. */
    public static Options standard() {
        return new Options(
                List.of(),
                List.of(),
                ClassLoader.getPlatformClassLoader(),
                Set.of(),
                IMPORTS,
                List.of(),
                List.of(),
                Map.of());
    }

    /** With these jars and folders for cells. */
    public Options classPath(List<Path> path) {
        return new Options(path, sources, host, shared, prelude, preferred, hidden, environment);
    }

    /** With documentation from these source jars and folders. */
    public Options sources(List<Path> path) {
        return new Options(classPath, path, host, shared, prelude, preferred, hidden, environment);
    }

    /** Sharing exactly these packages of {@code host} with cells. */
    public Options shared(ClassLoader loader, Set<String> packages) {
        return new Options(classPath, sources, loader, packages, prelude, preferred, hidden, environment);
    }

    /** With these snippets run before the first cell. */
    public Options prelude(List<String> snippets) {
        return new Options(classPath, sources, host, shared, snippets, preferred, hidden, environment);
    }

    /** Offering members of these packages first. */
    public Options preferred(List<String> packages) {
        return new Options(classPath, sources, host, shared, prelude, packages, hidden, environment);
    }

    /** Leaving frames of packages with these prefixes out of tracebacks. */
    public Options hidden(List<String> prefixes) {
        return new Options(classPath, sources, host, shared, prelude, preferred, prefixes, environment);
    }

    /** Reading {@code IJAVA_*} variables from this environment. */
    public Options environment(Map<String, String> variables) {
        return new Options(classPath, sources, host, shared, prelude, preferred, hidden, variables);
    }
}

package wirebook.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a session starts with. Start from {@link #standard()} and say what differs.
 *
 * @param classPath jars and folders that cells compile and run against, besides the JDK
 * @param sources source jars and folders from which documentation of {@code classPath} is read
 * @param host the loader whose classes cells share where {@code shared} says so
 * @param shared which packages cells see through {@code host}, by exact name, so that both have the same classes. Their jars must also
 *     stand in {@code classPath}, for the compiler. Everything else of the host is invisible to cells, the JDK aside
 * @param imports the import declarations that a session begins with, each with its semicolon. They must hold: the compiler is not
 *     asked before a cell uses one
 * @param preferred packages whose members completion offers before others
 * @param hidden prefixes of packages whose frames are left out of tracebacks, so that an error stands at the cell's line:
 *     {@code "wirebook."}
 * @param environment what {@code IJAVA_*} variables are read from
 */
public record Options(
        List<Path> classPath,
        List<Path> sources,
        ClassLoader host,
        Predicate<String> shared,
        List<String> imports,
        List<String> preferred,
        List<String> hidden,
        Map<String, String> environment) {

    /** The imports that Java notebooks are used to: IJava's. */
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
        imports = List.copyOf(imports);
        preferred = List.copyOf(preferred);
        hidden = List.copyOf(hidden);
        environment = Map.copyOf(environment);
    }

    /** The JDK, {@link #IMPORTS}, nothing of the host, no environment. */
    public static Options standard() {
        return new Options(
                List.of(),
                List.of(),
                ClassLoader.getPlatformClassLoader(),
                name -> false,
                IMPORTS,
                List.of(),
                List.of(),
                Map.of());
    }

    /** With these jars and folders for cells. */
    public Options classPath(List<Path> path) {
        return new Options(path, sources, host, shared, imports, preferred, hidden, environment);
    }

    /** With documentation from these source jars and folders. */
    public Options sources(List<Path> path) {
        return new Options(classPath, path, host, shared, imports, preferred, hidden, environment);
    }

    /** Sharing exactly these packages of {@code host} with cells. */
    public Options shared(ClassLoader loader, Predicate<String> packages) {
        return new Options(classPath, sources, loader, packages, imports, preferred, hidden, environment);
    }

    /** Beginning with these imports. */
    public Options imports(List<String> declarations) {
        return new Options(classPath, sources, host, shared, declarations, preferred, hidden, environment);
    }

    /** Offering members of these packages first. */
    public Options preferred(List<String> packages) {
        return new Options(classPath, sources, host, shared, imports, packages, hidden, environment);
    }

    /** Leaving frames of packages with these prefixes out of tracebacks. */
    public Options hidden(List<String> prefixes) {
        return new Options(classPath, sources, host, shared, imports, preferred, prefixes, environment);
    }

    /** Reading {@code IJAVA_*} variables from this environment. */
    public Options environment(Map<String, String> variables) {
        return new Options(classPath, sources, host, shared, imports, preferred, hidden, variables);
    }
}

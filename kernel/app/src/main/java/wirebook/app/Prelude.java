package wirebook.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wirebook.Imports;
import wirebook.bytes.Octets;
import wirebook.cell.Cells;
import wirebook.shell.Options;

/** What every cell has at hand before the first one is run: the protocol library, the functions that show things, JUnit's assertions. */
final class Prelude {
    private static final List<String> OURS = List.of("import static wirebook.cell.Cells.*;", "import wirebook.cell.*;");
    static final List<String> JUNIT = List.of(
            "import org.junit.jupiter.api.*;",
            "import static org.junit.jupiter.api.Assertions.*;",
            "import static wirebook.junit.Tests.runTests;");

    private static final Pattern OWN = Pattern.compile("wirebook\\.(app|deps|junit|jupyter|shell)\\b.*");

    private Prelude() {}

    /**
     * The options of a session in which cells share the classes of the protocol library with the kernel, have JUnit to themselves
     * and see nothing else. The jars for cells alone lie in {@code cells} beside our own, the sources in {@code ../sources}.
     */
    static Options options() {
        var ours = Stream.of(Octets.class, Cells.class)
                .map(Prelude::home)
                .distinct()
                .toList();
        var folder = home(Prelude.class).resolveSibling("cells");
        return Options.standard()
                .classPath(Stream.concat(ours.stream(), jars(folder).stream()).toList())
                .sources(List.of(folder.resolveSibling("../sources").normalize()))
                .shared(Prelude.class.getClassLoader(), Prelude::shared)
                .imports(Stream.of(Options.IMPORTS, Imports.ALL, OURS, JUNIT)
                        .flatMap(List::stream)
                        .toList())
                .preferred(List.of("wirebook"))
                .hidden(List.of("wirebook.", "org.junit.", "org.opentest4j."))
                .environment(System.getenv());
    }

    private static List<Path> jars(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Whether a package belongs to the library or to what cells may call of the kernel, and not to the kernel's own rooms. */
    static boolean shared(String packageName) {
        return (packageName + ".").startsWith("wirebook.")
                && !OWN.matcher(packageName).matches();
    }

    /** The jar, or the folder of classes, that a class comes from. */
    static Path home(Class<?> type) {
        try {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(place);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

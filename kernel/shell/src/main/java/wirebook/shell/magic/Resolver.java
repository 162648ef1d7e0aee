package wirebook.shell.magic;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * Who fetches libraries: a service whose twenty jars lie in a folder {@code deps} beside the shell's own. On the class path each of
 * them would be opened at every start of a kernel.
 */
public interface Resolver {

    /**
     * The jars for these coordinates, dependencies included.
     *
     * @param coordinates {@code group:artifact:version}, {@code group:artifact:extension:version} or with a classifier before the version
     * @param repositories addresses of repositories besides Maven Central
     * @param home the user's home, with {@code .m2} in it
     * @param progress is told one line for each file that is fetched
     * @throws IllegalArgumentException if they cannot be had, with a sentence that says what is missing and why
     */
    List<Path> libraries(List<String> coordinates, List<String> repositories, Path home, Consumer<String> progress);

    /**
     * The jars that a POM asks for, their dependencies included.
     *
     * @param pom the file
     * @param scopes those of the dependencies that are wanted; empty for all that a program runs with
     * @param repositories addresses of repositories besides those that the POM names
     * @param home the user's home, with {@code .m2} in it
     * @param progress is told one line for each file that is fetched
     * @throws IllegalArgumentException if the POM cannot be read or the jars cannot be had
     */
    List<Path> dependencies(
            Path pom, List<String> scopes, List<String> repositories, Path home, Consumer<String> progress);

    /**
     * The whole POM that {@code pom} is, or is a part of: loose {@code <dependency>} and {@code <repository>} elements are collected.
     *
     * @throws IllegalArgumentException if it is no XML
     */
    String completed(String pom);

    /**
     * One that is there; to be kept, since it holds its jars open.
     *
     * @throws IllegalStateException if there is none
     */
    static Resolver get() {
        ClassLoader own = Resolver.class.getClassLoader();
        return ServiceLoader.load(Resolver.class, new URLClassLoader("deps", jars(), own))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "this installation cannot fetch libraries: wirebook-deps.jar is missing"));
    }

    private static URL[] jars() {
        var jars = new ArrayList<URL>();
        try {
            URL own = Resolver.class.getProtectionDomain().getCodeSource().getLocation();
            try (var files = Files.newDirectoryStream(Path.of(own.toURI()).resolveSibling("deps"), "*.jar")) {
                for (Path jar : files) {
                    jars.add(jar.toUri().toURL());
                }
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException none) {
            // Then it is on the class path, or not there.
        }
        return jars.toArray(URL[]::new);
    }
}

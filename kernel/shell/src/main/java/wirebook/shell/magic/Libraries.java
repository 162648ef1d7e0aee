package wirebook.shell.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wirebook.shell.Evaluation;

/** What puts libraries on the class path. */
final class Libraries {
    private final List<String> repositories = new ArrayList<>();
    private @Nullable Resolver resolver;

    /** {@code --from} names a repository for this time; the names that {@code %mavenRepo} gave are looked at anyway. */
    Evaluation maven(Arguments arguments, Session session) {
        var coordinates = new ArrayList<String>();
        var places = new ArrayList<>(repositories);
        for (Iterator<String> words = arguments.words().iterator(); words.hasNext(); ) {
            String word = words.next();
            if (word.startsWith("--from")) {
                String place = word.startsWith("--from=") ? word.substring(7) : words.hasNext() ? words.next() : "";
                Stream.of(place).filter(Libraries::address).forEach(places::add);
            } else if (!word.startsWith("-")) {
                Arrays.stream(word.split(",", -1))
                        .filter(each -> !each.isEmpty())
                        .forEach(coordinates::add);
            }
        }
        if (coordinates.isEmpty()) {
            throw new IllegalArgumentException("write what to load: %maven org.jsoup:jsoup:1.21.2");
        }
        return added(resolver().libraries(coordinates, places, home(), session::print), session);
    }

    Evaluation repository(Arguments arguments, Session session) {
        String address = arguments.words().isEmpty() ? "" : arguments.words().getLast();
        if (!address(address)) {
            throw new IllegalArgumentException("write where it is: %mavenRepo id https://example.org/maven");
        }
        repositories.add(address);
        return Evaluation.Done.QUIETLY;
    }

    private static boolean address(String word) {
        return word.matches("(?i)[a-z]+:.+");
    }

    Evaluation pom(Arguments scopes, String body, Session session) throws IOException {
        Path file = Files.createTempFile("cell", ".pom");
        try {
            Files.writeString(file, resolver().completed(body));
            return load(file, scopes.words(), session);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    Evaluation pomFile(Arguments arguments, Session session) {
        if (arguments.words().isEmpty()) {
            throw new IllegalArgumentException("write which file: %loadFromPOM pom.xml");
        }
        Path file = Path.of(arguments.words().getFirst()).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no file " + arguments.words().getFirst());
        }
        return load(file, arguments.words().subList(1, arguments.words().size()), session);
    }

    private Evaluation load(Path pom, List<String> scopes, Session session) {
        return added(resolver().dependencies(pom, scopes, repositories, home(), session::print), session);
    }

    private Resolver resolver() {
        Resolver present = resolver;
        if (present == null) {
            present = Resolver.get();
            resolver = present;
        }
        return present;
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    private static Evaluation added(List<Path> jars, Session session) {
        List<Path> more =
                jars.stream().filter(j -> !session.classPath().contains(j)).toList();
        session.addToClassPath(more);
        String names = more.isEmpty()
                ? "nothing new"
                : String.join(
                        ", ", more.stream().map(j -> j.getFileName().toString()).toList());
        session.print("on the class path: " + names);
        return Evaluation.Done.QUIETLY;
    }

    /** A folder stands for the jars in it. */
    Evaluation jars(Arguments arguments, Session session) {
        return put(
                arguments.words().stream()
                        .flatMap(pattern -> existing(pattern).stream())
                        .flatMap(
                                file -> Files.isDirectory(file) ? Glob.matching(file + "/*").stream() : Stream.of(file))
                        .filter(Files::isRegularFile)
                        .filter(Glob::library),
                session);
    }

    Evaluation classPath(Arguments arguments, Session session) {
        if (arguments.words().isEmpty()) {
            session.classPath().forEach(p -> session.print(p.toString()));
            return Evaluation.Done.QUIETLY;
        }
        return put(
                arguments.words().stream()
                        .flatMap(pattern -> existing(pattern).stream())
                        .filter(Glob::library),
                session);
    }

    private static Evaluation put(Stream<Path> files, Session session) {
        List<Path> found = files.distinct().toList();
        session.addToClassPath(found);
        return new Evaluation.Value(found.stream().map(Path::toString).toList(), "List<String>", List.of());
    }

    /** What has no wild signs is one jar or folder, and must be there. */
    private static List<Path> existing(String pattern) {
        List<Path> found = Glob.matching(pattern);
        boolean plain = !pattern.matches(".*[*?].*");
        if (plain && found.isEmpty()) {
            throw new IllegalArgumentException("there is no file " + pattern);
        }
        if (plain && !Glob.library(found.getFirst())) {
            throw new IllegalArgumentException(pattern + " is no jar");
        }
        return found;
    }
}

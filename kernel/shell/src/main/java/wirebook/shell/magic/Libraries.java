package wirebook.shell.magic;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wirebook.shell.Evaluation;
import wirebook.shell.deps.Pom;
import wirebook.shell.deps.Repositories;
import wirebook.shell.deps.Request;

/** What puts libraries on the class path. */
final class Libraries {
    private final List<String> repositories = new ArrayList<>();

    Evaluation maven(String arguments, Session session) {
        List<String> coordinates = Stream.of(arguments.split("[\\s,]+", -1))
                .filter(w -> !w.isEmpty() && !w.startsWith("-"))
                .toList();
        return load(new Request(coordinates, repositories), session);
    }

    Evaluation repository(String arguments, Session session) {
        repositories.add(arguments.substring(arguments.lastIndexOf(' ') + 1));
        return Evaluation.Done.QUIETLY;
    }

    Evaluation pom(String arguments, String body, Session session) {
        Request asked = Pom.read(body);
        var all = new ArrayList<>(repositories);
        all.addAll(asked.repositories());
        return load(new Request(asked.coordinates(), all), session);
    }

    Evaluation pomFile(String arguments, Session session) throws IOException {
        return pom("", Files.readString(Path.of(arguments.split("\\s+", 2)[0])), session);
    }

    private static Evaluation load(Request request, Session session) {
        if (request.coordinates().isEmpty()) {
            throw new IllegalArgumentException("write what to load: %maven org.jsoup:jsoup:1.21.2");
        }
        Path home = Path.of(System.getProperty("user.home"));
        List<Path> jars = Repositories.resolve(request, home, session::print);
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

    Evaluation jars(String arguments, Session session) throws IOException {
        var found = new ArrayList<Path>();
        for (String pattern : arguments.split("\\s+", -1)) {
            found.addAll(matching(pattern));
        }
        session.addToClassPath(found);
        return new Evaluation.Value(found.stream().map(Path::toString).toList(), "List<String>", List.of());
    }

    Evaluation classPath(String arguments, Session session) throws IOException {
        if (arguments.isEmpty()) {
            session.classPath().forEach(p -> session.print(p.toString()));
            return Evaluation.Done.QUIETLY;
        }
        jars(arguments, session);
        return Evaluation.Done.QUIETLY;
    }

    /** The files that a pattern stands for; a pattern without stars is one file or folder, and must be there. */
    private static List<Path> matching(String pattern) throws IOException {
        int star = pattern.indexOf('*');
        Path plain = Path.of(star < 0 ? pattern : pattern.substring(0, pattern.lastIndexOf('/', star) + 1))
                .toAbsolutePath()
                .normalize();
        if (star < 0) {
            if (!Files.exists(plain)) {
                throw new IllegalArgumentException("there is no file " + pattern);
            }
            return List.of(plain);
        }
        String rest = pattern.substring(pattern.lastIndexOf('/', star) + 1);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + plain + "/" + rest);
        try (Stream<Path> files = Files.walk(
                plain,
                rest.contains("**")
                        ? Integer.MAX_VALUE
                        : 1 + (int) rest.chars().filter(c -> c == '/').count())) {
            return files.filter(matcher::matches).sorted().toList();
        }
    }
}

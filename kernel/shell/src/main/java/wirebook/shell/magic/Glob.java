package wirebook.shell.magic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Patterns that stand for files: {@code *} and {@code ?} within a name, {@code **} over folders, {@code /} on every system. */
public final class Glob {
    private static final Pattern WILD = Pattern.compile("[*?]");

    private Glob() {}

    /**
     * The files and folders that {@code pattern} stands for, sorted; none if nothing matches. A pattern that ends in {@code /} is
     * a folder and all that is in it. Relative ones begin at the folder of the kernel.
     */
    public static List<Path> matching(String pattern) {
        Matcher sign = WILD.matcher(pattern);
        int wild = sign.find() ? sign.start() : -1;
        Path base = Path.of(wild < 0 ? pattern : pattern.substring(0, pattern.lastIndexOf('/', wild) + 1))
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(base)) {
            return List.of();
        }
        if (wild < 0) {
            return pattern.endsWith("/")
                    ? Stream.concat(Stream.of(base), below(base, "*").stream()).toList()
                    : List.of(base);
        }
        return below(base, pattern.substring(pattern.lastIndexOf('/', wild) + 1));
    }

    private static List<Path> below(Path base, String pattern) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        int depth =
                pattern.contains("**") ? Integer.MAX_VALUE : Path.of(pattern).getNameCount();
        try (Stream<Path> files = Files.walk(base, depth)) {
            return files.filter(file -> matcher.matches(base.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether {@code file} can stand on a class path: a folder, or a jar that can be opened. */
    public static boolean library(Path file) {
        if (Files.isDirectory(file)) {
            return true;
        }
        try (var jar = new ZipFile(file.toFile())) {
            return jar.size() >= 0;
        } catch (IOException noJar) {
            return false;
        }
    }
}

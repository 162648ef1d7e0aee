package wirebook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of cases that this project did not write: beside the project, or where WIREBOOK_SHARED says. */
public final class Shared {
    private Shared() {}

    /** A folder or file in it; the test is skipped where it is absent. */
    public static Path file(String name) {
        Path shared = Optional.ofNullable(System.getenv("WIREBOOK_SHARED"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("project.root", "."), "..", "shared"));
        Path file = shared.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        return file;
    }
}

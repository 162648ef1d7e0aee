package wirebook.http;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The folder of cases that this project did not write; a test that needs it is skipped where it is absent. */
final class Shared {
    private Shared() {}

    static JsonNode json(String name) {
        String place = System.getenv("WIREBOOK_SHARED");
        Path folder = place != null ? Path.of(place) : Path.of(System.getProperty("project.root", "."), "..", "shared");
        Path file = folder.resolve(name);
        assumeTrue(Files.exists(file), "skipped: the shared cases are not here: " + name);
        return new ObjectMapper().readTree(file.toFile());
    }
}

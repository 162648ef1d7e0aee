package wirebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was accepted once: a file that a result is compared with; {@code -Dgolden=update} accepts the result. */
final class Golden {
    private static final Path ROOT = Path.of(System.getProperty("project.root", "../.."));

    private Golden() {}

    /** Compares with the file of this name among the view's. */
    static void compare(String name, String result) {
        compare(ROOT.resolve("kernel/wire/src/test/resources/wirebook/view").resolve(name), result);
    }

    /** Compares with a file of the project. */
    static void compareWithProject(String path, String result) {
        compare(ROOT.resolve(path), result);
    }

    private static void compare(Path file, String result) {
        String text = result.endsWith("\n") ? result : result + "\n";
        try {
            if (System.getProperty("golden", "").equals("update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as("%s (-Dgolden=update accepts)", file.getFileName())
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

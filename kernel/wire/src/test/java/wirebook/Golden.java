package wirebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was accepted once: a file that a result is compared with; {@code -Dgolden=update} accepts the result. */
public final class Golden {
    private static final Path FILES =
            Path.of(System.getProperty("project.root", "../.."), "kernel/wire/src/test/resources/wirebook");

    private Golden() {}

    /** Compares with the file of this name. */
    public static void compare(String name, String result) {
        Path file = FILES.resolve(name);
        String text = result + "\n";
        try {
            if (System.getProperty("golden", "").equals("update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as("%s (-Dgolden=update accepts)", name).isEqualTo(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

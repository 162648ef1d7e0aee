package wirebook.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Who draws a value: a service, since the room that can lies floors above the values. */
public interface Studio {
    /** The view of a value as an SVG document. */
    String svg(Shown value);

    /** The view of a value as an HTML document. */
    String html(Shown value);

    /** The view of a value as a PNG, with {@code scale} pixels for each of the view's. */
    byte[] png(Shown value, double scale);

    /** The studio at hand. */
    static Studio here() {
        return ServiceLoader.load(Studio.class, Studio.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the module has lost its views"));
    }

    /** Writes a text to a file. */
    static Path save(String file, String text) throws IOException {
        return Files.writeString(Path.of(file), text);
    }
}

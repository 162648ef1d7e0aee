package wirebook.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A value that shows itself, and whose view can be kept as a file: for slides, pages and papers. */
public interface Shown {
    /**
     * Saves the view as an SVG picture, which every size of slide can show sharply.
     *
     * @param file where to, absolute or from the notebook's folder
     * @throws IOException where it cannot be written
     */
    default Path svg(String file) throws IOException {
        return Studio.save(file, Studio.here().svg(this));
    }

    /**
     * Saves the view as a page that needs nothing else, with the controls that it has in a notebook.
     *
     * @param file where to, absolute or from the notebook's folder
     * @throws IOException where it cannot be written
     */
    default Path html(String file) throws IOException {
        return Studio.save(file, Studio.here().html(this));
    }

    /**
     * Saves the view as a PNG picture with two pixels for each of the view's.
     *
     * @param file where to, absolute or from the notebook's folder
     * @throws IOException where it cannot be written
     * @throws UnsupportedOperationException where nothing at hand can paint
     */
    default Path png(String file) throws IOException {
        return png(file, 2);
    }

    /**
     * Saves the view as a PNG picture.
     *
     * @param file where to, absolute or from the notebook's folder
     * @param scale how many pixels for each of the view's, 0.1 to 10
     * @throws IOException where it cannot be written
     * @throws UnsupportedOperationException where nothing at hand can paint
     */
    default Path png(String file, double scale) throws IOException {
        if (!(scale >= 0.1 && scale <= 10)) {
            throw new IllegalArgumentException("scale " + scale + " is not from 0.1 to 10");
        }
        Path path = Path.of(file);
        Files.write(path, Studio.here().png(this, scale));
        return path;
    }
}

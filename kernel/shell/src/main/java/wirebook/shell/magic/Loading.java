package wirebook.shell.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import wirebook.shell.Evaluation;

/** {@code %load}: files of snippets, and notebooks. */
final class Loading {
    private Loading() {}

    static Evaluation load(Arguments arguments, Session session) throws IOException {
        Path file = file(String.join(" ", arguments.words()));
        String text = Files.readString(file);
        List<String> cells = file.toString().endsWith(".ipynb") ? NotebookFile.code(text) : List.of(text);
        Evaluation last = Evaluation.Done.QUIETLY;
        for (String cell : cells) {
            last = session.evaluate(cell);
            if (last instanceof Evaluation.Failed) {
                return last;
            }
        }
        return last instanceof Evaluation.Value ? Evaluation.Done.QUIETLY : last;
    }

    /** The file itself, or with the ending that was left away. */
    private static Path file(String name) {
        return Stream.of("", ".ipynb", ".jshell", ".jsh", ".java", ".ijava")
                .map(ending -> Path.of(name + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no file " + name));
    }
}

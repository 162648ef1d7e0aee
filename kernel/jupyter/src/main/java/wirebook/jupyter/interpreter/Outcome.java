package wirebook.jupyter.interpreter;

import java.util.List;
import java.util.Optional;
import wirebook.jupyter.display.MimeBundle;

/** How a cell, or an expression, ended. */
public sealed interface Outcome {
    /** It ran to its end. {@code result} is shown as the cell's value, unless the request was silent. */
    record Ok(Optional<MimeBundle> result) implements Outcome {}

    /**
     * It failed, or was interrupted. Shown as an error of the cell, and told in the reply in the same words.
     *
     * @param name what kind of failure, such as an exception's class name
     * @param value its message; may be empty
     * @param traceback what the reader sees, line by line, perhaps with ANSI colours; an empty one becomes {@code name: value}
     */
    record Failed(String name, String value, List<String> traceback) implements Outcome {
        public Failed {
            traceback = traceback.isEmpty()
                    ? List.of(value.isEmpty() ? name : name + ": " + value)
                    : List.copyOf(traceback);
        }
    }

    /** The outcome of a cell without a value. */
    static Outcome done() {
        return new Ok(Optional.empty());
    }

    /** The outcome of a cell with a value. */
    static Outcome value(MimeBundle result) {
        return new Ok(Optional.of(result));
    }

    /** A failure that {@code name: value} tells in full. */
    static Failed failed(String name, String value) {
        return new Failed(name, value, List.of());
    }
}

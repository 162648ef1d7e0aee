package wirebook.shell;

import java.util.Map;

/** What shows a value in the midst of a cell's output: the host's side of {@code %%html}, {@code %%markdown} and their like. */
@FunctionalInterface
public interface Display {

    /**
     * Shows one value, in order with what has been printed before.
     *
     * @param bundle the value's forms by MIME type, {@code text/plain} always among them
     */
    void show(Map<String, String> bundle);

    /**
     * Looks at the value that a cell has ended with, on the cell's thread: what the value's own methods do then fails, prints and is
     * stopped as the cell does.
     */
    default void look(Evaluation.Value value) {}
}

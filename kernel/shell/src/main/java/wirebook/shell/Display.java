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
}

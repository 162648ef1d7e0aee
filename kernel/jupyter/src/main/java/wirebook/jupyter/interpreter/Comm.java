package wirebook.jupyter.interpreter;

import java.util.Map;

/** One open conversation between kernel and front end. Data is JSON, as in a {@link wirebook.jupyter.display.MimeBundle}. */
public interface Comm {
    /** The identifier that both ends know it by. */
    String id();

    /** The target that it was opened to. */
    String target();

    /** Sends {@code data}; nothing happens once the comm is closed. */
    void send(Map<String, Object> data);

    /** Closes this end and tells the other; nothing happens the second time. */
    void close(Map<String, Object> data);

    /** Says who hears the other end's messages from now on. */
    void onMessage(Handler handler);

    /** Says who hears that the other end has closed. */
    void onClose(Handler handler);

    /** What hears from the other end. Runs on the cell thread, between cells; what it shows belongs to {@code cell}. */
    @FunctionalInterface
    interface Handler {
        void heard(Map<String, Object> data, Cell cell);
    }
}

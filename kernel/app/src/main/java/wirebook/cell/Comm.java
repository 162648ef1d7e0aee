package wirebook.cell;

import java.util.Map;
import java.util.function.Consumer;

/** One open conversation between a cell and the front end, beside the cells. Data is what JSON is made of. */
public interface Comm {
    /** The identifier that both ends know it by. */
    String id();

    /** Sends {@code data}; nothing happens once the comm is closed. */
    void send(Map<String, Object> data);

    /** Closes it. */
    void close();

    /** Says what hears the other end's messages from now on; what it prints belongs to the message that it hears. */
    void onMessage(Consumer<Map<String, Object>> heard);

    /** Says what hears that the other end has closed. */
    void onClose(Consumer<Map<String, Object>> heard);
}

package wirebook.app;

import java.util.Map;
import java.util.function.Consumer;
import wirebook.cell.Comm;

/** A comm as cells know it: what is heard on it is run as a part of the message's cell. */
record Line(wirebook.jupyter.interpreter.Comm comm, JavaInterpreter session) implements Comm {
    @Override
    public String id() {
        return comm.id();
    }

    @Override
    public void send(Map<String, Object> data) {
        comm.send(data);
    }

    @Override
    public void close() {
        comm.close(Map.of());
    }

    @Override
    public void onMessage(Consumer<Map<String, Object>> heard) {
        comm.onMessage((data, cell) -> session.hear(cell, () -> heard.accept(data)));
    }

    @Override
    public void onClose(Consumer<Map<String, Object>> heard) {
        comm.onClose((data, cell) -> session.hear(cell, () -> heard.accept(data)));
    }
}

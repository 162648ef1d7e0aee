package wirebook.jupyter.interpreter;

import java.util.Map;

/** The kernel's comms: conversations that kernel and front end hold beside the cells. All methods may be called from any thread. */
public interface Comms {
    /** Lets front ends open comms to {@code target}; a comm to a target that nobody registered is closed again. */
    void register(String target, Target handler);

    /** Takes {@code target} back. Comms that are open stay so. */
    void unregister(String target);

    /** Opens a comm from this side. {@code cell} is the one that its messages belong to. */
    Comm open(String target, Map<String, Object> data, Cell cell);

    /** What answers when a front end opens a comm. Runs on the cell thread, between cells; what it shows belongs to {@code cell}. */
    @FunctionalInterface
    interface Target {
        void opened(Comm comm, Map<String, Object> data, Cell cell);
    }
}

package wirebook.jupyter.kernel;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import wirebook.jupyter.interpreter.Cell;
import wirebook.jupyter.interpreter.Comm;
import wirebook.jupyter.message.Header;

/** This end of one comm. What it sends belongs to the request that it heard last. */
final class CommLink implements Comm {
    private static final Handler DEAF = (data, cell) -> {};

    private final String id;
    private final String target;
    private final Post post;
    private final Runnable forget;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Header parent;
    private volatile Handler onMessage = DEAF;
    private volatile Handler onClose = DEAF;

    CommLink(String id, String target, Post post, Header parent, Runnable forget) {
        this.id = id;
        this.target = target;
        this.post = post;
        this.parent = parent;
        this.forget = forget;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public void send(Map<String, Object> data) {
        if (!closed.get()) {
            post.publish(parent, "comm_msg", Map.of("comm_id", id, "data", data));
        }
    }

    @Override
    public void close(Map<String, Object> data) {
        if (closed.compareAndSet(false, true)) {
            forget.run();
            post.publish(parent, "comm_close", Map.of("comm_id", id, "data", data));
        }
    }

    @Override
    public void onMessage(Handler handler) {
        onMessage = handler;
    }

    @Override
    public void onClose(Handler handler) {
        onClose = handler;
    }

    /** The other end has said {@code data} on account of {@code header}. */
    void heard(Map<String, Object> data, Cell cell, Header header) {
        parent = header;
        onMessage.heard(data, cell);
    }

    /** The other end has closed. */
    void ended(Map<String, Object> data, Cell cell) {
        if (closed.compareAndSet(false, true)) {
            forget.run();
            onClose.heard(data, cell);
        }
    }
}

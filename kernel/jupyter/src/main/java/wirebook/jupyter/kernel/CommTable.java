package wirebook.jupyter.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import wirebook.jupyter.interpreter.Cell;
import wirebook.jupyter.interpreter.Comm;
import wirebook.jupyter.interpreter.Comms;
import wirebook.jupyter.message.Author;
import wirebook.jupyter.message.Header;

/** The comms that are open and the targets that are registered. */
final class CommTable implements Comms {
    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private final Map<String, CommLink> open = new ConcurrentHashMap<>();
    private final AtomicLong made = new AtomicLong();
    private final Post post;
    private final String session;

    CommTable(Post post, Author author) {
        this.post = post;
        this.session = author.session();
    }

    @Override
    public void register(String target, Target handler) {
        targets.put(target, handler);
    }

    @Override
    public void unregister(String target) {
        targets.remove(target);
    }

    @Override
    public Comm open(String target, Map<String, Object> data, Cell cell) {
        Header parent = cell instanceof Scene scene ? scene.header() : Header.NONE;
        CommLink link = link(session + "-comm-" + made.incrementAndGet(), target, parent);
        post.publish(parent, "comm_open", Map.of("comm_id", link.id(), "target_name", target, "data", data));
        return link;
    }

    /** Takes a comm up, which one of both ends has opened. */
    CommLink link(String id, String target, Header parent) {
        CommLink link = new CommLink(id, target, post, parent, () -> open.remove(id));
        open.put(id, link);
        return link;
    }

    /** What answers for {@code target}. */
    Optional<Target> target(String target) {
        return Optional.ofNullable(targets.get(target));
    }

    /** The open comm {@code id}. */
    Optional<CommLink> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /** The open comms, or those to one target, in the words of {@code comm_info_reply}. */
    Map<String, Object> listed(Optional<String> target) {
        Map<String, Object> comms = new LinkedHashMap<>();
        open.forEach((id, link) -> {
            if (target.isEmpty() || target.get().equals(link.target())) {
                comms.put(id, Map.of("target_name", link.target()));
            }
        });
        return comms;
    }
}

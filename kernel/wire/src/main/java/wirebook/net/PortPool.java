package wirebook.net;

import java.util.Optional;
import java.util.function.IntPredicate;

/** A host's ephemeral ports: each OPEN takes the next one that is free, from the first again behind the last. */
final class PortPool {
    private final Ports ports;
    private int next;

    PortPool(Ports ports) {
        this.ports = ports;
        this.next = ports.first();
    }

    /** The next port that is free; empty where none is. */
    Optional<Integer> take(IntPredicate free) {
        for (int tried = 0; tried < ports.count(); tried++) {
            int port = next;
            next = port == ports.last() ? ports.first() : port + 1;
            if (free.test(port)) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return ports.toString();
    }
}

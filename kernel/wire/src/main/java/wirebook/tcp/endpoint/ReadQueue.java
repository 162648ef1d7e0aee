package wirebook.tcp.endpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import wirebook.bytes.Octets;

/** The octets that have arrived in order and wait for the user's RECEIVE (RFC 9293, 3.10.3). */
final class ReadQueue {
    private final Deque<Octets> queue = new ArrayDeque<>();
    private long arrived;
    private long read;

    void add(Octets octets) {
        queue.add(octets);
        arrived += octets.length();
    }

    /** How many octets of the stream have arrived in order. */
    long arrived() {
        return arrived;
    }

    /** How many of them the user has received. */
    long read() {
        return read;
    }

    /** How many wait. */
    long length() {
        return arrived - read;
    }

    /** Takes at most {@code most} octets. */
    Octets take(int most) {
        List<Octets> parts = new ArrayList<>();
        int left = most;
        while (left > 0 && !queue.isEmpty()) {
            Octets next = queue.remove();
            if (next.length() > left) {
                queue.addFirst(next.from(left));
                next = next.slice(0, left);
            }
            parts.add(next);
            left -= next.length();
        }
        read += most - left;
        return parts.size() == 1 ? parts.getFirst() : Octets.join(parts);
    }

    /** The octets that {@link #take} would take, left where they are. */
    Octets peek(int most) {
        Octets all = Octets.join(queue);
        return all.slice(0, Math.min(most, all.length()));
    }
}

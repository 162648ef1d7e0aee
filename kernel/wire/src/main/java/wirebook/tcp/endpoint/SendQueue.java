package wirebook.tcp.endpoint;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;

/** The octets that the user has sent and the other end has not acknowledged, by their place in the stream. Nothing is copied. */
final class SendQueue {
    private final List<Chunk> chunks = new ArrayList<>();
    private int first;
    private long start;
    private long end;

    /** Octets that one SEND brought. */
    private record Chunk(long start, Octets octets) {
        long end() {
            return start + octets.length();
        }
    }

    void add(Octets octets) {
        if (octets.isEmpty()) {
            return;
        }
        Chunk last = first < chunks.size() ? chunks.getLast() : new Chunk(end, Octets.EMPTY);
        if (last.octets().isBefore(octets)) { // one array that SENDs brought in pieces: its segments need no copy
            chunks.set(chunks.size() - 1, new Chunk(last.start(), last.octets().plus(octets)));
        } else {
            chunks.add(new Chunk(end, octets));
        }
        end += octets.length();
    }

    /** The place behind the last octet. */
    long end() {
        return end;
    }

    /** How many octets it keeps. */
    long length() {
        return end - start;
    }

    /** Forgets what is before {@code place}: it was acknowledged. */
    void drop(long place) {
        start = Math.max(start, Math.min(place, end));
        while (first < chunks.size() && chunks.get(first).end() <= start) {
            chunks.set(first++, new Chunk(0, Octets.EMPTY)); // let go of the octets at once
        }
        if (first > 64 && first > chunks.size() / 2) {
            chunks.subList(0, first).clear();
            first = 0;
        }
    }

    /** The octets from one place to another; joined only where they came from several SENDs. */
    Octets slice(long from, long to) {
        if (from >= to) {
            return Octets.EMPTY;
        }
        int index = find(from);
        Chunk chunk = chunks.get(index);
        if (to <= chunk.end()) {
            return chunk.octets().slice((int) (from - chunk.start()), (int) (to - chunk.start()));
        }
        List<Octets> parts = new ArrayList<>();
        for (long at = from; at < to; at = chunk.end()) {
            chunk = chunks.get(index++);
            int last = (int) (Math.min(to, chunk.end()) - chunk.start());
            parts.add(chunk.octets().slice((int) (at - chunk.start()), last));
        }
        return Octets.join(parts);
    }

    /** The index of the chunk that has {@code place}. */
    private int find(long place) {
        int low = first;
        int high = chunks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks.get(middle).start() <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}

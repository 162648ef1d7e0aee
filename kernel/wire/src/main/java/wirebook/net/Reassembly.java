package wirebook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wirebook.bytes.Octets;
import wirebook.replay.Strip;

/** A receiver's buffer: octets in order are handed on at once, others wait behind the gap. Octets are counted from 0. */
final class Reassembly {
    private final TreeMap<Long, Octets> waiting = new TreeMap<>();
    private long next;

    /** The place behind the last octet that was handed on. */
    long next() {
        return next;
    }

    /** Takes in the octets from {@code start} on; what can be handed on now. */
    Octets insert(long start, Octets data) {
        if (start + data.length() > next) {
            long from = Math.max(start, next);
            waiting.merge(from, data.from((int) (from - start)), (a, b) -> a.length() >= b.length() ? a : b);
        }
        List<Octets> ready = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.firstKey() <= next) {
            Map.Entry<Long, Octets> first = waiting.pollFirstEntry();
            long known = Math.min(next - first.getKey(), first.getValue().length());
            ready.add(first.getValue().from((int) known));
            next += first.getValue().length() - known;
        }
        return Octets.join(ready);
    }

    /** What waits out of order, as ranges numbered from {@code base}. */
    List<Strip.Range> held(long base) {
        List<Strip.Range> ranges = new ArrayList<>();
        waiting.forEach((start, data) -> {
            long from =
                    ranges.isEmpty() ? start : Math.max(start, ranges.getLast().to() - base);
            if (start + data.length() > from) {
                ranges.add(new Strip.Range(base + from, base + start + data.length(), "out of order"));
            }
        });
        return ranges;
    }
}

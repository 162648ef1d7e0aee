package wirebook.ip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wirebook.bytes.Octets;

/** The pieces of one packet that have arrived: no two of them cover the same octet. */
final class Pieces {
    private final TreeMap<Integer, Octets> byOffset = new TreeMap<>();
    private final Overlap overlap;
    private final Duration expires;
    private Optional<IpPacket> first = Optional.empty();
    private int end = -1;
    private int arrived;
    private boolean dropped;

    Pieces(Overlap overlap, Duration expires) {
        this.overlap = overlap;
        this.expires = expires;
    }

    Duration expires() {
        return expires;
    }

    /** The piece at offset 0, if it has arrived. */
    Optional<IpPacket> first() {
        return first;
    }

    void drop() {
        dropped = true;
        byOffset.clear();
        first = Optional.empty();
    }

    boolean isWhole() {
        return !dropped && arrived == end && first.isPresent();
    }

    /** How many octets have arrived. */
    int length() {
        return arrived;
    }

    Octets data() {
        return Octets.join(byOffset.values());
    }

    /** Takes a piece in; one that contradicts the length, or the others where that is forbidden, drops the packet. */
    void add(IpPacket piece, int from, Octets data, boolean more) {
        int to = from + data.length();
        if (dropped || has(from, data, more)) {
            return;
        }
        if (contradicts(to, more) || (overlap == Overlap.DROP && covers(from, to))) {
            drop();
            return;
        }
        end = more ? end : to;
        first = from == 0 && (first.isEmpty() || overlap == Overlap.NEWEST) ? Optional.of(piece) : first;
        insert(from, data);
    }

    /** Whether exactly this piece is here already: a duplicate says nothing new (RFC 8200, 4.5). */
    private boolean has(int from, Octets data, boolean more) {
        return Optional.ofNullable(byOffset.get(from)).filter(data::equals).isPresent()
                && (more || end == from + data.length());
    }

    private boolean contradicts(int to, boolean more) {
        return more ? end >= 0 && to > end : (end >= 0 && end != to) || furthest() > to;
    }

    private int furthest() {
        Map.Entry<Integer, Octets> last = byOffset.lastEntry();
        return last == null ? 0 : last.getKey() + last.getValue().length();
    }

    private boolean covers(int from, int to) {
        Map.Entry<Integer, Octets> before = byOffset.lowerEntry(to);
        return before != null && before.getKey() + before.getValue().length() > from;
    }

    private void insert(int from, Octets data) {
        List<Map.Entry<Integer, Octets>> old = take(from, from + data.length());
        put(from, data);
        if (overlap == Overlap.OLDEST) {
            for (Map.Entry<Integer, Octets> piece : old) {
                take(piece.getKey(), piece.getKey() + piece.getValue().length());
                put(piece.getKey(), piece.getValue());
            }
        }
    }

    /** Removes what covers {@code from} to {@code to}, keeps what reaches beyond, and returns what was removed whole. */
    private List<Map.Entry<Integer, Octets>> take(int from, int to) {
        List<Map.Entry<Integer, Octets>> taken = new ArrayList<>();
        for (Map.Entry<Integer, Octets> piece = byOffset.lowerEntry(to);
                piece != null && piece.getKey() + piece.getValue().length() > from;
                piece = byOffset.lowerEntry(to)) {
            int start = piece.getKey();
            Octets octets = piece.getValue();
            byOffset.remove(start);
            arrived -= octets.length();
            taken.add(piece);
            put(start, octets.slice(0, Math.max(0, from - start)));
            put(to, octets.from(Math.min(octets.length(), to - start)));
        }
        return taken;
    }

    private void put(int from, Octets data) {
        if (!data.isEmpty()) {
            byOffset.put(from, data);
            arrived += data.length();
        }
    }
}

package wirebook.pcap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wirebook.bytes.Octets;

/** A message that takes several segments: from the octet of the stream where it starts to the one that it needs. */
final class Pdu {
    private final long start;
    private final TreeMap<Long, Octets> pieces = new TreeMap<>();
    private long end;
    private boolean segment;
    private boolean whole;

    Pdu(long start) {
        this.start = start;
    }

    long start() {
        return start;
    }

    /** The offset behind the last octet that it is known to need. */
    long end() {
        return end;
    }

    /** Asks for the octets up to {@code newEnd}. */
    void needs(long newEnd) {
        end = newEnd;
        segment = false;
        whole = false;
    }

    /** Asks for one more segment behind {@code reached}, of whatever length. */
    void needsSegment(long reached) {
        needs(reached + 1);
        segment = true;
    }

    /** How many of {@code octets}, which begin at {@code from}, are a part of it. */
    int share(long from, Octets octets) {
        return segment ? octets.length() : (int) Math.min(octets.length(), end - from);
    }

    /** Puts a piece in; whether the message is whole by it. */
    boolean add(long from, Octets octets) {
        if (whole) {
            return false;
        }
        pieces.merge(from, octets, (old, late) -> old.length() >= late.length() ? old : late);
        whole = reached() >= end;
        if (segment) {
            end = Math.max(end, from + octets.length());
            segment = false;
        }
        return whole;
    }

    /** The offset of the first octet that is missing. */
    private long reached() {
        long reached = start;
        for (Map.Entry<Long, Octets> piece : pieces.entrySet()) {
            if (piece.getKey() > reached) {
                return reached;
            }
            reached = Math.max(reached, piece.getKey() + piece.getValue().length());
        }
        return reached;
    }

    /** The octets up to the first that is missing; from then on they are one piece. */
    Octets octets() {
        List<Octets> all = new ArrayList<>();
        long reached = start;
        for (Map.Entry<Long, Octets> piece : pieces.entrySet()) {
            Octets octets = piece.getValue();
            if (piece.getKey() > reached) {
                break;
            }
            int known = (int) Math.min(octets.length(), reached - piece.getKey());
            all.add(octets.from(known));
            reached += octets.length() - known;
        }
        return Octets.join(all);
    }
}

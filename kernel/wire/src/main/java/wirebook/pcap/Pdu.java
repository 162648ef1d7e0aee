package wirebook.pcap;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import wirebook.bytes.Octets;

/** A message that takes several segments: from the octet of the stream where it starts to the one that it needs. */
final class Pdu {
    private final long start;
    private final TreeMap<Long, Octets> ahead = new TreeMap<>();
    private byte[] array = new byte[0];
    private int filled;
    private long end;
    private boolean segment;
    private boolean whole;
    private HttpHead.Found found = HttpHead.UNKNOWN;

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

    /** What was found out about it when its octets were last looked at. */
    HttpHead.Found found() {
        return found;
    }

    /** Asks for the octets up to {@code newEnd}. */
    void needs(long newEnd, HttpHead.Found known) {
        end = newEnd;
        found = known;
        segment = false;
        whole = false;
    }

    /** Asks for one more segment behind {@code reached}, of whatever length. */
    void needsSegment(long reached, HttpHead.Found known) {
        needs(reached + 1, known);
        segment = true;
    }

    /** How many of {@code octets}, which begin at {@code from}, are a part of it. */
    int share(long from, Octets octets) {
        return segment ? octets.length() : (int) Math.min(octets.length(), end - from);
    }

    /** Puts a piece in; whether the message is whole by it. */
    boolean add(long from, Octets octets) {
        if (whole || end == Long.MAX_VALUE) {
            return false;
        }
        ahead.merge(from, octets, (old, late) -> old.length() >= late.length() ? old : late);
        while (!ahead.isEmpty() && ahead.firstKey() <= reached()) {
            append(ahead.pollFirstEntry());
        }
        whole = reached() >= end;
        if (segment) {
            end = Math.max(end, from + octets.length());
            segment = false;
        }
        return whole;
    }

    private void append(Map.Entry<Long, Octets> piece) {
        Octets octets = piece.getValue();
        Octets fresh = octets.from((int) Math.min(octets.length(), reached() - piece.getKey()));
        if (filled + fresh.length() > array.length) {
            array = Arrays.copyOf(array, Math.max(filled + fresh.length(), 2 * filled));
        }
        fresh.copyTo(array, filled);
        filled += fresh.length();
    }

    /** The offset of the first octet that is missing. */
    private long reached() {
        return start + filled;
    }

    /** The octets up to the first that is missing. */
    Octets octets() {
        return Octets.wrap(array).slice(0, filled);
    }

    /** Its octets were understood, and are not needed any more. */
    void forget() {
        array = new byte[0];
        filled = 0;
    }
}

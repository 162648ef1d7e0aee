package wirebook.pcap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import wirebook.bytes.Octets;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;

/** The octets of one direction, put in order: each counted once, those that came first kept. */
public final class Stream {
    /** Octets that were sent: all of them, or as many as the snap length left. */
    private record Piece(Octets octets, long length) {}

    private final TreeMap<Long, Piece> pieces = new TreeMap<>();
    private boolean based;
    private long lastSeq;
    private long lastOffset;

    Stream(OptionalLong initialSequenceNumber) {
        initialSequenceNumber.ifPresent(isn -> base(SequenceNumber.plus(isn, 1)));
    }

    private void base(long seq) {
        based = true;
        lastSeq = seq;
        lastOffset = 0;
    }

    void add(SeenSegment seen) {
        if (seen.length() == 0) {
            return;
        }
        long seq = SequenceNumber.plus(seen.segment().seq(), seen.has(ControlBit.SYN) ? 1 : 0);
        if (!based) {
            base(seq);
        }
        lastOffset += SequenceNumber.minus(seq, lastSeq);
        lastSeq = seq;
        fill(lastOffset, new Piece(seen.segment().data(), seen.length()));
    }

    /** Puts in what of the piece is not there yet. */
    private void fill(long from, Piece piece) {
        long at = from;
        long end = from + piece.length();
        while (at < end) {
            Map.Entry<Long, Piece> before = pieces.floorEntry(at);
            long free = before == null
                    ? at
                    : Math.max(at, before.getKey() + before.getValue().length());
            if (free > at) {
                at = free;
                continue;
            }
            Long next = pieces.ceilingKey(at);
            long stop = next == null ? end : Math.min(end, next);
            pieces.put(at, part(piece, at - from, stop - from));
            at = stop;
        }
    }

    private static Piece part(Piece piece, long from, long to) {
        int have = piece.octets().length();
        return new Piece(piece.octets().slice((int) Math.min(from, have), (int) Math.min(to, have)), to - from);
    }

    /** How many octets of the stream the capture shows or, where the snap length cut them, tells of. */
    public long length() {
        return pieces.values().stream().mapToLong(Piece::length).sum();
    }

    /** The octets from the start of the stream up to the first that is missing. */
    public Octets octets() {
        List<Octets> whole = new ArrayList<>();
        long at = 0;
        for (Map.Entry<Long, Piece> entry : pieces.tailMap(0L, true).entrySet()) {
            Piece piece = entry.getValue();
            if (entry.getKey() != at) {
                break;
            }
            whole.add(piece.octets());
            if (piece.octets().length() < piece.length()) {
                break;
            }
            at += piece.length();
        }
        return Octets.join(whole);
    }

    /** Whether octets are missing between those that the capture shows. */
    public boolean hasGaps() {
        return octets().length() < length();
    }
}

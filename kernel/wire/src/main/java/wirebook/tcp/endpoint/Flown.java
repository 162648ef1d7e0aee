package wirebook.tcp.endpoint;

/** A segment that was sent and is not yet acknowledged, as the sender remembers it. Offsets count from the SYN, which is 0. */
final class Flown {
    long start;
    final long end;
    final long firstSent;
    long lastSent;
    int transmissions;
    boolean sacked;
    boolean lost;

    Flown(long start, long end, long now) {
        this.start = start;
        this.end = end;
        this.firstSent = now;
        this.lastSent = now;
        this.transmissions = 1;
    }

    /** A part of it with the same history. */
    Flown piece(long from, long to) {
        Flown piece = new Flown(from, to, firstSent);
        piece.lastSent = lastSent;
        piece.transmissions = transmissions;
        piece.sacked = sacked;
        piece.lost = lost;
        return piece;
    }

    long length() {
        return end - start;
    }

    /** Whether it counts as being on the way. */
    boolean inPipe() {
        return !sacked && !lost;
    }

    /** Whether it was sent more than once: then nobody knows which of them was acknowledged (Karn). */
    boolean retransmitted() {
        return transmissions > 1;
    }
}

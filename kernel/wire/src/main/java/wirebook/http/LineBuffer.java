package wirebook.http;

import java.util.Arrays;

/** The beginning of a line whose end has not arrived yet. */
final class LineBuffer {
    /** Takes a line without its LF; {@code start} is the place of {@code line[0]} in the stream. */
    @FunctionalInterface
    interface Taker {
        void line(byte[] line, int from, int lf, long start);
    }

    private byte[] octets = new byte[128];
    private int length;

    void append(byte[] more, int from, int to) {
        int needed = length + to - from;
        if (needed > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(needed, 2 * octets.length));
        }
        System.arraycopy(more, from, octets, length, to - from);
        length = needed;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** A copy of what is held; afterwards nothing is. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(octets, length);
        length = 0;
        return taken;
    }

    /**
     * Reads on to the end of the line and hands it over, or else holds what there is of it.
     *
     * @param base the place of {@code more[0]} in the stream
     * @param room how many octets the line may have
     * @return the place behind what was read, or -1 if the line is longer; then all of it is held
     */
    int cut(byte[] more, int at, long base, int room, Taker taker) {
        int end = lineEnd(more, at);
        boolean fits = length + end - at <= room;
        if (fits && end < more.length && length == 0) {
            taker.line(more, at, end, base);
            return end + 1;
        }
        append(more, at, end);
        if (fits && end < more.length) {
            long start = base + end - length;
            byte[] whole = take();
            taker.line(whole, 0, whole.length, start);
        }
        return fits ? Math.min(end + 1, more.length) : -1;
    }

    /** Where the line that goes on at {@code from} ends: at its LF, or where the octets do. */
    static int lineEnd(byte[] octets, int from) {
        return Words.indexOf(octets, '\n', from, octets.length);
    }

    /** The first place of {@code octet}, or -1. */
    int indexOf(char octet) {
        for (int at = 0; at < length; at++) {
            if (octets[at] == octet) {
                return at;
            }
        }
        return -1;
    }
}

package wirebook.http;

import java.util.Arrays;

/** The beginning of a line whose end has not arrived yet. */
final class LineBuffer {
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

    /** A copy of what is held; afterwards nothing is. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(octets, length);
        length = 0;
        return taken;
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

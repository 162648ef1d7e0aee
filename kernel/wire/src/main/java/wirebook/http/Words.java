package wirebook.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches that look at eight octets at a time: what a reader does to every octet has to be cheap. */
final class Words {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private Words() {}

    /** The first place of {@code wanted} (below 0x80) from {@code from} on, or {@code to} if there is none before. */
    static int indexOf(byte[] octets, char wanted, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long found = zeros((long) WORD.get(octets, at) ^ ONES * wanted);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (at < to && octets[at] != wanted) {
            at++;
        }
        return at;
    }

    /** A place from {@code from} on before which there is no control character; at {@code to} the latest. */
    static int skipText(byte[] octets, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && controls((long) WORD.get(octets, at)) == 0) {
            at += Long.BYTES;
        }
        return at;
    }

    /** A mark in each octet that is zero; above the first one there may be more marks than zeros. */
    private static long zeros(long word) {
        return word - ONES & ~word & HIGHS;
    }

    /** Marks where an octet is below 0x20 or is 0x7f. */
    private static long controls(long word) {
        long below = word - ONES * 0x20 & ~word & HIGHS;
        return below | zeros(word ^ ONES * 0x7f);
    }
}

package wirebook.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The Internet checksum: the ones' complement of the ones' complement sum of 16-bit words (RFC 1071).
 *
 * <p>Sums are kept unfolded in 64 bits, so that the parts of a packet are summed one by one. A part that is followed by
 * another has an even number of octets.
 */
public final class Checksum {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOW = 0xffff_ffffL;

    private Checksum() {}

    /** The checksum of {@code octets} as one part, 0 to 65,535. */
    public static int of(Octets octets) {
        return fold(octets.sum(0));
    }

    /** The checksum that belongs to an unfolded {@code sum}, 0 to 65,535. */
    public static int fold(long sum) {
        long folded = (sum & LOW) + (sum >>> 32);
        folded = (folded & 0xffff) + (folded >>> 16);
        folded = (folded & 0xffff) + (folded >>> 16);
        folded = (folded & 0xffff) + (folded >>> 16);
        return Short.toUnsignedInt(Short.reverseBytes((short) ~folded));
    }

    /** The unfolded sum with one 16-bit {@code word} more. */
    public static long plus(long sum, int word) {
        return sum + Short.toUnsignedInt(Short.reverseBytes((short) word));
    }

    /**
     * The unfolded sum with {@code length} octets of {@code array} more. Words are summed as the machine reads them, low
     * octet first, 32 bits at a time: RFC 1071 section 2 (B) and (C) show that the order and the width do not matter.
     */
    public static long sum(long sum, byte[] array, int from, int length) {
        long even = sum & LOW;
        long odd = sum >>> 32;
        int at = from;
        int end = from + length;
        for (; at <= end - 8; at += 8) { // one plain step: the JVM turns the loop into vectors
            long word = (long) LONGS.get(array, at);
            even += word & LOW;
            odd += word >>> 32;
        }
        for (int shift = 0; at < end; at++, shift += 8) {
            even += (array[at] & 0xffL) << (shift & 31);
        }
        return even + odd;
    }
}

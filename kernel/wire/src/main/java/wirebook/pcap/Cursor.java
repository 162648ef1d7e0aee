package wirebook.pcap;

import java.nio.ByteOrder;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

/** A place in a file that moves forward as numbers of either byte order are read. */
final class Cursor {
    private final Octets octets;
    private final int base;
    private final String rule;
    private ByteOrder order;
    private int at;

    /**
     * @param base the offset of the first of {@code octets} in the file
     * @param rule what to quote where octets are missing
     */
    Cursor(Octets octets, int base, ByteOrder order, String rule) {
        this.octets = octets;
        this.base = base;
        this.order = order;
        this.rule = rule;
    }

    void order(ByteOrder newOrder) {
        order = newOrder;
    }

    ByteOrder order() {
        return order;
    }

    /** The offset in the file. */
    int place() {
        return base + at;
    }

    int left() {
        return octets.length() - at;
    }

    int u16() {
        int from = step(2);
        int value = octets.u16(from);
        return order == ByteOrder.BIG_ENDIAN ? value : Short.toUnsignedInt(Short.reverseBytes((short) value));
    }

    long u32() {
        int from = step(4);
        long value = octets.u32(from);
        return order == ByteOrder.BIG_ENDIAN ? value : Integer.toUnsignedLong(Integer.reverseBytes((int) value));
    }

    long i64() {
        long first = u32();
        long second = u32();
        return order == ByteOrder.BIG_ENDIAN ? first << 32 | second : second << 32 | first;
    }

    /** The next {@code length} octets. */
    Octets take(long length) {
        int from = step(length);
        return octets.slice(from, at);
    }

    /** The next {@code length} octets; the cursor then stands at a multiple of four, or at the end. */
    Octets padded(long length) {
        Octets taken = take(length);
        at = (int) Math.min(octets.length(), at + 3L & ~3L);
        return taken;
    }

    private int step(long length) {
        if (length < 0 || length > left()) {
            throw malformed(length + " octets should follow, here are " + left());
        }
        int from = at;
        at += (int) length;
        return from;
    }

    Malformed malformed(String what) {
        return new Malformed(what, place(), rule);
    }
}

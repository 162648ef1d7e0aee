package wirebook.pcap;

import java.nio.ByteOrder;
import java.util.Arrays;
import wirebook.bytes.Octets;

/** Octets in the making, with numbers in either byte order. */
final class Sink {
    private ByteOrder order;
    private byte[] array = new byte[4096];
    private int length;

    Sink(ByteOrder order) {
        this.order = order;
    }

    void order(ByteOrder newOrder) {
        order = newOrder;
    }

    int length() {
        return length;
    }

    Sink u16(int value) {
        return number(value, 2);
    }

    Sink u32(long value) {
        return number(value, 4);
    }

    Sink i64(long value) {
        return number(value, 8);
    }

    private Sink number(long value, int size) {
        room(size);
        for (int i = 0; i < size; i++) {
            int shift = 8 * (order == ByteOrder.BIG_ENDIAN ? size - 1 - i : i);
            array[length + i] = (byte) (value >>> shift);
        }
        length += size;
        return this;
    }

    Sink octets(Octets octets) {
        room(octets.length());
        octets.copyTo(array, length);
        length += octets.length();
        return this;
    }

    /** The octets, then zeros up to a multiple of four. */
    Sink padded(Octets octets) {
        octets(octets);
        int padding = -octets.length() & 3;
        room(padding);
        length += padding;
        return this;
    }

    private void room(int more) {
        if (length + more > array.length) {
            array = Arrays.copyOf(array, Math.max(length + more, array.length * 2));
        }
    }

    Octets toOctets() {
        return Octets.wrap(Arrays.copyOf(array, length));
    }
}

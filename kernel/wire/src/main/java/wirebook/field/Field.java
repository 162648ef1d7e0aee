package wirebook.field;

import wirebook.bytes.Octets;

/**
 * One field of a header: a row of its table.
 *
 * @param name the RFC's name
 * @param offset where it begins, in bits from the start of the header
 * @param bits its width, 1 to 64; an address or data may be wider, and is then text and octets but no number
 * @param format how its value is written
 * @param meaning what it says, in a sentence
 */
public record Field(String name, int offset, int bits, Format format, String meaning) {
    /** The value of this field in a header that starts with the first of {@code octets}. */
    public long get(Octets octets) {
        long value = 0;
        int last = (offset + bits - 1) >> 3;
        for (int i = offset >> 3; i <= last; i++) {
            value = value << 8 | octets.at(i);
        }
        return value >>> (7 - (offset + bits - 1 & 7)) & max();
    }

    /** Writes {@code value} into a header that starts at {@code at} of {@code target}; the bits there are zero. */
    public void put(byte[] target, int at, long value) {
        long shifted = (value & max()) << (7 - (offset + bits - 1 & 7));
        int first = offset >> 3;
        for (int i = (offset + bits - 1) >> 3; i >= first; i--, shifted >>>= 8) {
            target[at + i] |= (byte) shifted;
        }
    }

    /**
     * The value itself, if it fits.
     *
     * @throws IllegalArgumentException where it does not, with the name, the value and the range
     */
    public long check(long value) {
        if (value < 0 || value > max()) {
            throw new IllegalArgumentException(name + " " + value + " does not fit in " + bits
                    + (bits == 1 ? " bit" : " bits") + " (0 to " + max() + ")");
        }
        return value;
    }

    /** The largest value that fits, for fields up to 63 bits. */
    public long max() {
        return -1L >>> (64 - bits);
    }

    /** The text of this field's value in a header that starts with the first of {@code octets}. */
    public String text(Octets octets) {
        return bits > 64 ? format.show(octets.slice(offset / 8, (offset + bits) / 8)) : show(get(octets));
    }

    /** The text of {@code value}. */
    public String show(long value) {
        return format.show(value, bits);
    }
}

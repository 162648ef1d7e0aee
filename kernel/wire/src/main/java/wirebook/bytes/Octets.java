package wirebook.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * An immutable sequence of octets: a view of an array that nobody writes to any more.
 *
 * <p>Slicing shares the array, so a payload cut into a thousand segments is stored once.
 */
public final class Octets {
    private static final byte[] NOTHING = {};

    /** No octets. */
    public static final Octets EMPTY = new Octets(NOTHING, 0, 0);

    private final byte[] array;
    private final int from;
    private final int length;

    private Octets(byte[] array, int from, int length) {
        this.array = array;
        this.from = from;
        this.length = length;
    }

    /** A copy of {@code bytes}. */
    public static Octets of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone(), 0, bytes.length);
    }

    /** The UTF-8 encoding of {@code text}. */
    public static Octets ofText(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Octets from hexadecimal digits; white space, colons and an {@code 0x} in front are passed over.
     *
     * @throws IllegalArgumentException for an odd number of digits or a character that is no digit
     */
    public static Octets ofHex(String hex) {
        String digits = hex.strip().replaceFirst("^0[xX]", "").replaceAll("[\\s:]+", "");
        for (int i = 0; i < digits.length(); i++) {
            if (!HexFormat.isHexDigit(digits.charAt(i))) {
                throw new IllegalArgumentException(
                        "\"" + digits.charAt(i) + "\" is no hexadecimal digit (0 to 9, a to f)");
            }
        }
        if (digits.length() % 2 != 0) {
            throw new IllegalArgumentException(
                    "an octet has two hexadecimal digits; " + digits.length() + " digits leave half an octet");
        }
        return wrap(HexFormat.of().parseHex(digits));
    }

    /** The array itself as octets. The caller hands it over and never writes to it again. */
    public static Octets wrap(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes, 0, bytes.length);
    }

    /** All {@code parts}, one behind the other. */
    public static Octets join(Iterable<Octets> parts) {
        int length = 0;
        for (Octets part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (Octets part : parts) {
            System.arraycopy(part.array, part.from, all, at, part.length);
            at += part.length;
        }
        return wrap(all);
    }

    /** The number of octets. */
    public int length() {
        return length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The octet at {@code index}, 0 to 255. */
    public int at(int index) {
        return array[from + Objects.checkIndex(index, length)] & 0xff;
    }

    /** The two octets at {@code index} in network byte order, 0 to 65,535. */
    public int u16(int index) {
        return at(index) << 8 | at(index + 1);
    }

    /** The four octets at {@code index} in network byte order, 0 to 4,294,967,295. */
    public long u32(int index) {
        return (long) u16(index) << 16 | u16(index + 2);
    }

    /** The octets from {@code start} (inclusive) to {@code end} (exclusive), sharing this array. */
    public Octets slice(int start, int end) {
        Objects.checkFromToIndex(start, end, length);
        return start == end ? EMPTY : new Octets(array, from + start, end - start);
    }

    /** The octets from {@code start} on. */
    public Octets from(int start) {
        return slice(start, length);
    }

    /** These octets and then {@code more}; nothing is copied where both are neighbours in one array. */
    public Octets plus(Octets more) {
        return isEmpty()
                ? more
                : more.isEmpty()
                        ? this
                        : isBefore(more) ? new Octets(array, from, length + more.length) : join(List.of(this, more));
    }

    /** Whether {@code more} begins in the same array where these octets end. */
    @SuppressWarnings("ReferenceEquality") // the same array, not an equal one
    public boolean isBefore(Octets more) {
        return array == more.array && from + length == more.from;
    }

    /** These octets with bit {@code bit} turned over; bit 0 is the highest of the first octet. */
    public Octets flip(int bit) {
        byte[] copy = toArray();
        copy[Objects.checkIndex(bit, length * 8) / 8] ^= (byte) (0x80 >> bit % 8);
        return wrap(copy);
    }

    /** Copies the octets into {@code target} at {@code position}. */
    public void copyTo(byte[] target, int position) {
        System.arraycopy(array, from, target, position, length);
    }

    /** The unfolded sum of 16-bit words, {@code sum} and these octets together; see {@link Checksum}. */
    public long sum(long sum) {
        return Checksum.sum(sum, array, from, length);
    }

    /** These octets as {@code carrier} sends them. */
    public <R> R over(Carrier<R> carrier) {
        return carrier.carry(this);
    }

    /** A fresh array of the octets. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, from, from + length);
    }

    /** The octets read as UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String text() {
        return new String(array, from, length, StandardCharsets.UTF_8);
    }

    /** The octets as ISO 8859-1: one character an octet, nothing lost. */
    public String latin1() {
        return new String(array, from, length, StandardCharsets.ISO_8859_1);
    }

    /** Lower-case hexadecimal digits, two an octet. */
    public String hex() {
        return HexFormat.of().formatHex(array, from, from + length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that
                && Arrays.equals(array, from, from + length, that.array, that.from, that.from + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return length <= 32 ? hex() : slice(0, 32).hex() + "… (" + length + " octets)";
    }
}

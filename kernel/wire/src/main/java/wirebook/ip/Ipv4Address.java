package wirebook.ip;

import wirebook.bytes.Checksum;
import wirebook.bytes.Octets;
import wirebook.field.Format;

/**
 * An IPv4 address (RFC 791, 2.3).
 *
 * @param bits the 32 bits, first octet highest
 */
public record Ipv4Address(int bits) implements IpAddress {
    /**
     * An address from dotted decimal.
     *
     * @throws IllegalArgumentException for anything but four numbers from 0 to 255 with dots between
     */
    public static Ipv4Address of(String text) {
        String[] numbers = text.strip().split("\\.", -1);
        int bits = 0;
        for (String number : numbers) {
            if (numbers.length != 4 || !number.matches("[0-9]{1,3}") || Integer.parseInt(number) > 255) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is not an IPv4 address: four numbers from 0 to 255, such as 192.0.2.1");
            }
            bits = bits << 8 | Integer.parseInt(number);
        }
        return new Ipv4Address(bits);
    }

    /** The address as an unsigned number. */
    public long unsigned() {
        return Integer.toUnsignedLong(bits);
    }

    @Override
    public Octets bytes() {
        return Octets.of((byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits);
    }

    @Override
    public long sum(long sum) {
        return Checksum.plus(Checksum.plus(sum, bits >>> 16), bits);
    }

    @Override
    public String toString() {
        return Format.IPV4.show(unsigned(), 32);
    }
}

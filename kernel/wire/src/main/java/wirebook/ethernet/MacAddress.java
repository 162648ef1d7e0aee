package wirebook.ethernet;

import wirebook.field.Format;

/**
 * The hardware address of an Ethernet interface.
 *
 * @param bits the 48 bits, first octet highest
 */
public record MacAddress(long bits) {
    /** All interfaces. */
    public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

    /** Checks the range. */
    public MacAddress {
        EthernetHeader.DESTINATION.check(bits);
    }

    /**
     * An address from six octets in hexadecimal with colons between: {@code 02:00:5e:10:00:01}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static MacAddress of(String text) {
        if (!text.strip().matches("([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a hardware address: six octets, such as 02:00:5e:10:00:01");
        }
        return new MacAddress(Long.parseLong(text.strip().replaceAll("[:-]", ""), 16));
    }

    @Override
    public String toString() {
        return Format.MAC.show(bits, 48);
    }
}

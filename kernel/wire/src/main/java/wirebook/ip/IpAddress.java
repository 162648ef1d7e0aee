package wirebook.ip;

import wirebook.bytes.Octets;

/** The address of an interface, of either version. */
public sealed interface IpAddress permits Ipv4Address, Ipv6Address {
    /**
     * An address from its usual text: {@code 192.0.2.1}, {@code 2001:db8::1}.
     *
     * @throws IllegalArgumentException for text that is no address; names are never looked up
     */
    static IpAddress of(String text) {
        return text.contains(":") ? Ipv6Address.of(text) : Ipv4Address.of(text);
    }

    /** The address as it stands in a header: 4 or 16 octets. */
    Octets bytes();

    /** The unfolded sum for the Internet checksum with this address more. */
    default long sum(long sum) {
        return bytes().sum(sum);
    }
}

package wirebook.pcap;

/**
 * What the first octets of a captured frame are: the number that tcpdump.org's registry gives to a link layer.
 *
 * @param number 0 to 65,535
 */
public record LinkType(int number) {
    /** BSD loopback: four octets of address family in the capturing machine's order, then the packet. */
    public static final LinkType NULL = new LinkType(0);

    /** Ethernet II or IEEE 802.3. */
    public static final LinkType ETHERNET = new LinkType(1);

    /** The packet itself, IPv4 or IPv6, with nothing in front. Old files have 12 or 14, the numbers of some systems, for it. */
    public static final LinkType RAW = new LinkType(101);

    /** OpenBSD loopback: four octets of address family in network order, then the packet. */
    public static final LinkType LOOP = new LinkType(108);

    /** Linux cooked, version 1: 16 octets in front of the packet. */
    public static final LinkType LINUX_SLL = new LinkType(113);

    /** An IPv4 packet with nothing in front. */
    public static final LinkType IPV4 = new LinkType(228);

    /** An IPv6 packet with nothing in front. */
    public static final LinkType IPV6 = new LinkType(229);

    /** Linux cooked, version 2: 20 octets in front of the packet. */
    public static final LinkType LINUX_SLL2 = new LinkType(276);

    /** Checks the range. */
    public LinkType {
        if (number < 0 || number > 0xffff) {
            throw new IllegalArgumentException("link type " + number + " does not fit in 16 bits (0 to 65535)");
        }
    }

    @Override
    public String toString() {
        return switch (number) {
            case 0 -> "null";
            case 1 -> "Ethernet";
            case 12, 14, 101 -> "raw IP";
            case 108 -> "loopback";
            case 113 -> "Linux cooked v1";
            case 228 -> "raw IPv4";
            case 229 -> "raw IPv6";
            case 276 -> "Linux cooked v2";
            default -> "link type " + number;
        };
    }
}

package wirebook.ip;

/** The protocol numbers that appear in lectures (IANA, Protocol Numbers). */
public final class Protocols {
    /** ICMP. */
    public static final int ICMP = 1;

    /** TCP. */
    public static final int TCP = 6;

    /** UDP. */
    public static final int UDP = 17;

    /** ICMPv6. */
    public static final int ICMPV6 = 58;

    /** Nothing follows (RFC 8200, 4.7). */
    public static final int NOTHING = 59;

    static final int HOP_BY_HOP = 0;
    static final int ROUTING = 43;
    static final int FRAGMENT = 44;
    static final int DESTINATION_OPTIONS = 60;

    private Protocols() {}

    /** The name of a protocol number in parentheses, a space in front; empty for one without a name here. */
    static String named(int protocol) {
        return switch (protocol) {
            case ICMP -> " (ICMP)";
            case TCP -> " (TCP)";
            case UDP -> " (UDP)";
            case ROUTING -> " (Routing)";
            case FRAGMENT -> " (Fragment)";
            case ICMPV6 -> " (ICMPv6)";
            case NOTHING -> " (nothing)";
            case DESTINATION_OPTIONS -> " (Destination Options)";
            default -> "";
        };
    }

    /** The name of an IPv6 Next Header number: zero means Hop-by-Hop Options there. */
    static String next(int number) {
        return number == HOP_BY_HOP ? " (Hop-by-Hop Options)" : named(number);
    }
}

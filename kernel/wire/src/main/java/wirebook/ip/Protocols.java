package wirebook.ip;

/** The protocol numbers that appear in lectures (IANA, Protocol Numbers). */
public final class Protocols {
    /** ICMP. */
    public static final int ICMP = 1;

    /** TCP. */
    public static final int TCP = 6;

    /** UDP. */
    public static final int UDP = 17;

    private Protocols() {}

    /** The name of a protocol number in parentheses, a space in front; empty for one without a name here. */
    static String named(int protocol) {
        return switch (protocol) {
            case ICMP -> " (ICMP)";
            case TCP -> " (TCP)";
            case UDP -> " (UDP)";
            case 58 -> " (ICMPv6)";
            case 59 -> " (nothing)";
            default -> "";
        };
    }
}

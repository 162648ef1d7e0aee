package wirebook.ip;

import static wirebook.ip.Ipv6Header.FRAGMENT;
import static wirebook.ip.Ipv6Header.FRAGMENT_OFFSET;
import static wirebook.ip.Ipv6Header.IDENTIFICATION;
import static wirebook.ip.Ipv6Header.MORE;
import static wirebook.ip.Ipv6Header.OPTIONS;
import static wirebook.ip.Ipv6Header.ROUTING;
import static wirebook.ip.Ipv6Header.ROUTING_TYPE;
import static wirebook.ip.Ipv6Header.SEGMENTS_LEFT;

import wirebook.bytes.Octets;
import wirebook.field.Field;
import wirebook.field.Header;

/** An extension header of IPv6, between the header and what the packet carries (RFC 8200, 4). */
public sealed interface ExtensionHeader {
    /** The number that the Next Header field in front of it has. */
    int number();

    /** Its length in octets, a multiple of 8. */
    int length();

    /** The table of its fixed fields. */
    Header table();

    /** Writes all but Next Header to {@code target}, whose octets from {@code at} on are zero. */
    void encode(byte[] target, int at);

    /** Options that every router on the way looks at (RFC 8200, 4.3). */
    record HopByHop(Octets options) implements ExtensionHeader {
        /** Checks the length: 6 octets and then multiples of 8. */
        public HopByHop {
            check("Hop-by-Hop Options", 2 + options.length());
        }

        @Override
        public int number() {
            return Protocols.HOP_BY_HOP;
        }

        @Override
        public int length() {
            return 2 + options.length();
        }

        @Override
        public Header table() {
            return OPTIONS;
        }

        @Override
        public void encode(byte[] target, int at) {
            target[at + 1] = (byte) (length() / 8 - 1);
            options.copyTo(target, at + 2);
        }
    }

    /** Options for the destination alone (RFC 8200, 4.6). */
    record DestinationOptions(Octets options) implements ExtensionHeader {
        /** Checks the length: 6 octets and then multiples of 8. */
        public DestinationOptions {
            check("Destination Options", 2 + options.length());
        }

        @Override
        public int number() {
            return Protocols.DESTINATION_OPTIONS;
        }

        @Override
        public int length() {
            return 2 + options.length();
        }

        @Override
        public Header table() {
            return OPTIONS;
        }

        @Override
        public void encode(byte[] target, int at) {
            target[at + 1] = (byte) (length() / 8 - 1);
            options.copyTo(target, at + 2);
        }
    }

    /**
     * Nodes to visit on the way (RFC 8200, 4.4).
     *
     * @param type which kind of routing header, 0 to 255
     * @param segmentsLeft how many nodes are still to be visited, 0 to 255
     * @param data what the kind says
     */
    record Routing(int type, int segmentsLeft, Octets data) implements ExtensionHeader {
        /** Checks the ranges and the length: 4 octets of data and then multiples of 8. */
        public Routing {
            ROUTING_TYPE.check(type);
            SEGMENTS_LEFT.check(segmentsLeft);
            check("Routing", 4 + data.length());
        }

        @Override
        public int number() {
            return Protocols.ROUTING;
        }

        @Override
        public int length() {
            return 4 + data.length();
        }

        @Override
        public Header table() {
            return ROUTING;
        }

        @Override
        public void encode(byte[] target, int at) {
            target[at + 1] = (byte) (length() / 8 - 1);
            ROUTING_TYPE.put(target, at, type);
            SEGMENTS_LEFT.put(target, at, segmentsLeft);
            data.copyTo(target, at + 4);
        }
    }

    /**
     * This packet is a piece of another (RFC 8200, 4.5).
     *
     * @param offset where the piece belongs, in units of 8 octets, 0 to 8,191
     * @param more whether more pieces follow
     * @param identification the same in all pieces, 0 to 4,294,967,295
     */
    record Fragment(int offset, boolean more, long identification) implements ExtensionHeader {
        /** Checks the ranges. */
        public Fragment {
            FRAGMENT_OFFSET.check(offset);
            IDENTIFICATION.check(identification);
        }

        @Override
        public int number() {
            return Protocols.FRAGMENT;
        }

        @Override
        public int length() {
            return 8;
        }

        @Override
        public Header table() {
            return FRAGMENT;
        }

        @Override
        public void encode(byte[] target, int at) {
            FRAGMENT_OFFSET.put(target, at, offset);
            MORE.put(target, at, more ? 1 : 0);
            IDENTIFICATION.put(target, at, identification);
        }
    }

    private static void check(String name, int length) {
        if (length % 8 != 0 || length < 8 || length > 2048) {
            throw new IllegalArgumentException(
                    "a " + name + " header has a multiple of 8 octets, 8 to 2048 (RFC 8200, 4);"
                            + " this one would have " + length);
        }
    }

    /** The name of the header's kind. */
    default String name() {
        return switch (this) {
            case HopByHop _ -> "Hop-by-Hop Options";
            case DestinationOptions _ -> "Destination Options";
            case Routing _ -> "Routing";
            case Fragment _ -> "Fragment";
        };
    }

    /** What follows the fixed fields: options or a route, one wide field; empty for a fragment header. */
    default java.util.Optional<Field> rest() {
        int fixed = table().length() * 8;
        return length() * 8 == fixed
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Field(
                        this instanceof Routing ? "Type-specific Data" : "Options",
                        fixed,
                        length() * 8 - fixed,
                        wirebook.field.Format.HEX,
                        "type, length and value of each option, padded"));
    }
}

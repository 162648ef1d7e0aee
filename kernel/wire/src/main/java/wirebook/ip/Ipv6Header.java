package wirebook.ip;

import static wirebook.field.Format.HEX;
import static wirebook.field.Format.IPV6;
import static wirebook.field.Header.row;

import wirebook.field.Field;
import wirebook.field.Header;

/** The tables of the IPv6 header and its extension headers (RFC 8200, 3 and 4). */
final class Ipv6Header {
    static final Header TABLE = Header.of(
            "IPv6",
            "RFC 8200, 3",
            row("Version", 4, "the version of IP: 6"),
            row("Traffic Class", 8, "six bits of DSCP (RFC 2474), two of ECN (RFC 3168)"),
            row(
                    "Flow Label",
                    20,
                    HEX,
                    "the same in all packets of one flow, so that routers keep them together (RFC 6437)"),
            row("Payload Length", 16, "how many octets follow this header, extension headers included"),
            row("Next Header", 8, "what follows: 6 TCP, 17 UDP, 58 ICMPv6, or an extension header"),
            row("Hop Limit", 8, "how many routers the packet may still pass"),
            row("Source Address", 128, IPV6, "who sent the packet"),
            row("Destination Address", 128, IPV6, "whom it is for"));

    static final Field VERSION = TABLE.field("Version");
    static final Field TRAFFIC_CLASS = TABLE.field("Traffic Class");
    static final Field FLOW_LABEL = TABLE.field("Flow Label");
    static final Field PAYLOAD_LENGTH = TABLE.field("Payload Length");
    static final Field NEXT_HEADER = TABLE.field("Next Header");
    static final Field HOP_LIMIT = TABLE.field("Hop Limit");
    static final Field SOURCE_ADDRESS = TABLE.field("Source Address");
    static final Field DESTINATION_ADDRESS = TABLE.field("Destination Address");

    private static final String NEXT = "what follows this header";
    private static final String LENGTH = "the header's length in units of 8 octets, the first 8 not counted";

    /** Hop-by-Hop Options and Destination Options, without their options. */
    static final Header OPTIONS =
            Header.of("Options", "RFC 8200, 4.3 and 4.6", row("Next Header", 8, NEXT), row("Hdr Ext Len", 8, LENGTH));

    static final Header ROUTING = Header.of(
            "Routing",
            "RFC 8200, 4.4",
            row("Next Header", 8, NEXT),
            row("Hdr Ext Len", 8, LENGTH),
            row("Routing Type", 8, "which kind of routing header"),
            row("Segments Left", 8, "how many nodes are still to be visited"));

    static final Header FRAGMENT = Header.of(
            "Fragment",
            "RFC 8200, 4.5",
            row("Next Header", 8, "what the first fragment's data begins with"),
            row("Reserved", 8, "zero"),
            row("Fragment Offset", 13, "where this fragment belongs, in units of 8 octets"),
            row("Res", 2, "zero"),
            row("M", 1, "more fragments follow"),
            row("Identification", 32, "the same in all fragments of one packet"));

    static final Field ROUTING_TYPE = ROUTING.field("Routing Type");
    static final Field SEGMENTS_LEFT = ROUTING.field("Segments Left");
    static final Field FRAGMENT_OFFSET = FRAGMENT.field("Fragment Offset");
    static final Field MORE = FRAGMENT.field("M");
    static final Field IDENTIFICATION = FRAGMENT.field("Identification");

    private Ipv6Header() {}
}

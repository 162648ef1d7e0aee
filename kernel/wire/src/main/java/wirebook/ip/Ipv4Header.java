package wirebook.ip;

import static wirebook.field.Format.HEX;
import static wirebook.field.Format.IPV4;
import static wirebook.field.Header.row;

import wirebook.field.Field;
import wirebook.field.Header;

/** The table of the IPv4 header (RFC 791, 3.1; the second octet after RFC 2474 and RFC 3168). */
final class Ipv4Header {
    static final Header TABLE = Header.of(
            "IPv4",
            "RFC 791, 3.1",
            row("Version", 4, "the version of IP: 4"),
            row("IHL", 4, "Internet Header Length: the header's length in words of 32 bits, at least 5"),
            row("DSCP", 6, "Differentiated Services codepoint: how routers should treat the packet (RFC 2474)"),
            row(
                    "ECN",
                    2,
                    "Explicit Congestion Notification: 0 not capable, 1 and 2 capable, 3 congestion met (RFC 3168)"),
            row("Total Length", 16, "the packet's length in octets, header and data"),
            row("Identification", 16, "the same in all fragments of one packet, so that they find each other"),
            row("0", 1, "reserved, must be zero"),
            row("DF", 1, "Don't Fragment: a router drops the packet rather than cut it"),
            row("MF", 1, "More Fragments: this is not the last fragment"),
            row("Fragment Offset", 13, "where this fragment belongs, in units of 8 octets"),
            row("Time to Live", 8, "how many routers the packet may still pass"),
            row("Protocol", 8, "what the packet carries: 1 ICMP, 6 TCP, 17 UDP"),
            row("Header Checksum", 16, HEX, "the Internet checksum of the header alone"),
            row("Source Address", 32, IPV4, "who sent the packet"),
            row("Destination Address", 32, IPV4, "whom it is for"));

    static final Field VERSION = TABLE.field("Version");
    static final Field IHL = TABLE.field("IHL");
    static final Field DSCP = TABLE.field("DSCP");
    static final Field ECN = TABLE.field("ECN");
    static final Field TOTAL_LENGTH = TABLE.field("Total Length");
    static final Field IDENTIFICATION = TABLE.field("Identification");
    static final Field RESERVED = TABLE.field("0");
    static final Field DF = TABLE.field("DF");
    static final Field MF = TABLE.field("MF");
    static final Field FRAGMENT_OFFSET = TABLE.field("Fragment Offset");
    static final Field TIME_TO_LIVE = TABLE.field("Time to Live");
    static final Field PROTOCOL = TABLE.field("Protocol");
    static final Field HEADER_CHECKSUM = TABLE.field("Header Checksum");
    static final Field SOURCE_ADDRESS = TABLE.field("Source Address");
    static final Field DESTINATION_ADDRESS = TABLE.field("Destination Address");

    private Ipv4Header() {}
}

package wirebook.ip;

import static wirebook.field.Format.HEX;
import static wirebook.field.Header.row;

import wirebook.field.Field;
import wirebook.field.Header;

/** The table of the UDP header (RFC 768). */
final class UdpHeader {
    static final Header TABLE = Header.of(
            "UDP",
            "RFC 768",
            row("Source Port", 16, "the port that sent the datagram; zero if no answer is wanted"),
            row("Destination Port", 16, "the port that it is for"),
            row("Length", 16, "the datagram's length in octets, header and data, at least 8"),
            row(
                    "Checksum",
                    16,
                    HEX,
                    "the Internet checksum of pseudo-header, header and data; zero says that there is none"));

    static final Field SOURCE_PORT = TABLE.field("Source Port");
    static final Field DESTINATION_PORT = TABLE.field("Destination Port");
    static final Field LENGTH = TABLE.field("Length");
    static final Field CHECKSUM = TABLE.field("Checksum");

    private UdpHeader() {}
}

package wirebook.tcp;

import static wirebook.field.Format.HEX;
import static wirebook.field.Header.row;

import wirebook.field.Field;
import wirebook.field.Header;

/** The table of the TCP header (RFC 9293, 3.1). */
final class TcpHeader {
    static final Header TABLE = Header.of(
            "TCP",
            "RFC 9293, 3.1",
            row("Source Port", 16, "the port of the endpoint that sent the segment"),
            row("Destination Port", 16, "the port of the endpoint it is for"),
            row("Sequence Number", 32, "the number of the first data octet; of the SYN itself where SYN is set"),
            row(
                    "Acknowledgment Number",
                    32,
                    "the number of the next octet that the sender expects; means something if ACK is set"),
            row("Data Offset", 4, "where the data begins, in words of 32 bits: the header's length"),
            row("Rsrvd", 4, "reserved for later use: zero when sent, ignored when received"),
            row("CWR", 1, "Congestion Window Reduced (RFC 3168)"),
            row("ECE", 1, "ECN-Echo: a packet met congestion on its way (RFC 3168)"),
            row("URG", 1, "the Urgent Pointer means something"),
            row("ACK", 1, "the Acknowledgment Number means something"),
            row("PSH", 1, "push: hand the data to the application now"),
            row("RST", 1, "reset the connection"),
            row("SYN", 1, "synchronize sequence numbers: the first segment each way"),
            row("FIN", 1, "no more data from the sender"),
            row(
                    "Window",
                    16,
                    "how many octets from the Acknowledgment Number on the sender is ready to take, before scaling"),
            row("Checksum", 16, HEX, "the Internet checksum of pseudo-header, header and data"),
            row(
                    "Urgent Pointer",
                    16,
                    "where urgent data ends, from the Sequence Number on; means something if URG is set"));

    static final Field SOURCE_PORT = TABLE.field("Source Port");
    static final Field DESTINATION_PORT = TABLE.field("Destination Port");
    static final Field SEQUENCE_NUMBER = TABLE.field("Sequence Number");
    static final Field ACKNOWLEDGMENT_NUMBER = TABLE.field("Acknowledgment Number");
    static final Field DATA_OFFSET = TABLE.field("Data Offset");
    static final Field RESERVED = TABLE.field("Rsrvd");
    static final Field WINDOW = TABLE.field("Window");
    static final Field CHECKSUM = TABLE.field("Checksum");
    static final Field URGENT_POINTER = TABLE.field("Urgent Pointer");

    /** The eight control bits as one number. */
    static final Field CONTROL_BITS = new Field(
            "Control bits",
            TABLE.field("CWR").offset(),
            8,
            wirebook.field.Format.BITS,
            "CWR ECE URG ACK PSH RST SYN FIN");

    private TcpHeader() {}
}

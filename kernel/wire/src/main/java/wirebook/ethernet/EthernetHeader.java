package wirebook.ethernet;

import static wirebook.field.Format.HEX;
import static wirebook.field.Format.IPV4;
import static wirebook.field.Format.MAC;
import static wirebook.field.Header.row;

import wirebook.field.Field;
import wirebook.field.Header;

/** The tables of an Ethernet frame, of a VLAN tag in it, and of ARP for IPv4. */
final class EthernetHeader {
    static final Header TABLE = Header.of(
            "Ethernet",
            "IEEE 802.3, 3.2",
            row("Destination Address", 48, MAC, "the interface that the frame is for"),
            row("Source Address", 48, MAC, "the interface that sent it"),
            row("EtherType", 16, HEX, "what the frame carries; less than 0x0600 is a length instead"));

    static final Header VLAN = Header.of(
            "VLAN",
            "IEEE 802.1Q, 9",
            row("PCP", 3, "Priority Code Point: how urgent the frame is, 0 to 7"),
            row("DEI", 1, "Drop Eligible Indicator: drop this one first"),
            row("VID", 12, "VLAN Identifier: which virtual network the frame belongs to"),
            row("EtherType", 16, HEX, "what follows the tag"));

    static final Header ARP = Header.of(
            "ARP",
            "RFC 826",
            row("Hardware Type", 16, "the kind of link: 1 is Ethernet"),
            row("Protocol Type", 16, HEX, "whose addresses are asked for: 0x0800 is IPv4"),
            row("Hardware Length", 8, "octets in a hardware address"),
            row("Protocol Length", 8, "octets in a protocol address"),
            row("Operation", 16, "1 request, 2 reply"),
            row("Sender Hardware Address", 48, MAC, "the hardware address of who sends this"),
            row("Sender Protocol Address", 32, IPV4, "the IPv4 address of who sends this"),
            row("Target Hardware Address", 48, MAC, "what is asked for: zero in a request"),
            row("Target Protocol Address", 32, IPV4, "whose hardware address is asked for"));

    static final Field DESTINATION = TABLE.field("Destination Address");
    static final Field SOURCE = TABLE.field("Source Address");
    static final Field ETHER_TYPE = TABLE.field("EtherType");
    static final Field PCP = VLAN.field("PCP");
    static final Field DEI = VLAN.field("DEI");
    static final Field VID = VLAN.field("VID");
    static final Field OPERATION = ARP.field("Operation");
    static final Field SENDER_HARDWARE = ARP.field("Sender Hardware Address");
    static final Field SENDER_PROTOCOL = ARP.field("Sender Protocol Address");
    static final Field TARGET_HARDWARE = ARP.field("Target Hardware Address");
    static final Field TARGET_PROTOCOL = ARP.field("Target Protocol Address");

    private EthernetHeader() {}
}

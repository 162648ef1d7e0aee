package wirebook.ip;

import static wirebook.field.Format.HEX;
import static wirebook.field.Format.IPV4;
import static wirebook.field.Header.row;

import wirebook.field.Field;
import wirebook.field.Header;
import wirebook.field.Header.Row;

/** The tables of ICMP and ICMPv6 headers: three fields that all have, and four octets that each type reads in its way. */
final class IcmpHeader {
    private static final String UNUSED = "zero";
    private static final String ID = "which of the sender's pings this is";
    private static final String SEQUENCE = "the number of the request in its series";

    static final Header OTHER =
            header("RFC 792; RFC 4443, 2.1", row("Rest of Header", 32, HEX, "what this type says there"));
    static final Header ECHO =
            header("RFC 792; RFC 4443, 4", row("Identifier", 16, ID), row("Sequence Number", 16, SEQUENCE));
    static final Header ERROR = header("RFC 792; RFC 4443, 3", row("unused", 32, UNUSED));

    private static final Header FRAGMENTATION_NEEDED = header(
            "RFC 1191, 4",
            row("unused", 16, UNUSED),
            row("Next-Hop MTU", 16, "the most octets that the next link takes"));
    private static final Header PACKET_TOO_BIG =
            header("RFC 4443, 3.2", row("MTU", 32, "the most octets that the next link takes"));
    private static final Header REDIRECT =
            header("RFC 792", row("Gateway Internet Address", 32, IPV4, "the router to use instead"));
    private static final Header PARAMETER_PROBLEM =
            header("RFC 792", row("Pointer", 8, "the octet of the packet that is wrong"), row("unused", 24, UNUSED));
    private static final Header PARAMETER_PROBLEM_6 =
            header("RFC 4443, 3.4", row("Pointer", 32, "the octet of the packet that is wrong"));

    static final Field TYPE = OTHER.field("Type");
    static final Field CODE = OTHER.field("Code");
    static final Field CHECKSUM = OTHER.field("Checksum");
    static final Field REST = OTHER.field("Rest of Header");

    private IcmpHeader() {}

    private static Header header(String rfc, Row... rest) {
        Row[] rows = new Row[3 + rest.length];
        rows[0] = row("Type", 8, "what the message says");
        rows[1] = row("Code", 8, "and more precisely");
        rows[2] = row("Checksum", 16, HEX, "the Internet checksum of the message; in ICMPv6 of a pseudo-header too");
        System.arraycopy(rest, 0, rows, 3, rest.length);
        return Header.of("ICMP", rfc, rows);
    }

    /** The table of a type and code. */
    static Header of(boolean v6, int type, int code) {
        return v6 ? v6(type) : v4(type, code);
    }

    private static Header v4(int type, int code) {
        return switch (type) {
            case 0, 8 -> ECHO;
            case 3 -> code == 4 ? FRAGMENTATION_NEEDED : ERROR;
            case 4, 11 -> ERROR;
            case 5 -> REDIRECT;
            case 12 -> PARAMETER_PROBLEM;
            default -> OTHER;
        };
    }

    private static Header v6(int type) {
        return switch (type) {
            case 128, 129 -> ECHO;
            case 1, 3 -> ERROR;
            case 2 -> PACKET_TOO_BIG;
            case 4 -> PARAMETER_PROBLEM_6;
            default -> OTHER;
        };
    }

    /** The name of a type and code (IANA, ICMP Parameters and ICMPv6 Parameters). */
    static String name(boolean v6, int type, int code) {
        return v6 ? name6(type, code) : name4(type, code);
    }

    private static String name4(int type, int code) {
        return switch (type) {
            case 0 -> "Echo Reply";
            case 3 ->
                "Destination Unreachable"
                        + switch (code) {
                            case 0 -> ", network";
                            case 1 -> ", host";
                            case 2 -> ", protocol";
                            case 3 -> ", port";
                            case 4 -> ", fragmentation needed and DF set";
                            case 5 -> ", source route failed";
                            case 13 -> ", administratively prohibited";
                            default -> ", code " + code;
                        };
            case 4 -> "Source Quench";
            case 5 -> "Redirect";
            case 8 -> "Echo";
            case 11 -> "Time Exceeded" + (code == 0 ? " in transit" : code == 1 ? " in reassembly" : "");
            case 12 -> "Parameter Problem";
            case 13 -> "Timestamp";
            case 14 -> "Timestamp Reply";
            default -> "type " + type + " code " + code;
        };
    }

    private static String name6(int type, int code) {
        return switch (type) {
            case 1 ->
                "Destination Unreachable"
                        + switch (code) {
                            case 0 -> ", no route";
                            case 1 -> ", administratively prohibited";
                            case 3 -> ", address";
                            case 4 -> ", port";
                            default -> ", code " + code;
                        };
            case 2 -> "Packet Too Big";
            case 3 -> "Time Exceeded" + (code == 0 ? " in transit" : code == 1 ? " in reassembly" : "");
            case 4 -> "Parameter Problem";
            case 128 -> "Echo Request";
            case 129 -> "Echo Reply";
            case 133 -> "Router Solicitation";
            case 134 -> "Router Advertisement";
            case 135 -> "Neighbor Solicitation";
            case 136 -> "Neighbor Advertisement";
            default -> "type " + type + " code " + code;
        };
    }
}

package wirebook.ip;

import static wirebook.ip.Ipv4Header.DESTINATION_ADDRESS;
import static wirebook.ip.Ipv4Header.DF;
import static wirebook.ip.Ipv4Header.DSCP;
import static wirebook.ip.Ipv4Header.ECN;
import static wirebook.ip.Ipv4Header.FRAGMENT_OFFSET;
import static wirebook.ip.Ipv4Header.HEADER_CHECKSUM;
import static wirebook.ip.Ipv4Header.IDENTIFICATION;
import static wirebook.ip.Ipv4Header.IHL;
import static wirebook.ip.Ipv4Header.MF;
import static wirebook.ip.Ipv4Header.PROTOCOL;
import static wirebook.ip.Ipv4Header.RESERVED;
import static wirebook.ip.Ipv4Header.SOURCE_ADDRESS;
import static wirebook.ip.Ipv4Header.TABLE;
import static wirebook.ip.Ipv4Header.TIME_TO_LIVE;
import static wirebook.ip.Ipv4Header.TOTAL_LENGTH;
import static wirebook.ip.Ipv4Header.VERSION;

import wirebook.bytes.Checksum;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Pins;

/** From octets to an IPv4 packet: the checks of RFC 791 and RFC 1122, 3.2.1. */
final class Ipv4Codec {
    private Ipv4Codec() {}

    static Ipv4Packet decode(Octets octets, PayloadDecoder next, Extent extent) {
        int headerLength = checkedHeader(octets);
        int totalLength = checkedTotal(octets, headerLength);
        Octets data = octets.slice(headerLength, extent.end(totalLength, octets, "Total Length", "RFC 791, 3.1"));
        PseudoHeader addresses =
                new PseudoHeader(new Ipv4Address((int) SOURCE_ADDRESS.get(octets)), new Ipv4Address((int)
                        DESTINATION_ADDRESS.get(octets)));
        int protocol = (int) PROTOCOL.get(octets);
        boolean fragment = MF.get(octets) == 1 || FRAGMENT_OFFSET.get(octets) > 0;
        Payload payload =
                fragment ? new Opaque(protocol, data) : extent.payload(next, protocol, data, addresses, headerLength);
        Ipv4Packet packet = packet(octets, headerLength, payload);
        if (packet.length() != totalLength) {
            packet = packet.totalLength(totalLength);
        }
        boolean intact = Checksum.fold(octets.slice(0, headerLength).sum(0)) == 0;
        return intact ? packet : packet.keepChecksum((int) HEADER_CHECKSUM.get(octets));
    }

    private static int checkedHeader(Octets octets) {
        if (octets.length() < TABLE.length()) {
            throw new Malformed(
                    "an IPv4 header has at least 20 octets, here are " + octets.length(),
                    octets.length(),
                    "RFC 791, 3.1");
        }
        if (VERSION.get(octets) != 4) {
            throw new Malformed("IPv4 has Version 4, this is " + VERSION.get(octets), 0, "RFC 791, 3.1");
        }
        int headerLength = (int) IHL.get(octets) * 4;
        if (headerLength < TABLE.length()) {
            throw new Malformed("IHL is at least 5, this is " + headerLength / 4, 0, "RFC 791, 3.1");
        }
        if (headerLength > octets.length()) {
            throw new Malformed(
                    "IHL says " + headerLength + " octets of header, here are " + octets.length(), 0, "RFC 791, 3.1");
        }
        return headerLength;
    }

    private static int checkedTotal(Octets octets, int headerLength) {
        int totalLength = (int) TOTAL_LENGTH.get(octets);
        if (totalLength < headerLength) {
            throw new Malformed(
                    "Total Length " + totalLength + " is less than the header's " + headerLength + " octets",
                    2,
                    "RFC 791, 3.1");
        }
        return totalLength;
    }

    private static Ipv4Packet packet(Octets octets, int headerLength, Payload payload) {
        return new Ipv4Packet(
                new Ipv4Address((int) SOURCE_ADDRESS.get(octets)),
                new Ipv4Address((int) DESTINATION_ADDRESS.get(octets)),
                (int) DSCP.get(octets),
                (int) ECN.get(octets),
                (int) IDENTIFICATION.get(octets),
                (int) RESERVED.get(octets),
                DF.get(octets) == 1,
                MF.get(octets) == 1,
                (int) FRAGMENT_OFFSET.get(octets),
                (int) TIME_TO_LIVE.get(octets),
                octets.slice(TABLE.length(), headerLength),
                payload,
                Pins.NONE);
    }
}

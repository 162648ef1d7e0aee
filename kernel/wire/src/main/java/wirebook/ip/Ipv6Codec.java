package wirebook.ip;

import static wirebook.ip.Ipv6Header.FLOW_LABEL;
import static wirebook.ip.Ipv6Header.FRAGMENT_OFFSET;
import static wirebook.ip.Ipv6Header.HOP_LIMIT;
import static wirebook.ip.Ipv6Header.IDENTIFICATION;
import static wirebook.ip.Ipv6Header.MORE;
import static wirebook.ip.Ipv6Header.NEXT_HEADER;
import static wirebook.ip.Ipv6Header.PAYLOAD_LENGTH;
import static wirebook.ip.Ipv6Header.ROUTING_TYPE;
import static wirebook.ip.Ipv6Header.SEGMENTS_LEFT;
import static wirebook.ip.Ipv6Header.TABLE;
import static wirebook.ip.Ipv6Header.TRAFFIC_CLASS;
import static wirebook.ip.Ipv6Header.VERSION;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Pins;

/** From octets to an IPv6 packet: the header, the chain of extension headers, the payload (RFC 8200, 3 and 4). */
final class Ipv6Codec {
    private static final int FIXED = TABLE.length();
    private static final String CHAIN = "RFC 8200, 4";

    private Ipv6Codec() {}

    static Ipv6Packet decode(Octets octets, PayloadDecoder next, Extent extent) {
        check(octets);
        long payloadLength = PAYLOAD_LENGTH.get(octets);
        int end = extent.end(FIXED + (int) payloadLength, octets, "header and Payload Length", TABLE.rfc());
        List<ExtensionHeader> extensions = new ArrayList<>();
        int number = chain(octets.slice(0, end), extensions);
        Ipv6Packet bare = header(octets).extensions(extensions);
        Octets data = octets.slice(bare.headerLength(), end);
        Payload payload = bare.isFragment()
                ? new Opaque(number, data)
                : extent.payload(next, number, data, bare.pseudo(), bare.headerLength());
        Ipv6Packet packet = bare.payload(payload);
        return packet.pins(Pins.NONE.keep(PAYLOAD_LENGTH, payloadLength, packet.derived(PAYLOAD_LENGTH)));
    }

    private static void check(Octets octets) {
        if (octets.length() < FIXED) {
            throw new Malformed(
                    "an IPv6 header has 40 octets, here are " + octets.length(), octets.length(), TABLE.rfc());
        }
        if (VERSION.get(octets) != 6) {
            throw new Malformed("IPv6 has Version 6, this is " + VERSION.get(octets), 0, TABLE.rfc());
        }
    }

    private static Ipv6Packet header(Octets octets) {
        return new Ipv6Packet(
                Ipv6Address.of(octets, 8),
                Ipv6Address.of(octets, 24),
                (int) TRAFFIC_CLASS.get(octets),
                (int) FLOW_LABEL.get(octets),
                (int) HOP_LIMIT.get(octets),
                List.of(),
                Opaque.NOTHING,
                Pins.NONE);
    }

    /** Collects the extension headers, and returns the number of what follows them. Behind a later fragment nothing is read. */
    private static int chain(Octets packet, List<ExtensionHeader> extensions) {
        int number = (int) NEXT_HEADER.get(packet);
        int at = FIXED;
        while (isExtension(number)) {
            ExtensionHeader extension = extension(number, packet, at);
            extensions.add(extension);
            number = packet.at(at);
            at += extension.length();
            if (extension instanceof ExtensionHeader.Fragment fragment && fragment.offset() > 0) {
                break;
            }
        }
        return number;
    }

    private static boolean isExtension(int number) {
        return switch (number) {
            case Protocols.HOP_BY_HOP, Protocols.ROUTING, Protocols.FRAGMENT, Protocols.DESTINATION_OPTIONS -> true;
            default -> false;
        };
    }

    private static ExtensionHeader extension(int number, Octets packet, int at) {
        int left = packet.length() - at;
        if (left < 8) {
            throw new Malformed("an extension header has at least 8 octets, here are " + left, at, CHAIN);
        }
        int length = number == Protocols.FRAGMENT ? 8 : 8 + 8 * packet.at(at + 1);
        if (length > left) {
            throw new Malformed("Hdr Ext Len says " + length + " octets, here are " + left, at + 1, CHAIN);
        }
        Octets header = packet.slice(at, at + length);
        return switch (number) {
            case Protocols.HOP_BY_HOP -> new ExtensionHeader.HopByHop(header.from(2));
            case Protocols.DESTINATION_OPTIONS -> new ExtensionHeader.DestinationOptions(header.from(2));
            case Protocols.ROUTING ->
                new ExtensionHeader.Routing(
                        (int) ROUTING_TYPE.get(header), (int) SEGMENTS_LEFT.get(header), header.from(4));
            default ->
                new ExtensionHeader.Fragment(
                        (int) FRAGMENT_OFFSET.get(header), MORE.get(header) == 1, IDENTIFICATION.get(header));
        };
    }
}

package wirebook.pcap;

import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ethernet.ArpMessage;
import wirebook.ethernet.EtherData;
import wirebook.ethernet.EthernetFrame;
import wirebook.field.Layer;
import wirebook.tcp.PacketDecoder;

/** What stands in front of the packet on each kind of link, and what the frame carries behind it. */
final class LinkLayer {
    private static final int COOKED = 16;
    private static final int COOKED_2 = 20;
    private static final int FAMILY = 4;

    private LinkLayer() {}

    /**
     * What the frame carries: an IP packet, an ARP message, or octets. A packet that the snap length cut is decoded as far
     * as it goes.
     *
     * @throws Malformed for a link header that is cut off, or a packet whose IP header is
     */
    static Layer decode(Frame frame) {
        Octets octets = frame.octets();
        return switch (frame.linkType().number()) {
            case 1 ->
                EthernetFrame.decode(octets, PacketDecoder::decodeBeginning).payload();
            case 12, 14, 101, 228, 229 -> PacketDecoder.decodeBeginning(octets);
            case 0, 108 -> behind(octets, FAMILY, 0x0800);
            case 113 -> behind(octets, COOKED, octets.length() < COOKED ? 0 : octets.u16(14));
            case 276 -> behind(octets, COOKED_2, octets.length() < COOKED_2 ? 0 : octets.u16(0));
            default -> new EtherData(0, octets);
        };
    }

    private static Layer behind(Octets octets, int header, int etherType) {
        if (octets.length() < header) {
            throw new Malformed(
                    "the link header has " + header + " octets, here are " + octets.length(),
                    octets.length(),
                    "tcpdump.org, link-layer header types");
        }
        try {
            return switch (etherType) {
                case 0x0800, 0x86dd -> PacketDecoder.decodeBeginning(octets.from(header));
                case 0x0806 -> ArpMessage.decode(octets.from(header));
                default -> new EtherData(etherType, octets.from(header));
            };
        } catch (Malformed inside) {
            throw inside.shifted(header);
        }
    }
}

package wirebook.net;

import wirebook.bytes.Checksum;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ip.IpAddress;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.ip.Ipv6Address;
import wirebook.ip.Ipv6Packet;
import wirebook.ip.PayloadDecoder;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.TcpSegment;

/** The packets that the hosts of a run put their segments in. */
final class Packeting {
    private Packeting() {}

    /** An empty packet from one address to another of its version. */
    static IpPacket between(IpAddress source, IpAddress destination) {
        if (source instanceof Ipv4Address from && destination instanceof Ipv4Address to) {
            return Ipv4Packet.of(from, to);
        }
        if (source instanceof Ipv6Address from && destination instanceof Ipv6Address to) {
            return Ipv6Packet.of(from, to);
        }
        throw new IllegalArgumentException("no packet runs from " + source + " to " + destination);
    }

    /** An empty packet that goes where this one came from. */
    static IpPacket back(IpPacket packet) {
        IpAddress here = packet.destination();
        return between(here, packet.source());
    }

    /** The packet that carries a segment; the number counts up what the host has sent. */
    static IpPacket packet(
            IpAddress source, IpAddress destination, int number, EcnCodepoint codepoint, TcpSegment segment) {
        IpPacket packet = between(source, destination).numbered(number).payload(segment);
        return codepoint == EcnCodepoint.NOT_ECT ? packet : packet.ecn(codepoint.value());
    }

    /** The octets of headers without options before a segment's data, by the version of an address. */
    static int headers(IpAddress address) {
        return address instanceof Ipv4Address ? 40 : 60;
    }

    /**
     * A packet as a router reads it: its header must be sound; what it carries is no concern of the router's.
     *
     * @throws Malformed where the header is not
     */
    static IpPacket atRouter(Octets octets) {
        IpPacket bare = IpPacket.decode(octets, PayloadDecoder.OPAQUE);
        if (bare instanceof Ipv4Packet four && Checksum.of(octets.slice(0, four.headerLength())) != 0) {
            throw new Malformed("the Header Checksum is wrong", 10, "RFC 1812, 5.2.2");
        }
        try {
            return PacketDecoder.decode(octets);
        } catch (Malformed payload) {
            return bare;
        }
    }
}

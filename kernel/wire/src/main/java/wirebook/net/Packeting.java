package wirebook.net;

import wirebook.ip.IpAddress;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.TcpSegment;

/** The packets that the hosts of a run put their segments in. */
final class Packeting {
    private Packeting() {}

    /** An empty packet from one address to another of its version. */
    static IpPacket between(IpAddress source, IpAddress destination) {
        if (source instanceof Ipv4Address from && destination instanceof Ipv4Address to) {
            return Ipv4Packet.of(from, to);
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
        Ipv4Packet empty = (Ipv4Packet) between(source, destination);
        Ipv4Packet marked = codepoint == EcnCodepoint.NOT_ECT ? empty : empty.ecn(codepoint.value());
        return marked.numbered(number).payload(segment);
    }

    /** The codepoint that a packet carries. */
    static EcnCodepoint ecn(IpPacket packet) {
        return switch (packet) {
            case Ipv4Packet four -> EcnCodepoint.of(four.ecn());
        };
    }
}

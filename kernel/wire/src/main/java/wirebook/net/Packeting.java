package wirebook.net;

import wirebook.ip.IpAddress;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;

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
}

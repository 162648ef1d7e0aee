package wirebook.tcp;

import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Packet;
import wirebook.ip.Opaque;
import wirebook.ip.Payload;
import wirebook.ip.Protocols;
import wirebook.ip.PseudoHeader;

/** From octets to an IP packet and all that it carries: the lowest floor that knows both IP and TCP. */
public final class PacketDecoder {
    private PacketDecoder() {}

    /**
     * The packet that {@code octets} are.
     *
     * @throws Malformed for octets that break a rule of IP, or of what the packet carries
     */
    public static IpPacket decode(Octets octets) {
        return Ipv4Packet.decode(octets, PacketDecoder::payload);
    }

    private static Payload payload(int protocol, Octets octets, PseudoHeader pseudo) {
        return protocol == Protocols.TCP ? TcpSegment.decode(octets, pseudo) : new Opaque(protocol, octets);
    }
}

package wirebook.tcp;

import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ip.IcmpMessage;
import wirebook.ip.IpPacket;
import wirebook.ip.Opaque;
import wirebook.ip.Payload;
import wirebook.ip.Protocols;
import wirebook.ip.PseudoHeader;
import wirebook.ip.UdpDatagram;

/** From octets to an IP packet and all that it carries: the lowest floor that knows both IP and TCP. */
public final class PacketDecoder {
    private PacketDecoder() {}

    /**
     * The packet that {@code octets} are, IPv4 or IPv6.
     *
     * @throws Malformed for octets that break a rule of IP, or of what the packet carries
     */
    public static IpPacket decode(Octets octets) {
        return IpPacket.decode(octets, PacketDecoder::payload);
    }

    /**
     * The packet that begins with {@code octets}, as a snap length or an ICMP error leaves it.
     *
     * @throws Malformed where not even the IP header is whole and sound
     */
    public static IpPacket decodeBeginning(Octets octets) {
        return IpPacket.decodeBeginning(octets, PacketDecoder::payload);
    }

    /**
     * The payload that {@code octets} are: TCP, UDP, ICMP, ICMPv6; octets for any other protocol.
     *
     * @throws Malformed for octets that break a rule of the protocol
     */
    public static Payload payload(int protocol, Octets octets, PseudoHeader pseudo) {
        return switch (protocol) {
            case Protocols.TCP -> TcpSegment.decode(octets, pseudo);
            case Protocols.UDP -> UdpDatagram.decode(octets, pseudo);
            case Protocols.ICMP -> IcmpMessage.decode(false, octets, pseudo);
            case Protocols.ICMPV6 -> IcmpMessage.decode(true, octets, pseudo);
            default -> new Opaque(protocol, octets);
        };
    }
}

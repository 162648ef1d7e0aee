package wirebook.ip;

import java.util.List;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Layer;

/** An IP packet of either version: a header and what it carries. */
public sealed interface IpPacket extends Layer permits Ipv4Packet, Ipv6Packet {
    /**
     * The packet that {@code octets} are, of the version that its first four bits say.
     *
     * @param next who reads the payload
     * @throws Malformed for octets that break a rule of either version, or of what the packet carries
     */
    static IpPacket decode(Octets octets, PayloadDecoder next) {
        return decode(octets, next, Extent.WHOLE);
    }

    /**
     * The packet that begins with {@code octets}, as a snap length or an ICMP error leaves it: lengths that reach beyond
     * them are kept as pins, and a payload too short for its header stays {@link Opaque}.
     *
     * @throws Malformed where not even the IP header is whole and sound
     */
    static IpPacket decodeBeginning(Octets octets, PayloadDecoder next) {
        return decode(octets, next, Extent.BEGINNING);
    }

    private static IpPacket decode(Octets octets, PayloadDecoder next, Extent extent) {
        if (octets.isEmpty()) {
            throw new Malformed("an IP packet begins with its Version, here are no octets", 0, "RFC 791, 3.1");
        }
        return switch (octets.at(0) >>> 4) {
            case 4 -> Ipv4Codec.decode(octets, next, extent);
            case 6 -> Ipv6Codec.decode(octets, next, extent);
            default -> throw new Malformed("IP has Version 4 or 6, this is " + (octets.at(0) >>> 4), 0, "RFC 791, 3.1");
        };
    }

    /** The source address. */
    IpAddress source();

    /** The destination address. */
    IpAddress destination();

    /** What it carries. */
    Payload payload();

    /** This packet carrying something else. */
    IpPacket payload(Payload newPayload);

    /** How many routers it may still pass: Time to Live (RFC 791) or Hop Limit (RFC 8200), 0 to 255. */
    int ttl();

    /** This packet with another Time to Live or Hop Limit. */
    IpPacket ttl(int hops);

    /** Explicit Congestion Notification, 0 to 3 (RFC 3168). */
    int ecn();

    /** This packet with another ECN field, 0 to 3. */
    IpPacket ecn(int codepoint);

    /** Whether this is a piece of a packet. */
    boolean isFragment();

    /**
     * This packet in pieces of at most {@code mtu} octets each; itself alone if it fits.
     *
     * @throws IllegalArgumentException where it must not be cut, or where {@code mtu} has no room for a header and 8 octets
     */
    List<IpPacket> fragment(int mtu);

    /** The length of the whole packet in octets. */
    int length();

    /** The length that its header tells, in octets: more than {@link #length} where a snap length has cut the packet. */
    int announcedLength();

    /** Whether header and payload carry the checksums that they should. */
    boolean intact();

    /** The template of packet number {@code index} of a series, from 0: IPv4 counts its Identification up. */
    IpPacket numbered(int index);

    /** What the checksum of the payload covers of this header. */
    default PseudoHeader pseudo() {
        return new PseudoHeader(source(), destination());
    }

    /** This packet in a frame: {@code packet.over(ethernet("02:00:5e:10:00:01", "02:00:5e:10:00:02"))}. */
    default <F> F over(PacketCarrier<F> carrier) {
        return carrier.carry(this);
    }

    /**
     * This packet with the checksum of its payload pinned.
     *
     * @param value 0 to 65,535
     */
    default IpPacket checksum(int value) {
        return payload(payload().checksum(value));
    }
}

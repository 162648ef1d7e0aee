package wirebook.ip;

import wirebook.field.Layer;

/** An IP packet of either version: a header and what it carries. */
public sealed interface IpPacket extends Layer permits Ipv4Packet {
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

    /** The length of the whole packet in octets. */
    int length();

    /** Whether header and payload carry the checksums that they should. */
    boolean intact();

    /** The template of packet number {@code index} of a series, from 0: IPv4 counts its Identification up. */
    IpPacket numbered(int index);

    /** What the checksum of the payload covers of this header. */
    default PseudoHeader pseudo() {
        return new PseudoHeader(source(), destination());
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

package wirebook.ip;

import wirebook.bytes.Octets;

/** Who reads the octets behind an IP header. */
@FunctionalInterface
public interface PayloadDecoder {
    /** Leaves every payload as octets. */
    PayloadDecoder OPAQUE = (protocol, octets, pseudo) -> new Opaque(protocol, octets);

    /**
     * The payload of a whole packet.
     *
     * @throws wirebook.bytes.Malformed for octets that break the protocol's format; offsets count from the payload's start
     */
    Payload decode(int protocol, Octets octets, PseudoHeader pseudo);
}

package wirebook.ip;

import wirebook.bytes.Checksum;

/**
 * What the checksum of a transport covers beside its own octets (RFC 9293, 3.1; RFC 8200, 8.1).
 *
 * @param source the source address
 * @param destination the destination address
 */
public record PseudoHeader(IpAddress source, IpAddress destination) {
    /** The unfolded sum of this pseudo-header for {@code length} octets of {@code protocol}. */
    public long sum(int protocol, int length) {
        long sum = destination.sum(source.sum(0));
        return Checksum.plus(Checksum.plus(Checksum.plus(sum, protocol), length), length >>> 16);
    }
}

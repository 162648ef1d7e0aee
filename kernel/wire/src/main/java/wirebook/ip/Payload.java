package wirebook.ip;

import java.util.List;
import wirebook.field.Part;

/** What an IP packet carries: a segment, a datagram, a message, or octets that nobody reads. */
public interface Payload {
    /** The number that the Protocol (IPv4) or Next Header (IPv6) field has for it. */
    int protocol();

    /** Its length in octets. */
    int length();

    /** Writes it to {@code target}, whose octets from {@code at} on are zero. */
    void encode(byte[] target, int at, PseudoHeader pseudo);

    /** Its sections when it starts {@code at} octets into what is shown: headers with their fields, then data. */
    List<Part> sections(int at, PseudoHeader pseudo);

    /** What it says on a line of a packet list, without addresses. */
    String line(PseudoHeader pseudo);

    /**
     * This payload with its checksum pinned.
     *
     * @throws IllegalArgumentException where it has none
     */
    default Payload checksum(int value) {
        throw new IllegalArgumentException("this payload has no checksum to set");
    }

    /** Whether the checksum that it would send is the right one. */
    default boolean intact(PseudoHeader pseudo) {
        return true;
    }
}

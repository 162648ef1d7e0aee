package wirebook.pcap;

import java.time.Duration;
import wirebook.bytes.Octets;
import wirebook.field.Layer;
import wirebook.ip.IpPacket;

/**
 * One record of a capture: what was seen on a link, and when.
 *
 * @param time since 1970-01-01 00:00 UTC, or since the start of virtual time; zero where the file does not say
 * @param linkType what the first octets are
 * @param octets what was captured, at most the snap length
 * @param originalLength the frame's length on the link in octets, 0 to 4,294,967,295
 */
public record Frame(Duration time, LinkType linkType, Octets octets, long originalLength) {
    /** The packet as a frame of a raw IP link. */
    public static Frame of(Duration time, IpPacket packet) {
        Octets octets = packet.bytes();
        return new Frame(time, LinkType.RAW, octets, octets.length());
    }

    /**
     * What the frame carries behind its link header: an IP packet, an ARP message, or octets. A packet that the snap length
     * cut is decoded as far as it goes.
     *
     * @throws wirebook.bytes.Malformed where the link header or the IP header is cut off or unsound
     */
    public Layer layer() {
        return LinkLayer.decode(this);
    }

    /** Whether the snap length cut octets off. */
    public boolean isCut() {
        return octets.length() < originalLength;
    }

    @Override
    public String toString() {
        return Seconds.of(time) + " " + linkType + " " + octets.length()
                + (isCut() ? " of " + originalLength + " octets" : " octets");
    }
}

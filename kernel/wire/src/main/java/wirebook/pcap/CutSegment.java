package wirebook.pcap;

import java.util.Optional;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.ip.Protocols;
import wirebook.tcp.TcpSegment;

/** A TCP segment whose options the snap length has cut. */
final class CutSegment {
    private static final int FIXED = 20;
    private static final int DATA_OFFSET = 12;

    /** The segment with the options that are whole. */
    private final TcpSegment segment;

    /** How long the header was on the link, in octets. */
    private final int header;

    private CutSegment(TcpSegment segment, int header) {
        this.segment = segment;
        this.header = header;
    }

    /** What is left of a segment, if it is all that a packet carries and its header has been cut. */
    static Optional<CutSegment> of(IpPacket packet) {
        int length = packet.payload().length();
        Octets octets = packet.bytes().from(packet.length() - length);
        if (packet.payload().protocol() != Protocols.TCP || packet.isFragment() || length < FIXED) {
            return Optional.empty();
        }
        int header = (octets.at(DATA_OFFSET) >>> 4) * 4;
        return header <= length ? Optional.empty() : read(octets, header, packet);
    }

    private static Optional<CutSegment> read(Octets octets, int header, IpPacket packet) {
        int end = optionsEnd(octets);
        int padded = (end + 3) / 4 * 4;
        byte[] whole = new byte[padded];
        octets.slice(0, end).copyTo(whole, 0);
        whole[DATA_OFFSET] = (byte) ((padded / 4 * 16) | (octets.at(DATA_OFFSET) & 0x0f));
        try {
            return Optional.of(new CutSegment(TcpSegment.decode(Octets.wrap(whole), packet.pseudo()), header));
        } catch (Malformed unread) {
            return Optional.empty();
        }
    }

    /** The end of the last option that is whole. */
    private static int optionsEnd(Octets octets) {
        int at = FIXED;
        while (at < octets.length()) {
            boolean single = octets.at(at) <= 1;
            int next = single ? at + 1 : at + 1 < octets.length() ? at + octets.at(at + 1) : octets.length() + 1;
            if (next > octets.length() || (!single && next < at + 2)) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** The packet with the segment as it could be read. */
    IpPacket in(IpPacket packet) {
        return packet.payload(segment);
    }

    /** How many octets of data the segment had on the link, in a packet that was cut. */
    int length(IpPacket packet) {
        int before = packet.length() - packet.payload().length();
        return Math.max(0, packet.announcedLength() - before - header);
    }
}

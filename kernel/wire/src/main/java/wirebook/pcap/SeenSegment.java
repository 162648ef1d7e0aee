package wirebook.pcap;

import java.time.Duration;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;

/**
 * A TCP segment at the place in a capture where it was seen.
 *
 * @param frame the number of its frame, from 1
 * @param time the frame's time
 * @param source who sent it
 * @param destination whom it was for
 * @param packet the packet that it came in
 * @param segment the segment; its data is shorter than {@code length} where the snap length cut it
 * @param length how many data octets it had on the link
 */
public record SeenSegment(
        int frame,
        Duration time,
        Endpoint source,
        Endpoint destination,
        IpPacket packet,
        TcpSegment segment,
        int length) {
    /** Whether the control bit is set. */
    public boolean has(ControlBit bit) {
        return segment.has(bit);
    }

    /** SEG.LEN on the link: data octets, and one each for SYN and FIN (RFC 9293, 3.3.1). */
    public int sequenceLength() {
        return length + (has(ControlBit.SYN) ? 1 : 0) + (has(ControlBit.FIN) ? 1 : 0);
    }

    /** Whether it only acknowledges: ACK, no data, none of SYN, FIN, RST. */
    public boolean isPureAck() {
        return has(ControlBit.ACK) && sequenceLength() == 0 && !has(ControlBit.RST);
    }

    /** Whether the snap length cut its data. */
    public boolean isCut() {
        return segment.data().length() < length;
    }

    /** Its data, with zeros for what the snap length cut. */
    Octets padded() {
        byte[] octets = new byte[length];
        segment.data().copyTo(octets, 0);
        return Octets.wrap(octets);
    }

    /** The first option of this class, if there is one. */
    public <O extends TcpOption> Optional<O> option(Class<O> type) {
        return segment.option(type);
    }

    @Override
    public String toString() {
        return frame + "  " + Seconds.of(time) + "  " + source + " → " + destination + "  " + segment.line();
    }
}

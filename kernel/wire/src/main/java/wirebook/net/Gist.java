package wirebook.net;

import wirebook.field.Text;
import wirebook.tcp.ControlBit;
import wirebook.tcp.ControlBits;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;

/**
 * What a step says about a segment: a trace of a million steps must not keep the octets of each packet a second time.
 *
 * @param bits the control bits
 * @param seq the sequence number, as on the wire
 * @param ack the acknowledgment number, as on the wire
 * @param length data octets
 */
record Gist(ControlBits bits, long seq, long ack, int length) {
    static Gist of(TcpSegment segment) {
        return new Gist(
                segment.controlBits(),
                segment.seq(),
                segment.ack(),
                segment.data().length());
    }

    /** In a few words; numbers are relative to the initial ones of the segment's sender and of the other end. */
    String words(long own, long other) {
        long first = SequenceNumber.plus(seq, -own);
        int sequenceLength = length + (bits.has(ControlBit.SYN) ? 1 : 0) + (bits.has(ControlBit.FIN) ? 1 : 0);
        String to = sequenceLength == 0 ? "" : ":" + SequenceNumber.plus(first, sequenceLength);
        String flags = bits.toString();
        return (flags.isEmpty() ? "no flags" : flags) + " seq " + first + to
                + (bits.has(ControlBit.ACK) ? " ack " + SequenceNumber.plus(ack, -other) : "")
                + (length == 0 ? "" : ", " + Text.count(length, "octet"));
    }
}

package wirebook.net;

import static wirebook.tcp.ControlBit.ACK;
import static wirebook.tcp.ControlBit.FIN;
import static wirebook.tcp.ControlBit.RST;
import static wirebook.tcp.ControlBit.SYN;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;
import wirebook.field.Text;
import wirebook.replay.Strip;
import wirebook.tcp.ControlBits;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.stream.Reassembler;

/**
 * The plainest receiver that RFC 9293 allows: it orders what comes by sequence numbers, keeps what comes early, throws away
 * what it has, acknowledges at once, and hands octets in order to the application.
 *
 * <p>It sends no data. A stream that does not begin with a SYN is taken as an established connection.
 */
final class Receiver {
    private static final int WINDOW = 65_535;

    private final List<Octets> read = new ArrayList<>();
    private final long first;
    private final long initialSend;
    private Reassembler reassembler;
    private long delivered;
    private String state;
    private boolean finished;
    private int ignored;

    /**
     * What it made of a segment.
     *
     * @param what what it did
     * @param cause the rule by which it did that
     * @param answers whether it acknowledges
     * @param delivered the octets that the application has read now
     */
    record Verdict(String what, String cause, boolean answers, Octets delivered) {}

    /** A receiver of the stream that begins with this segment; {@code initialSend} is its own initial sequence number. */
    Receiver(TcpSegment opening, long initialSend, Reassembler reassembler) {
        this.reassembler = reassembler;
        boolean syn = opening.has(SYN);
        this.first = SequenceNumber.plus(opening.seq(), syn ? 1 : 0);
        this.initialSend = initialSend;
        this.state = syn ? "LISTEN" : "ESTABLISHED";
    }

    /** A packet was thrown away before it got here. */
    void ignore() {
        ignored++;
    }

    /** A segment with a right checksum arrives (RFC 9293, 3.10.7). */
    Verdict receive(TcpSegment segment) {
        if (state.equals("CLOSED")) {
            return dropped("the connection is closed", "RFC 9293, 3.10.7.1", false);
        }
        if (state.equals("LISTEN")) {
            return listen(segment);
        }
        if (segment.has(RST)) {
            state = "CLOSED";
            return new Verdict("the connection is reset", "RST (RFC 9293, 3.10.7.4)", false, Octets.EMPTY);
        }
        if (state.equals("SYN-RECEIVED") && segment.has(ACK) && !segment.has(SYN)) {
            state = "ESTABLISHED";
        }
        return segment.sequenceLength() == 0
                ? new Verdict("takes note", "it carries no data, so it is not acknowledged", false, Octets.EMPTY)
                : text(segment);
    }

    private Verdict listen(TcpSegment segment) {
        if (!segment.has(SYN)) {
            return dropped("it waits for a SYN", "RFC 9293, 3.10.7.2", false);
        }
        state = "SYN-RECEIVED";
        return new Verdict(
                "the other end's numbers begin at " + segment.seq(), "SYN (RFC 9293, 3.10.7.2)", true, Octets.EMPTY);
    }

    /** Checks the sequence numbers, then takes the data in. */
    private Verdict text(TcpSegment segment) {
        long start = delivered + SequenceNumber.minus(segment.seq(), next());
        long end = start + segment.sequenceLength();
        if (end <= delivered + (finished ? 1 : 0)) {
            return dropped("all of it came before", "it ends at or before RCV.NXT (RFC 9293, 3.10.7.4)", true);
        }
        if (start >= delivered + WINDOW) {
            return dropped("it lies beyond the window", "RFC 9293, 3.10.7.4", true);
        }
        long before = delivered;
        Octets data = take(start, segment.data());
        if (start > before) {
            return new Verdict(
                    "keeps it, out of order",
                    Text.count(start - before, "octet") + " from " + number(before) + " on "
                            + (start - before == 1 ? "is" : "are") + " missing; it acknowledges " + next() + " again",
                    true,
                    data);
        }
        if (segment.has(FIN) && delivered == start + segment.data().length()) {
            finished = true;
            state = "CLOSE-WAIT";
        }
        return new Verdict(arrived(segment, start, before, data), "it begins at RCV.NXT or before it", true, data);
    }

    /** Takes in the octets at this place of the stream; the application reads what is ready. */
    private Octets take(long start, Octets data) {
        Reassembler filled = data.isEmpty() ? reassembler : reassembler.insert(start, data);
        Octets ready = filled.ready();
        reassembler = ready.isEmpty() ? filled : filled.taken();
        delivered += ready.length();
        read.add(ready);
        return ready;
    }

    private String arrived(TcpSegment segment, long start, long before, Octets data) {
        String trimmed = start < before ? "passes over " + (before - start) + " octets that it has; " : "";
        int freed = data.length() - (int) (start + segment.data().length() - before);
        String more = freed > 0 ? ", and " + Text.count(freed, "octet") + " that waited" : "";
        return trimmed + "in order" + more + (finished ? "; the stream ends here" : "");
    }

    private Verdict dropped(String why, String rule, boolean answers) {
        ignored++;
        return new Verdict("throws it away: " + why, rule, answers, Octets.EMPTY);
    }

    /** RCV.NXT. */
    private long next() {
        return number(delivered) + (finished ? 1 : 0);
    }

    private long number(long place) {
        return SequenceNumber.plus(first, place);
    }

    /** The acknowledgment with which it answers this segment. */
    TcpSegment acknowledgment(TcpSegment segment) {
        boolean syn = state.equals("SYN-RECEIVED") && delivered == 0;
        int port = segment.destinationPort();
        return TcpSegment.of(port, segment.sourcePort())
                .flags(syn ? ControlBits.of(SYN) : ControlBits.NONE)
                .seq(SequenceNumber.plus(initialSend, syn ? 0 : 1))
                .ack(next())
                .win(WINDOW);
    }

    /** All that the application has read. */
    Octets read() {
        return Octets.join(read);
    }

    /** What it knows now. */
    ReceiverState state() {
        return new ReceiverState(state, first, next(), WINDOW, ignored, held());
    }

    private List<Strip.Range> held() {
        return reassembler.held().stream()
                .map(range -> new Strip.Range(first + range.start(), first + range.end(), "out of order"))
                .toList();
    }
}

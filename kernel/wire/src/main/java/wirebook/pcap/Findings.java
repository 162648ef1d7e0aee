package wirebook.pcap;

import static wirebook.pcap.Finding.Certainty.PROVED;
import static wirebook.pcap.Finding.Certainty.SUGGESTED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wirebook.pcap.Finding.Certainty;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpOption;

/** Goes through a connection once and says what each frame proves or suggests. */
final class Findings {
    private static final int DUPLICATE_ACK_THRESHOLD = 3;

    /** What is known of one end when a frame comes. */
    private static final class End {
        private final Map<Long, SeenSegment> sent = new HashMap<>();
        private boolean spoke;
        private long next;
        private boolean acknowledged;
        private long acknowledgment;
        private int duplicates;
        private int window = -1;
    }

    private final List<Finding> findings = new ArrayList<>();

    private Findings() {}

    static List<Finding> of(Connection connection) {
        Findings all = new Findings();
        End client = new End();
        End server = new End();
        for (SeenSegment segment : connection.segments()) {
            boolean fromClient = segment.source().equals(connection.client());
            all.see(segment, fromClient ? client : server, fromClient ? server : client);
        }
        all.findings.sort(Comparator.comparingInt(Finding::frame));
        return List.copyOf(all.findings);
    }

    private void see(SeenSegment seen, End sender, End receiver) {
        if (seen.has(ControlBit.RST)) {
            say(seen, PROVED, "the sender reset the connection, or somebody in its name");
        }
        if (seen.sequenceLength() > 0) {
            numbers(seen, sender, receiver);
        } else if (sender.spoke && seen.segment().seq() == SequenceNumber.plus(sender.next, -1)) {
            say(
                    seen,
                    SUGGESTED,
                    receiver.window == 0
                            ? "a probe of the zero window (RFC 9293, 3.8.6.1)"
                            : "a keep-alive: it asks for an ACK and has nothing to say (RFC 9293, 3.8.4)");
        }
        if (seen.has(ControlBit.ACK)) {
            acknowledgment(seen, sender, receiver);
        }
        if (seen.segment().win() == 0 && seen.isPureAck() && sender.window != 0) {
            say(seen, PROVED, "the sender's receive buffer is full: its window is zero");
        }
        sender.window = seen.segment().win();
    }

    private void numbers(SeenSegment seen, End sender, End receiver) {
        long seq = seen.segment().seq();
        SeenSegment before = sender.sent.get(seq);
        if (before != null && before.length() > 0 == seen.length() > 0) {
            repeat(seen, before, receiver);
        } else if (sender.spoke && SequenceNumber.before(seq, sender.next)) {
            say(seen, SUGGESTED, "reordered on its way, or a copy of a segment that was lost before it got here");
        } else if (sender.spoke && SequenceNumber.before(sender.next, seq)) {
            say(
                    seen,
                    SUGGESTED,
                    "octets before it were lost before they got here, or overtaken, or the capture missed them");
        }
        sender.sent.putIfAbsent(seq, seen);
        long end = SequenceNumber.plus(seq, seen.sequenceLength());
        sender.next = sender.spoke ? SequenceNumber.max(sender.next, end) : end;
        sender.spoke = true;
    }

    private void repeat(SeenSegment seen, SeenSegment before, End receiver) {
        Duration after = seen.time().minus(before.time());
        say(seen, PROVED, "the octets of frame " + before.frame() + " again, after " + Milliseconds.of(after) + " ms");
        long end = SequenceNumber.plus(seen.segment().seq(), seen.sequenceLength());
        if (receiver.acknowledged && SequenceNumber.upTo(end, receiver.acknowledgment)) {
            say(seen, PROVED, "it was not needed: they had been acknowledged before");
        } else if (receiver.duplicates >= DUPLICATE_ACK_THRESHOLD
                && receiver.acknowledgment == seen.segment().seq()) {
            say(
                    seen,
                    SUGGESTED,
                    "fast retransmit: " + receiver.duplicates + " duplicate ACKs asked for it (RFC 5681, 3.2)");
        } else {
            say(seen, SUGGESTED, "a timer expired: nothing in the capture asked for it (RFC 6298)");
        }
    }

    private void acknowledgment(SeenSegment seen, End sender, End receiver) {
        long ack = seen.segment().ack();
        if (receiver.spoke && SequenceNumber.before(receiver.next, ack)) {
            say(seen, PROVED, "the capture missed octets: here they are acknowledged");
            receiver.next = ack;
        }
        boolean duplicate = sender.acknowledged && ack == sender.acknowledgment && seen.isPureAck();
        sender.duplicates = duplicate ? sender.duplicates + 1 : 0;
        sender.acknowledged = true;
        sender.acknowledgment = ack;
        seen.option(TcpOption.Sack.class).ifPresent(sack -> blocks(seen, sack, ack, sender));
    }

    private void blocks(SeenSegment seen, TcpOption.Sack sack, long ack, End sender) {
        boolean twice = SequenceNumber.upTo(sack.blocks().getFirst().right(), ack);
        if (twice) {
            say(seen, PROVED, "octets reached the sender of this ACK twice (DSACK, RFC 2883)");
        } else if (sender.duplicates == 1) {
            say(seen, PROVED, "the sender of this ACK lacks octets and has later ones (SACK, RFC 2018)");
        }
    }

    private void say(SeenSegment seen, Certainty certainty, String what) {
        findings.add(new Finding(seen.frame(), certainty, what));
    }
}

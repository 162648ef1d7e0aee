package wirebook.tcp.endpoint;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;
import wirebook.tcp.ControlBit;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.SackBlock;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.State;
import wirebook.tcp.stream.Range;
import wirebook.tcp.stream.Reassembler;

/** The receiving half of an endpoint: RCV.NXT, the window, the reassembly queue (RFC 9293, 3.8.6). Offsets count from the SYN. */
final class Receiver {
    final Acknowledger acknowledger;
    final ReadQueue queue = new ReadQueue();

    private static final long NEVER = Long.MAX_VALUE;

    private final ControlBlock block;
    private final SackReport report = new SackReport();
    private List<SackBlock> shown = List.of();
    private boolean stale;
    private Reassembler reassembler;
    private long capacity;
    private long irs;
    private long nxt;
    private long edge;
    private long finAt = NEVER;
    private long up;
    private long tsRecent;
    private long lastAck;
    private boolean ended;
    private boolean echo;

    Receiver(ControlBlock block) {
        this.block = block;
        this.acknowledger = new Acknowledger(block);
        this.reassembler = block.profile.reassembler();
        this.capacity = block.profile.whole(Setting.RECEIVE_BUFFER);
    }

    /** The other end's SYN: its numbers begin. */
    void hear(TcpSegment syn) {
        irs = syn.seq();
        nxt = 1;
        up = 1;
        lastAck = 1;
        if (block.profile.on(Setting.ROUND_BUFFER)) {
            int smss = block.agreement.wholeMss();
            capacity = (capacity + smss - 1) / smss * smss;
        }
        edge = nxt + Math.min(capacity, 65_535);
        syn.option(TcpOption.Timestamps.class).ifPresent(option -> tsRecent = option.tsval());
    }

    long capacity() {
        return capacity;
    }

    /** RCV.NXT, as on the wire. */
    long nxt() {
        return SequenceNumber.plus(irs, nxt);
    }

    /** The place of a sequence number, from the other end's SYN. */
    long offset(long seq) {
        return nxt + SequenceNumber.minus(seq, nxt());
    }

    /** RCV.WND: what the other end may still send. */
    long window() {
        return Math.max(0, edge - nxt); // a FIN may stand behind the last octet of the window
    }

    long tsRecent() {
        return tsRecent;
    }

    boolean ended() {
        return ended;
    }

    /** Whether any part of the segment lies in the window (RFC 9293, 3.10.7.4, the table of four cases). */
    boolean acceptable(TcpSegment segment) {
        long start = offset(segment.seq());
        long end = start + segment.sequenceLength();
        long limit = limit();
        if (start == end) {
            return limit == nxt ? start == nxt : nxt <= start && start < limit;
        }
        return limit > nxt && start < limit && end > nxt;
    }

    /** The place behind the last octet that is taken: the window's edge, or the end of the buffer. */
    private long limit() {
        boolean all = block.profile.on(Setting.TAKE_ALL_ROOM) && !(block.passive && block.state == State.SYN_RECEIVED);
        return all ? Math.max(edge, nxt + possible()) : edge;
    }

    /** Remembers the other end's clock, if this segment is not an old one (RFC 7323, 4.3). */
    void clock(TcpSegment segment, long tsval) {
        if (SequenceNumber.upTo(tsRecent, tsval) && offset(segment.seq()) <= lastAck) {
            tsRecent = tsval;
        }
    }

    /** A mark of congestion is echoed until the other end says that it has slowed down (RFC 3168, 6.1.3). */
    void congestion(TcpSegment segment, EcnCodepoint ecn) {
        if (!block.agreement.ecn()) {
            return;
        }
        if (segment.has(ControlBit.CWR)) {
            echo = false;
        }
        if (ecn == EcnCodepoint.CE) {
            echo = true;
            block.journal.note(Rule.CONGESTION_MARKED);
        }
    }

    boolean echoesCongestion() {
        return echo;
    }

    /** The segment's data and FIN, as far as they are in the window. */
    void take(TcpSegment segment) {
        long start = offset(segment.seq()) + (segment.has(ControlBit.SYN) ? 1 : 0);
        Octets data = trimmed(start, segment.data());
        if (segment.has(ControlBit.FIN) && start + segment.data().length() <= limit()) {
            finAt = start + segment.data().length();
        }
        if (!data.isEmpty()) {
            take(Math.max(start, 1), data);
        }
        if (finAt == nxt && !ended) {
            end();
        } else if (segment.has(ControlBit.FIN) && finAt > nxt) {
            acknowledger.atOnce(SentKind.DUPLICATE_ACK, Cause.of(Rule.OUT_OF_ORDER, finAt - nxt));
        }
    }

    /** What is beyond the window's right edge is cut off. */
    private Octets trimmed(long start, Octets data) {
        long room = limit() - start;
        return room >= data.length() ? data : data.slice(0, (int) Math.max(0, room));
    }

    private void take(long start, Octets data) {
        long end = start + data.length();
        stale = true;
        List<Range> before = requireNonNull(reassembler.held(), "the reassembler's held returned null");
        if (block.profile.on(Setting.DSACK)) {
            report.compare(start - 1, end - 1, nxt - 1, before);
        }
        reassembler = requireNonNull(reassembler.insert(start - 1, data), "the reassembler's insert returned null");
        Octets ready = requireNonNull(reassembler.ready(), "the reassembler's ready returned null");
        if (ready.isEmpty()) {
            report.arrived(Math.max(start, nxt) - 1);
            acknowledger.atOnce(SentKind.DUPLICATE_ACK, Cause.of(Rule.OUT_OF_ORDER, start - nxt));
            return;
        }
        reassembler = requireNonNull(reassembler.taken(), "the reassembler's taken returned null");
        deliver(ready);
        if (report.duplicate().isPresent()) {
            acknowledger.atOnce(SentKind.ACK, Cause.of(Rule.CAME_TWICE));
        } else if (!before.isEmpty()) {
            acknowledger.atOnce(SentKind.ACK, Cause.of(Rule.GAP_FILLED, ready.length()));
        } else {
            acknowledger.inOrder(ready.length());
        }
    }

    private void deliver(Octets ready) {
        nxt += ready.length();
        edge = Math.max(edge, nxt);
        queue.add(ready);
        block.journal.add(new Event.Available(queue.length(), Cause.of(Rule.DATA_IN_ORDER, ready.length())));
    }

    private void end() {
        nxt++;
        edge = Math.max(edge, nxt);
        ended = true;
        Cause cause = Cause.of(Rule.FIN_IN_ORDER);
        block.journal.add(new Event.Ended(cause));
        acknowledger.fin();
    }

    /** A segment outside of the window: what of its data came before is reported. */
    void duplicate(TcpSegment segment) {
        long start = Math.max(1, offset(segment.seq()));
        long end = start + segment.data().length();
        if (start < end && end <= nxt && block.profile.on(Setting.DSACK)) {
            stale = true;
            report.compare(start - 1, end - 1, nxt - 1, List.of());
        }
    }

    /** The other end's urgent pointer points behind its urgent data; the user is told where it has not read so far (RFC 9293, 3.8.5). */
    void urgent(TcpSegment segment) {
        long end = offset(segment.seq()) + segment.urgentPointer();
        if (segment.has(ControlBit.URG) && end > up && end - 1 > queue.read() && !ended) {
            up = end;
            block.journal.add(new Event.Urgent(up - 1, Cause.of(Rule.URGENT_POINTER)));
        }
    }

    /** The blocks of the SACK option: three at most beside timestamps, else four. */
    List<SackBlock> sackBlocks() {
        if (stale) {
            shown = blocks();
            stale = false;
        }
        return shown;
    }

    private List<SackBlock> blocks() {
        List<Range> blocks = report.blocks(reassembler.held(), block.agreement.timestamps() ? 3 : 4);
        if (blocks.isEmpty()) {
            return List.of();
        }
        List<SackBlock> wire = new ArrayList<>(blocks.size());
        for (Range range : blocks) {
            wire.add(new SackBlock(
                    SequenceNumber.plus(irs, range.start() + 1), SequenceNumber.plus(irs, range.end() + 1)));
        }
        return wire;
    }

    int synWindow() {
        return (int) Math.min(capacity, 65_535);
    }

    /** The window field of a segment that is sent now. The right edge never moves back, and never by a silly little. */
    int windowField() {
        int shift = block.agreement.receiveShift();
        long most = Math.min(possible(), 65_535L << shift);
        if (nxt + most >= edge && most >= leastStep()) {
            edge = nxt + ((most >> shift) << shift);
        }
        return (int) Math.min(65_535, (window() + (1L << shift) - 1) >> shift);
    }

    private long possible() {
        return capacity - queue.length();
    }

    /** Fr × RCV.BUFF or a segment, whichever is less (RFC 9293, 3.8.6.2.2). */
    private long leastStep() {
        return Math.min(capacity / 2, block.profile.whole(Setting.MSS));
    }

    /** Whether no segment has told RCV.NXT yet. */
    boolean owesNews() {
        return lastAck < nxt;
    }

    /** A segment with RCV.NXT went out. */
    void acknowledged() {
        lastAck = nxt;
        stale |= report.duplicate().isPresent();
        report.sent();
        acknowledger.sent();
    }

    /** After a read: tells the other end that the window has opened wide, unless it still has plenty (RFC 9293, 3.8.6.2.2). */
    void opened() {
        long gain = Math.min(possible(), 65_535L << block.agreement.receiveShift()) - window();
        if (gain >= leastStep() && window() <= gain && !ended) {
            block.output.ack(SentKind.WINDOW_UPDATE, Cause.of(Rule.WINDOW_OPENED, window(), window() + gain));
        }
    }

    Tcb.Receive shown() {
        return new Tcb.Receive(
                irs,
                nxt(),
                window(),
                SequenceNumber.plus(irs, up),
                tsRecent,
                queue.arrived(),
                queue.read(),
                reassembler.held(),
                ended);
    }
}

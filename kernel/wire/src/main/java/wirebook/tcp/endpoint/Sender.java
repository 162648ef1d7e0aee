package wirebook.tcp.endpoint;

import java.util.List;
import wirebook.bytes.Octets;
import wirebook.tcp.ControlBit;
import wirebook.tcp.ControlBits;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.State;
import wirebook.tcp.stream.Range;

/** The sending half of an endpoint: SND.UNA, SND.NXT, the windows, and what is sent when (RFC 9293, 3.8). Offsets count from our SYN. */
final class Sender {
    final Scoreboard board = new Scoreboard();
    final SendQueue queue = new SendQueue();
    final RetransmissionTimer timer;
    final LossRecovery recovery;
    final Persist persist;
    final SendWindow window;
    final OwnSyn syn;
    int probes;

    private static final ControlBits NONE = ControlBits.NONE;

    private final ControlBlock block;
    private long iss;
    private long una;
    private long nxt;
    private long highest;
    private long up;
    private long lastSent;
    private boolean closing;
    private boolean overridden;

    Sender(ControlBlock block) {
        this.block = block;
        this.syn = new OwnSyn(block);
        this.window = new SendWindow(block);
        this.timer = new RetransmissionTimer(block, this);
        this.recovery = new LossRecovery(block, this);
        this.persist = new Persist(block, this);
    }

    /** The sequence number of an offset. */
    long seq(long offset) {
        return SequenceNumber.plus(iss, offset);
    }

    /** The offset of an acknowledgment number: around what is not acknowledged yet. */
    long offset(long number) {
        return una + SequenceNumber.minus(number, seq(una));
    }

    long una() {
        return una;
    }

    long nxt() {
        return nxt;
    }

    /** The highest offset that was ever sent, and so could be acknowledged. */
    long highest() {
        return highest;
    }

    long flightSize() {
        return nxt - una;
    }

    boolean closing() {
        return closing;
    }

    /** Whether our FIN was sent and acknowledged. */
    boolean finAcknowledged() {
        return closing && una == queue.end() + 2;
    }

    /** Whether our FIN was sent and not acknowledged. */
    boolean finOnItsWay() {
        return nxt == queue.end() + 2 && una < nxt;
    }

    /** An acknowledgment that carries our FIN once more. */
    void repeatFin(Cause cause) {
        block.output.segment(ControlBits.of(ControlBit.FIN), nxt - 1, Octets.EMPTY, SentKind.ACK, cause);
    }

    /** Chooses ISS and sends the SYN for the first time. */
    void open(long chosen, Cause cause) {
        iss = chosen;
        una = 0;
        nxt = 1;
        highest = 1;
        board.sent(new Flown(0, 1, block.now));
        syn.send(cause);
        timer.start(Cause.of(Rule.RTO_ARMED, timer.rto()));
    }

    /** The connection is open: the congestion window starts at IW. */
    void start() {
        recovery.cwnd.start(syn.retransmissions());
        timer.established(syn.retransmissions());
    }

    void close() {
        closing = true;
    }

    void add(Octets data, boolean urgent) {
        queue.add(data);
        if (urgent) {
            up = queue.end() + 1;
        }
    }

    /** The urgent pointer of a segment: how far behind its number our urgent data ends; 0 for none (RFC 9293, 3.8.5). */
    int urgentPointer(long seq, int length) {
        long ahead = up - offset(seq);
        return up <= una || ahead <= 0 || (length == 0 && ahead > 65_535) ? 0 : (int) Math.min(65_535, ahead);
    }

    /** Everything before {@code offset} was acknowledged. */
    void advance(long offset) {
        una = offset;
        nxt = Math.max(nxt, offset);
        long room = room();
        queue.drop(offset - 1);
        if (room() > room) {
            block.journal.add(new Event.Acknowledged(room(), Cause.of(Rule.OCTETS_ACKNOWLEDGED, room() - room)));
        }
    }

    /** A probe that the other end did not take is as if it had never been sent. */
    void withdraw() {
        board.withdraw();
        nxt = una;
    }

    long room() {
        return Math.max(0, block.profile.whole(Setting.SEND_BUFFER) - queue.length());
    }

    /** Sends whatever may be sent now. */
    void transmit() {
        if (!mayTransmit()) {
            return;
        }
        while (recovery.retransmit() || sendNew()) {
            // each round sends one segment
        }
        persist.check();
        recovery.probe();
    }

    private boolean mayTransmit() {
        return block.state.synchronizedNumbers() && block.state != State.TIME_WAIT && block.state != State.FIN_WAIT_2;
    }

    /** Octets that wait to be sent for the first time. */
    long waiting() {
        return queue.end() + 1 - nxt;
    }

    private boolean finDue() {
        return closing && nxt <= queue.end() + 1;
    }

    /** Sends one segment of new data, or the FIN, if the rules let it go. */
    private boolean sendNew() {
        if (persist.probing()) {
            return false;
        }
        if (waiting() <= 0) {
            return finDue() && finAlone();
        }
        long usable = una + window.size() - nxt;
        if (usable <= 0) {
            return false;
        }
        recovery.cwnd.restart(flightSize(), lastSent);
        int limit = Math.max(1, block.agreement.smss() - block.output.sackLength());
        int most = (int) Math.min(Math.min(waiting(), usable), Integer.MAX_VALUE);
        int length = block.profile.segmenter().checked(most, limit);
        return mayGo(length, limit, usable) && sendData(length, newData(length));
    }

    private boolean mayGo(int length, int limit, long usable) {
        if (recovery.allowance() < length && board.pipe() > 0) {
            recovery.cwnd.limits();
            return false;
        }
        return new SmallSegments(block, this).mayGo(length, limit, usable, overridden);
    }

    private Cause newData(int length) {
        overridden = false;
        return recovery.newData(length);
    }

    /** The next {@code length} octets, with the FIN if they are the last ones. */
    boolean sendData(int length, Cause cause) {
        long end = nxt + length;
        boolean last = end == queue.end() + 1;
        ControlBits bits = last && block.profile.on(Setting.PUSH) ? ControlBits.of(ControlBit.PSH) : NONE;
        boolean fin = last && closing;
        bits = fin ? bits.with(ControlBit.FIN) : bits;
        bits = recovery.announcesReduction() ? bits.with(ControlBit.CWR) : bits;
        block.output.segment(bits, nxt, queue.slice(nxt - 1, end - 1), SentKind.DATA, cause);
        sent(end + (fin ? 1 : 0));
        return true;
    }

    private boolean finAlone() {
        block.output.segment(ControlBits.of(ControlBit.FIN), nxt, Octets.EMPTY, SentKind.FIN, Cause.of(Rule.FIN_SENT));
        sent(nxt + 1);
        return true;
    }

    private void sent(long end) {
        board.sent(new Flown(nxt, end, block.now));
        recovery.sent(end - nxt);
        nxt = end;
        highest = Math.max(highest, nxt);
        lastSent = block.now;
        timer.start(Cause.of(Rule.RTO_ARMED, timer.rto()));
    }

    /** A segment of the scoreboard again. */
    void resend(Flown segment, SentKind kind, Cause cause) {
        long dataEnd = Math.min(segment.end, queue.end() + 1);
        boolean fin = segment.end > dataEnd;
        boolean push = dataEnd == queue.end() + 1 && dataEnd > segment.start && block.profile.on(Setting.PUSH);
        ControlBits bits = fin ? ControlBits.of(ControlBit.FIN) : NONE;
        bits = push ? bits.with(ControlBit.PSH) : bits;
        block.output.segment(bits, segment.start, queue.slice(segment.start - 1, dataEnd - 1), kind, cause);
        board.resent(segment, block.now);
        lastSent = block.now;
    }

    /** One octet beyond the closed window (RFC 9293, 3.8.6.1). */
    void probe(Cause cause) {
        block.output.segment(NONE, nxt, queue.slice(nxt - 1, nxt), SentKind.ZERO_WINDOW_PROBE, cause);
        board.sent(new Flown(nxt, nxt + 1, block.now));
        nxt++;
        highest = Math.max(highest, nxt);
    }

    /** A small segment has waited long enough (RFC 9293, 3.8.6.2.1). */
    void override() {
        overridden = true;
    }

    /** Larger segments than the path takes are lost: their octets go out again in smaller ones. */
    void pathMss(int octets) {
        block.agreement.pathMss(octets);
        block.journal.note(Cause.of(Rule.PATH_MSS, octets));
        if (block.state.synchronizedNumbers() && board.split(block.agreement.smss())) {
            board.loseAll();
        }
    }

    Tcb.Send shown() {
        long fin = finAcknowledged() ? 1 : 0;
        long sent = Math.max(0, Math.min(nxt - 1, queue.end()));
        return new Tcb.Send(
                iss,
                seq(una),
                seq(nxt),
                window.size(),
                seq(up),
                window.wl1(),
                window.wl2(),
                Math.max(0, una - 1 - fin),
                sent,
                queue.end(),
                places(board.sacked().ranges()),
                places(board.lost()),
                closing);
    }

    /** Offsets to places in the stream: the SYN is no octet of it. */
    private static List<Range> places(List<Range> offsets) {
        return offsets.isEmpty()
                ? List.of()
                : offsets.stream()
                        .map(range -> new Range(Math.max(0, range.start() - 1), range.end() - 1))
                        .toList();
    }
}

package wirebook.tcp.endpoint;

import java.util.Optional;
import wirebook.tcp.congestion.CongestionControl;
import wirebook.tcp.endpoint.Tcb.Phase;
import wirebook.tcp.profile.Setting;

/**
 * Loss recovery: when a loss is believed, what is sent again, and what the congestion window is meanwhile (RFC 5681, 3.2; RFC 6582;
 * RFC 6675, 5).
 */
final class LossRecovery {
    final Rack rack;
    final TailLossProbe tail;
    final CongestionWindow cwnd;

    private final ControlBlock block;
    private final Sender sender;
    private final Scoreboard board;
    private final Prr prr = new Prr();
    private final Eifel eifel = new Eifel();
    private final LimitedTransmit limitedTransmit;
    private boolean fast;
    private boolean slow;
    private boolean forced;
    private boolean reduced;
    private long recover;
    private long reducedUpTo;
    private long inflation;
    private int duplicates;

    LossRecovery(ControlBlock block, Sender sender) {
        this.block = block;
        this.sender = sender;
        this.board = sender.board;
        this.cwnd = new CongestionWindow(block, sender);
        this.rack = new Rack(block, sender);
        this.tail = new TailLossProbe(block, sender);
        this.limitedTransmit = new LimitedTransmit(block);
    }

    /** cwnd: what may be on the way, the inflation of fast recovery included. */
    long window() {
        return fast && usesPrr() ? prr.window() : cwnd.size() + inflation;
    }

    /** How many octets may be sent now as far as congestion is concerned. */
    long allowance() {
        return window() + (active() ? 0 : limitedTransmit.bonus(duplicates)) - board.pipe();
    }

    private boolean usesPrr() {
        return block.agreement.sack() && block.profile.on(Setting.PRR);
    }

    boolean fast() {
        return fast;
    }

    /** Whether a loss is being repaired. */
    boolean active() {
        return fast || slow;
    }

    /** Sends the next lost segment again, if the window allows it. */
    boolean retransmit() {
        Optional<Flown> next = board.nextLost();
        if (next.isEmpty() || sender.persist.probing()) {
            return false;
        }
        Flown lost = next.get();
        if (!forced && allowance() < lost.length() && board.pipe() > 0) {
            return false;
        }
        SentKind kind = forced ? SentKind.FAST_RETRANSMISSION : SentKind.RECOVERY_RETRANSMISSION;
        forced = false;
        Rule rule = block.agreement.sack() ? Rule.HOLE_RESENT : Rule.FIRST_RESENT;
        sender.resend(lost, kind, Cause.of(rule, lost.start, lost.end - 1));
        sent(lost.length());
        sender.timer.start(Cause.of(Rule.RTO_ARMED, sender.timer.rto()));
        return true;
    }

    /** Something was sent: proportional rate reduction counts it, and limited transmit what is beyond the window. */
    void sent(long octets) {
        prr.sent(octets);
        if (duplicates > 0 && !active()) {
            limitedTransmit.sent(sender.flightSize() + octets - cwnd.size());
        }
    }

    /** Why so many octets of new data may go. */
    Cause newData(int length) {
        return board.pipe() > 0 && board.pipe() + length > window()
                ? Cause.of(Rule.LIMITED_TRANSMIT, duplicates, length)
                : Cause.of(Rule.NEW_DATA, length, window(), sender.window.size());
    }

    /** An acknowledgment was taken in: what it says about losses and the window. */
    void acknowledged(AckNews news) {
        duplicates = news.advanced() > 0 ? 0 : duplicates + (news.duplicate() ? 1 : 0);
        if (news.congestion()) {
            congestionEchoed(news);
        }
        if (news.advanced() > 0) {
            limitedTransmit.taken();
            eifel.verdict(news.echoed()).filter(_ -> !news.congestion()).ifPresent(this::undo);
        }
        if (active() && news.advanced() > 0) {
            progressed(news);
        }
        boolean lost = (!slow || block.profile.on(Setting.RACK_TLP)) && detected();
        if (lost && !active()) {
            enter(news);
        } else if (fast) {
            continueFast(news);
        }
        if (news.advanced() > 0 && !fast) {
            cwnd.grow(news, slow);
        }
    }

    /**
     * The reduction was a mistake: it is taken back, and what counted as lost is on the way again. RFC 4015, 3 is about timeouts, and
     * would have cwnd grow back from FlightSize; as Linux does, all of it comes back, after a fast retransmission too.
     */
    private void undo(CongestionControl before) {
        cwnd.undo(before);
        board.believe();
        leave(Cause.of(Rule.NEEDLESS, cwnd.size()));
    }

    private void progressed(AckNews news) {
        if (sender.una() >= recover) {
            leave(Cause.of(Rule.RECOVERED));
        } else if (fast && !block.agreement.sack()) {
            partialAck(news);
        }
    }

    /** RFC 6582, 3.2, step 3; Reno without it leaves at the first new acknowledgment (RFC 5681, 3.2). */
    private void partialAck(AckNews news) {
        if (!block.profile.on(Setting.PARTIAL_ACKS)) {
            leave(Cause.of(Rule.RECOVERED));
            return;
        }
        inflation = Math.max(0, inflation - news.advanced()) + block.agreement.smss();
        block.journal.note(Cause.of(Rule.PARTIAL_ACK, news.advanced()));
        board.lose(board.head());
        forced = true;
    }

    /** Whether something new is to be taken for lost. */
    private boolean detected() {
        int threshold = block.profile.whole(Setting.DUP_THRESH);
        if (!block.agreement.sack()) {
            return !fast && duplicates == threshold && sender.una() > recover && board.lose(board.head());
        }
        if (block.profile.on(Setting.RACK_TLP)) {
            return rack.detect();
        }
        boolean judged = board.judge(threshold, block.agreement.smss());
        return judged || (!fast && duplicates >= threshold && !board.isEmpty() && board.lose(board.head()));
    }

    private void enter(AckNews news) {
        suspect();
        recover = sender.nxt();
        fast = true;
        forced = true;
        reducedUpTo = recover;
        cwnd.congested(sender.flightSize() - limitedTransmit.taken());
        inflation = block.agreement.sack() ? 0 : 3L * block.agreement.smss();
        prr.enter(sender.flightSize(), cwnd.control().threshold(), board.pipe(), block.agreement.smss());
        Rule rule = block.profile.on(Setting.RACK_TLP) && block.agreement.sack()
                ? Rule.LOSS_BY_TIME
                : duplicates >= block.profile.whole(Setting.DUP_THRESH) ? Rule.LOSS_BY_DUPLICATES : Rule.LOSS_BY_SACK;
        block.journal.note(Cause.of(rule, duplicates));
        block.journal.note(Cause.of(Rule.FAST_RECOVERY_ENTERED, cwnd.control().threshold(), window()));
        block.timers.stop(Timer.TAIL_LOSS_PROBE, Cause.of(rule, duplicates));
        prr.delivered(news.delivered(), board.pipe());
    }

    private void continueFast(AckNews news) {
        if (block.agreement.sack()) {
            prr.delivered(news.delivered(), board.pipe());
        } else if (news.duplicate()) {
            inflation += block.agreement.smss();
            block.journal.note(Cause.of(Rule.INFLATED, window()));
        }
    }

    private void leave(Cause cause) {
        fast = false;
        slow = false;
        inflation = 0;
        rack.recovered();
        block.journal.note(cause);
        block.journal.note(Cause.of(Rule.WINDOW_NOW, cwnd.size(), cwnd.control().threshold()));
    }

    /** The retransmission timer expired: everything on the way counts as lost (RFC 5681, 3.1; RFC 6298, 5). */
    void timedOut(boolean firstTime) {
        if (!block.state.synchronizedNumbers()) {
            return;
        }
        if (firstTime && !slow) {
            suspect();
            cwnd.timedOut(sender.flightSize() - limitedTransmit.taken());
        }
        fast = false;
        slow = true;
        forced = false;
        inflation = 0;
        duplicates = 0;
        recover = sender.nxt();
        if (board.head().sacked) {
            board.renege();
        }
        board.loseAll();
        block.journal.note(
                Cause.of(Rule.LOSS_RECOVERY_ENTERED, cwnd.size(), cwnd.control().threshold()));
    }

    /** The window is about to be reduced: it is remembered, in case that turns out to be a mistake. */
    private void suspect() {
        if (block.profile.on(Setting.UNDO) && !active()) {
            eifel.begin(cwnd.control(), block.now);
        } else {
            eifel.forget();
        }
    }

    /** A probe of the tail showed that it was lost, and repaired it: the window shrinks all the same (RFC 8985, 7.4.2). */
    void tailLost() {
        if (!active()) {
            cwnd.congested(sender.flightSize());
            block.journal.note(Cause.of(Rule.TAIL_LOST, cwnd.size()));
        }
    }

    /** The reordering timer expired: what it waited for is lost. */
    void reorderingExpired() {
        if (rack.detect() && !active()) {
            enter(AckNews.NONE);
        }
    }

    /** ECN-Echo: as if a segment had been lost, once a round trip (RFC 3168, 6.1.2). */
    private void congestionEchoed(AckNews news) {
        if (!active() && sender.una() > reducedUpTo) {
            reducedUpTo = sender.nxt();
            cwnd.congested(news.flightSize());
            reduced = true;
            block.journal.note(Cause.of(Rule.CONGESTION_ECHOED, cwnd.size()));
        }
    }

    /** Whether the next new segment says CWR; it is said once. */
    boolean announcesReduction() {
        boolean says = reduced;
        reduced = false;
        return says;
    }

    /** Starts what watches the tail. */
    void probe() {
        tail.arm();
    }

    Tcb.Congestion shown() {
        Phase phase = fast
                ? Phase.FAST_RECOVERY
                : slow
                        ? Phase.LOSS_RECOVERY
                        : cwnd.control().slowStart() ? Phase.SLOW_START : Phase.CONGESTION_AVOIDANCE;
        return new Tcb.Congestion(
                cwnd.control().name(),
                phase,
                window(),
                cwnd.control().threshold(),
                sender.flightSize(),
                board.pipe(),
                duplicates,
                sender.seq(recover));
    }
}

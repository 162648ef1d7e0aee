package wirebook.tcp.endpoint;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import wirebook.tcp.congestion.CongestionControl;
import wirebook.tcp.congestion.Flight;
import wirebook.tcp.endpoint.Tcb.Phase;
import wirebook.tcp.profile.Setting;

/**
 * Loss recovery: when a loss is believed, what is sent again, and what the congestion window is meanwhile (RFC 5681, 3.2; RFC 6582;
 * RFC 6675, 5).
 */
final class LossRecovery {
    final Rack rack;
    final TailLossProbe tail;

    private final ControlBlock block;
    private final Sender sender;
    private final Scoreboard board;
    private final Prr prr = new Prr();
    private CongestionControl control;
    private boolean fast;
    private boolean slow;
    private boolean forced;
    private boolean windowUsed;
    private boolean reduced;
    private long recover;
    private long reducedUpTo;
    private long inflation;
    private int duplicates;

    LossRecovery(ControlBlock block, Sender sender) {
        this.block = block;
        this.sender = sender;
        this.board = sender.board;
        this.control = block.profile.congestion();
        this.rack = new Rack(block, sender);
        this.tail = new TailLossProbe(block, sender);
    }

    /** The connection is open: cwnd is IW, or one segment after the SYN was lost twice (RFC 6928, 2; RFC 5681, 3.1). */
    void start(int synRetransmissions) {
        int smss = block.agreement.smss();
        control = requireNonNull(
                block.profile.congestion().start(smss, synRetransmissions > 1 ? smss : initialWindow(smss)),
                "the congestion control's start returned null");
    }

    private long initialWindow(int smss) {
        int segments = block.profile.whole(Setting.INITIAL_WINDOW);
        return segments == 10 ? Math.min(10L * smss, Math.max(2L * smss, 14_600)) : (long) segments * smss;
    }

    /** cwnd: what may be on the way, the inflation of fast recovery included. */
    long window() {
        return fast && usesPrr() ? prr.window() : control.window() + inflation;
    }

    /** How many octets may be sent now as far as congestion is concerned. */
    long allowance() {
        return window() - board.pipe();
    }

    private boolean usesPrr() {
        return block.agreement.sack() && block.profile.on(Setting.PRR);
    }

    /** The congestion window held something back: it is what limits the sender, so it may grow. */
    void limited() {
        windowUsed = true;
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
        sender.resend(lost, kind, Cause.of(Rule.HOLE_RESENT, lost.start - 1, lost.end - 1));
        sent(lost.length());
        sender.timer.start(Cause.of(Rule.RTO_ARMED, sender.timer.rto()));
        return true;
    }

    /** Something was sent: proportional rate reduction counts it. */
    void sent(long octets) {
        prr.sent(octets);
    }

    /** After an idle RTO the window says nothing about the network any more (RFC 5681, 4.1). */
    void restart(long flightSize, long lastSent) {
        if (flightSize == 0
                && lastSent > 0
                && block.profile.on(Setting.RESTART_AFTER_IDLE)
                && block.now - lastSent > sender.timer.rto()
                && control.window() > initialWindow(block.agreement.smss())) {
            control = requireNonNull(
                    control.idle(initialWindow(block.agreement.smss())), "the congestion control's idle returned null");
            block.journal.note(Cause.of(Rule.RESTARTED, block.now - lastSent, control.window()));
        }
    }

    /** An acknowledgment was taken in: what it says about losses and the window. */
    void acknowledged(AckNews news) {
        duplicates = news.advanced() > 0 ? 0 : duplicates + (news.duplicate() ? 1 : 0);
        if (news.congestion()) {
            congestionEchoed(news);
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
            grow(news);
        }
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
        recover = sender.nxt();
        fast = true;
        forced = true;
        reducedUpTo = recover;
        control = requireNonNull(
                control.congested(flight(sender.flightSize())), "the congestion control's congested returned null");
        inflation = block.agreement.sack() ? 0 : 3L * block.agreement.smss();
        prr.enter(sender.flightSize(), control.threshold(), board.pipe(), block.agreement.smss());
        Rule rule = block.profile.on(Setting.RACK_TLP) && block.agreement.sack()
                ? Rule.LOSS_BY_TIME
                : duplicates >= block.profile.whole(Setting.DUP_THRESH) ? Rule.LOSS_BY_DUPLICATES : Rule.LOSS_BY_SACK;
        block.journal.note(Cause.of(rule, duplicates));
        block.journal.note(Cause.of(Rule.FAST_RECOVERY_ENTERED, control.threshold(), window()));
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
        block.journal.note(cause);
        block.journal.note(Cause.of(Rule.WINDOW_NOW, control.window(), control.threshold()));
    }

    private void grow(AckNews news) {
        boolean before = control.slowStart();
        boolean used = windowUsed || slow || (before && 2 * news.flightSize() >= control.window());
        control = requireNonNull(
                control.acknowledged(news.advanced(), flight(news.flightSize(), used)),
                "the congestion control's acknowledged returned null");
        windowUsed = false;
        if (before && !control.slowStart()) {
            block.journal.note(Cause.of(Rule.AVOIDANCE_BEGINS, control.window(), control.threshold()));
        }
    }

    /** The retransmission timer expired: everything on the way counts as lost (RFC 5681, 3.1; RFC 6298, 5). */
    void timedOut(boolean firstTime) {
        if (!block.state.synchronizedNumbers()) {
            return;
        }
        if (firstTime && !slow) {
            control = requireNonNull(
                    control.timedOut(flight(sender.flightSize())), "the congestion control's timedOut returned null");
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
        block.journal.note(Cause.of(Rule.LOSS_RECOVERY_ENTERED, control.window(), control.threshold()));
    }

    /** A probe of the tail showed that it was lost, and repaired it: the window shrinks all the same (RFC 8985, 7.4.2). */
    void tailLost() {
        if (!active()) {
            control = requireNonNull(
                    control.congested(flight(sender.flightSize())), "the congestion control's congested returned null");
            block.journal.note(Cause.of(Rule.TAIL_LOST, control.window()));
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
            control = requireNonNull(
                    control.congested(flight(news.flightSize())), "the congestion control's congested returned null");
            reduced = true;
            block.journal.note(Cause.of(Rule.CONGESTION_ECHOED, control.window()));
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

    private Flight flight(long flightSize) {
        return flight(flightSize, true);
    }

    private Flight flight(long flightSize, boolean used) {
        return new Flight(
                block.time(),
                block.agreement.smss(),
                flightSize,
                Duration.ofNanos(Math.max(sender.timer.srtt(), sender.timer.latest())),
                used);
    }

    Tcb.Congestion shown() {
        Phase phase = fast
                ? Phase.FAST_RECOVERY
                : slow ? Phase.LOSS_RECOVERY : control.slowStart() ? Phase.SLOW_START : Phase.CONGESTION_AVOIDANCE;
        return new Tcb.Congestion(
                control.name(),
                phase,
                window(),
                control.threshold(),
                sender.flightSize(),
                board.pipe(),
                duplicates,
                sender.seq(recover));
    }
}

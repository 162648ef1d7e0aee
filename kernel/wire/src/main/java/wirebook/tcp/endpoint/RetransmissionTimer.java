package wirebook.tcp.endpoint;

import java.time.Duration;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.Trigger;
import wirebook.tcp.timing.RtoEstimator;

/** The retransmission timer: when it runs, what is measured, and what happens when it expires (RFC 6298). */
final class RetransmissionTimer {
    private final ControlBlock block;
    private final Sender sender;
    private RtoEstimator estimator;
    private RtoEstimator measured;
    private long latest;
    private long least = Long.MAX_VALUE;
    private int backOffs;
    private long cautious;
    private Tcb.Timing shown;

    RetransmissionTimer(ControlBlock block, Sender sender) {
        this.block = block;
        this.sender = sender;
        this.estimator = block.profile.estimator();
        this.measured = estimator;
        this.shown = timing();
    }

    /** RTO with back-off, in nanoseconds. */
    long rto() {
        long rto = estimator.rto().toNanos() + (srtt() == 0 && backOffs == 0 ? 0 : block.nanos(Setting.RTO_SLOP));
        long careful = Math.min(cautious << Math.min(backOffs, 16), block.nanos(Setting.MAX_RTO));
        return Math.max(rto, careful);
    }

    long srtt() {
        return estimator.srtt().toNanos();
    }

    /** The last round trip that was measured; zero before the first. */
    long latest() {
        return latest;
    }

    /** The least round trip that was measured; zero before the first. */
    long least() {
        return least == Long.MAX_VALUE ? 0 : least;
    }

    int backOffs() {
        return backOffs;
    }

    /** Something was sent: the timer runs, if it did not already (RFC 6298, 5.1). */
    void start(Cause cause) {
        if (!block.timers.runs(Timer.RETRANSMISSION)) {
            block.timers.arm(Timer.RETRANSMISSION, block.now + rto(), cause);
        }
    }

    /** After a SYN was lost, data starts with a cautious RTO unless a round trip was measured (RFC 6298, 5.7). */
    void established(int synRetransmissions) {
        backOffs = 0;
        if (synRetransmissions > 0 && srtt() == 0) {
            estimator = measured;
            cautious = block.nanos(Setting.RTO_AFTER_SYN_LOSS);
        }
    }

    /** A round trip was measured. */
    void sample(long rtt) {
        cautious = 0;
        latest = rtt;
        least = Math.min(least, rtt);
        measured = measured.sample(Duration.ofNanos(rtt));
        estimator = measured;
        backOffs = 0;
    }

    /** New data was acknowledged: the timer starts anew, or stops if nothing is on the way (RFC 6298, 5.2 and 5.3). */
    void acknowledged() {
        backOffs = 0;
        if (sender.board.isEmpty()) {
            block.timers.stop(Timer.RETRANSMISSION, Cause.of(Rule.RTO_STOPPED));
        } else {
            restart();
        }
    }

    void restart() {
        block.timers.arm(Timer.RETRANSMISSION, block.now + rto(), Cause.of(Rule.RTO_RESTARTED, rto()));
    }

    /** The timer expired (RFC 6298, 5.4 to 5.6). */
    void expired() {
        if (sender.board.isEmpty()) {
            return;
        }
        long waited = rto();
        Flown head = sender.board.head();
        Cause cause = Cause.of(Rule.RTO_EXPIRED, waited, backOffs + 1);
        block.journal.add(new Event.Expired(Timer.RETRANSMISSION, cause));
        if (givesUp(head)) {
            return;
        }
        sender.recovery.timedOut(backOffs == 0);
        backOffs++;
        estimator = estimator.backOff();
        if (head.start == 0) {
            sender.board.resent(head, block.now);
            sender.syn.resend(cause);
        } else {
            sender.resend(head, SentKind.RETRANSMISSION_TIMEOUT, cause);
        }
        restart();
    }

    private boolean givesUp(Flown head) {
        boolean syn = head.start == 0;
        int most = block.profile.whole(syn ? Setting.SYN_RETRIES : Setting.RETRIES);
        boolean impatient = block.now - head.firstSent >= block.nanos(Setting.USER_TIMEOUT);
        boolean probe = sender.window.size() == 0 && block.lastHeard >= head.lastSent; // a closed window is no failure
        if (probe || (backOffs < most && !impatient)) {
            return false;
        }
        giveUp(Cause.of(Rule.GIVEN_UP, backOffs));
        return true;
    }

    /** The other end does not answer: a last reset tells it, should it be there after all (RFC 9293, 3.8.3). */
    void giveUp(Cause cause) {
        if (block.state.synchronizedNumbers()) {
            block.output.reset(cause);
        }
        block.fail(Failure.TIMED_OUT, Trigger.USER_TIMEOUT, cause);
    }

    /** The same picture as long as nothing changes. */
    Tcb.Timing shown() {
        boolean same = shown.srtt().equals(estimator.srtt())
                && shown.rttvar().equals(estimator.rttvar())
                && shown.rto().toNanos() == rto()
                && shown.latest().toNanos() == latest
                && shown.backOffs() == backOffs;
        shown = same ? shown : timing();
        return shown;
    }

    private Tcb.Timing timing() {
        return new Tcb.Timing(
                estimator.srtt(), estimator.rttvar(), Duration.ofNanos(rto()), Duration.ofNanos(latest), backOffs);
    }
}

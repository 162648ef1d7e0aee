package wirebook.tcp.endpoint;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import wirebook.tcp.congestion.CongestionControl;
import wirebook.tcp.congestion.Flight;
import wirebook.tcp.profile.Setting;

/** The congestion control at work: what it is told of acknowledgments and losses, and the window that it allows (RFC 5681). */
final class CongestionWindow {
    private final ControlBlock block;
    private final Sender sender;
    private CongestionControl control;
    private boolean used;

    CongestionWindow(ControlBlock block, Sender sender) {
        this.block = block;
        this.sender = sender;
        this.control = block.profile.congestion();
    }

    /** The connection is open: cwnd is IW, or one segment after the SYN was lost twice (RFC 6928, 2; RFC 5681, 3.1). */
    void start(int synRetransmissions) {
        int smss = block.agreement.smss();
        control =
                answer("start", block.profile.congestion().start(smss, synRetransmissions > 1 ? smss : initial(smss)));
    }

    private long initial(int smss) {
        int segments = block.profile.whole(Setting.INITIAL_WINDOW);
        return segments == 10 ? Math.min(10L * smss, Math.max(2L * smss, 14_600)) : (long) segments * smss;
    }

    /** cwnd in octets, without what fast recovery adds. */
    long size() {
        return control.window();
    }

    /** The control as it is now. */
    CongestionControl control() {
        return control;
    }

    /** It held something back: it is what limits the sender, so it may grow. */
    void limits() {
        used = true;
    }

    /** After an idle RTO the window says nothing about the network any more (RFC 5681, 4.1). */
    void restart(long flightSize, long lastSent) {
        long initial = initial(block.agreement.smss());
        if (flightSize == 0
                && lastSent > 0
                && block.profile.on(Setting.RESTART_AFTER_IDLE)
                && block.now - lastSent > sender.timer.rto()
                && control.window() > initial) {
            control = answer("idle", control.idle(initial));
            block.journal.note(Cause.of(Rule.RESTARTED, block.now - lastSent, control.window()));
        }
    }

    /** New data was acknowledged outside of fast recovery; {@code repairing} is whether that follows a timeout. */
    void grow(AckNews news, boolean repairing) {
        boolean before = control.slowStart();
        boolean limiting = used || repairing || (before && 2 * news.flightSize() >= control.window());
        control = answer("acknowledged", control.acknowledged(news.advanced(), flight(news.flightSize(), limiting)));
        used = false;
        if (before && !control.slowStart()) {
            block.journal.note(Cause.of(Rule.AVOIDANCE_BEGINS, control.window(), control.threshold()));
        }
    }

    /** Something was lost, or a router marked a packet, with so many octets on the way. */
    void congested(long flightSize) {
        control = answer("congested", control.congested(flight(flightSize, true)));
    }

    /** The retransmission timer expired. */
    void timedOut(long flightSize) {
        control = answer("timedOut", control.timedOut(flight(flightSize, true)));
    }

    /** The last reduction was a mistake. */
    void undo(CongestionControl before) {
        control = answer("undo", control.undo(before));
    }

    /** A control may be a cell's own. */
    private static CongestionControl answer(String question, CongestionControl answer) {
        return requireNonNull(answer, () -> "the congestion control's " + question + " returned null");
    }

    private Flight flight(long flightSize, boolean limiting) {
        return new Flight(
                block.time(),
                block.agreement.smss(),
                flightSize,
                Duration.ofNanos(Math.max(sender.timer.srtt(), sender.timer.latest())),
                limiting);
    }
}

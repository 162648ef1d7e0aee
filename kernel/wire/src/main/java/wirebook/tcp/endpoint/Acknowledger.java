package wirebook.tcp.endpoint;

import java.util.Optional;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.State;

/** Decides when a receiver acknowledges: at once, or a little later in company (RFC 9293, 3.8.6.3; RFC 5681, 4.2). */
final class Acknowledger {
    private final ControlBlock block;
    private Optional<Owed> owed = Optional.empty();
    private long waiting;
    private int segments;
    private int largest;
    private int acknowledgedAtOnce;
    private long arrivedAt = Long.MIN_VALUE;
    private boolean interactive;

    /** An acknowledgment that must go out before anything else happens. */
    private record Owed(SentKind kind, Cause cause) {}

    Acknowledger(ControlBlock block) {
        this.block = block;
    }

    /** An acknowledgment is owed now. The first reason counts. */
    void atOnce(SentKind kind, Cause cause) {
        if (owed.isEmpty()) {
            owed = Optional.of(new Owed(kind, cause));
        }
    }

    /** Data arrived in order. */
    void inOrder(int octets) {
        arrivedAt = block.now;
        waiting += octets;
        segments++;
        largest = Math.max(largest, octets);
        int rmss = block.profile.whole(Setting.MSS);
        int full = Math.max(largest, Math.min(536, rmss));
        int every = block.profile.whole(Setting.ACK_EVERY);
        long delay = block.nanos(Setting.DELAYED_ACK);
        boolean many = block.profile.on(Setting.COUNT_SMALL) && segments >= every;
        if (many || waiting > (every - 1L) * full) {
            atOnce(SentKind.ACK, Cause.of(Rule.ACK_SECOND, waiting));
        } else if (delay == 0) {
            atOnce(SentKind.ACK, Cause.of(Rule.ACK_UNDELAYED));
        } else if (!interactive && acknowledgedAtOnce < block.profile.whole(Setting.QUICK_ACKS)) {
            acknowledgedAtOnce++;
            atOnce(SentKind.ACK, Cause.of(Rule.ACK_QUICK));
        } else if (!block.timers.runs(Timer.DELAYED_ACK)) {
            block.timers.arm(Timer.DELAYED_ACK, block.now + delay, Cause.of(Rule.ACK_DELAYED, octets, delay));
        }
    }

    /** The other end's FIN arrived in order. */
    void fin() {
        long delay = block.nanos(Setting.DELAYED_ACK);
        if (block.profile.on(Setting.DELAYED_FIN_ACK) && block.state == State.ESTABLISHED && delay > 0) {
            block.timers.arm(Timer.DELAYED_ACK, block.now + delay, Cause.of(Rule.ACK_DELAYED, 0, delay));
        } else {
            atOnce(SentKind.ACK, Cause.of(Rule.ACK_FIN));
        }
    }

    /** Sends what is owed. */
    void flush() {
        if (owed.isPresent()) {
            Owed ack = owed.get();
            if (ack.kind == SentKind.ACK && block.profile.on(Setting.FIN_WITH_ACK) && block.sender.finOnItsWay()) {
                block.sender.repeatFin(ack.cause);
            } else {
                block.output.ack(ack.kind, ack.cause);
            }
        }
    }

    /** Our own data goes out. Where that is an answer, an ACK soon finds company: quick ones are not needed any more. */
    void answered() {
        interactive |= arrivedAt != Long.MIN_VALUE && block.now - arrivedAt < block.nanos(Setting.DELAYED_ACK);
    }

    /** The delayed acknowledgment can wait no longer. */
    void expired() {
        interactive = false;
        block.output.ack(SentKind.ACK, Cause.of(Rule.ACK_TIMER));
    }

    /** A segment went out that acknowledges everything. */
    void sent() {
        owed = Optional.empty();
        waiting = 0;
        segments = 0;
        block.timers.stop(Timer.DELAYED_ACK, Cause.of(Rule.ACK_SENT));
    }
}

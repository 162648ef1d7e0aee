package wirebook.tcp.endpoint;

import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.Trigger;

/** What happens when a timer expires (RFC 9293, 3.10.8). */
final class Alarm {
    private final ControlBlock block;

    Alarm(ControlBlock block) {
        this.block = block;
    }

    void expired(Timer timer) {
        switch (timer) {
            case RETRANSMISSION -> block.sender.timer.expired();
            case REORDERING -> {
                tell(timer, Cause.of(Rule.REORDERING_EXPIRED));
                block.sender.recovery.reorderingExpired();
            }
            case TAIL_LOSS_PROBE -> block.sender.recovery.tail.expired();
            case PERSIST -> block.sender.persist.expired();
            case DELAYED_ACK -> {
                tell(timer, Cause.of(Rule.ACK_TIMER));
                block.receiver.acknowledger.expired();
            }
            case OVERRIDE -> {
                tell(timer, Cause.of(Rule.OVERRIDDEN));
                block.sender.override();
            }
            case KEEP_ALIVE -> keepAlive();
            case USER_TIMEOUT -> openTimeout();
            case FIN_WAIT_2 -> {
                tell(timer, Cause.of(Rule.FIN_WAIT_2_EXPIRED));
                block.fail(Failure.TIMED_OUT, Trigger.USER_TIMEOUT, Cause.of(Rule.FIN_WAIT_2_EXPIRED));
            }
            case TIME_WAIT -> {
                tell(timer, Cause.of(Rule.TWO_MSL));
                block.move(Trigger.TIME_WAIT_TIMEOUT, Cause.of(Rule.TWO_MSL));
            }
        }
    }

    private void tell(Timer timer, Cause cause) {
        block.journal.add(new Event.Expired(timer, cause));
    }

    private void openTimeout() {
        Cause cause = Cause.of(Rule.GIVEN_UP, block.sender.syn.retransmissions());
        tell(Timer.USER_TIMEOUT, cause);
        block.fail(Failure.TIMED_OUT, Trigger.USER_TIMEOUT, cause);
    }

    /** An idle connection is probed, at most so often without an answer (RFC 9293, 3.8.4). */
    private void keepAlive() {
        Cause cause = Cause.of(Rule.KEEP_ALIVE_SENT, block.now - block.lastHeard);
        tell(Timer.KEEP_ALIVE, cause);
        if (block.sender.probes >= block.profile.whole(Setting.KEEP_PROBES)) {
            block.sender.timer.giveUp(Cause.of(Rule.GIVEN_UP, block.sender.probes));
            return;
        }
        block.sender.probes++;
        block.output.keepAlive(cause);
        block.timers.arm(Timer.KEEP_ALIVE, block.now + block.nanos(Setting.KEEP_INTERVAL), cause);
    }
}

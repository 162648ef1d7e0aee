package wirebook.tcp.endpoint;

import java.util.Optional;
import wirebook.tcp.ControlBit;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.State;
import wirebook.tcp.state.Trigger;

/** A segment arrives on a connection whose numbers are known: the steps of RFC 9293, 3.10.7.4, in their order. */
final class Arrival {
    private final ControlBlock block;
    private final Opening opening;
    private final AckArrival acks;

    Arrival(ControlBlock block, Opening opening) {
        this.block = block;
        this.opening = opening;
        this.acks = new AckArrival(block);
    }

    void receive(TcpSegment segment, EcnCodepoint ecn) {
        if (block.state == State.TIME_WAIT && block.profile.on(Setting.KEEP_TIME_WAIT)) {
            waiting(segment);
            return;
        }
        if (!timely(segment) || !inWindow(segment) || resets(segment) || synchronizes(segment)) {
            return;
        }
        if (!segment.has(ControlBit.ACK)) {
            block.journal.note(Rule.NO_ACK);
            return;
        }
        if (!acknowledges(segment)) {
            return;
        }
        block.keepAlive();
        block.receiver.congestion(segment, ecn);
        block.receiver.urgent(segment);
        text(segment);
    }

    /** TIME-WAIT that nothing ends but time: whatever has an ACK is told what is expected (RFC 1337, 3). */
    private void waiting(TcpSegment segment) {
        boolean same = segment.sequenceLength() == 0
                && segment.seq() == block.receiver.nxt()
                && block.sender.offset(segment.ack()) == block.sender.nxt();
        if (segment.has(ControlBit.RST) || !segment.has(ControlBit.ACK)) {
            block.journal.note(Rule.TIME_WAIT_KEPT);
            return;
        }
        if (segment.has(ControlBit.FIN)) {
            block.timeWait(Cause.of(Rule.FIN_AGAIN));
        }
        if (!same) {
            block.output.ack(SentKind.DUPLICATE_ACK, Cause.of(Rule.OUTSIDE_WINDOW));
        }
    }

    /** Before the first step: a segment whose timestamp is older than the last one is a straggler (RFC 7323, 5: PAWS). */
    private boolean timely(TcpSegment segment) {
        if (!block.agreement.timestamps() || segment.has(ControlBit.RST)) {
            return true;
        }
        Optional<TcpOption.Timestamps> option = segment.option(TcpOption.Timestamps.class);
        if (option.isEmpty()) {
            return timeless();
        }
        long tsval = option.get().tsval();
        if (SequenceNumber.before(tsval, block.receiver.tsRecent())) {
            block.receiver.duplicate(segment);
            block.output.ack(SentKind.DUPLICATE_ACK, Cause.of(Rule.PAWS));
            return false;
        }
        return true;
    }

    private boolean timeless() {
        if (!block.profile.on(Setting.MISSING_TIMESTAMPS)) {
            block.journal.note(Rule.TIMESTAMP_MISSING);
        }
        return block.profile.on(Setting.MISSING_TIMESTAMPS);
    }

    /** First: the sequence number. */
    private boolean inWindow(TcpSegment segment) {
        if (block.receiver.acceptable(segment) || answersOurSyn(segment)) {
            segment.option(TcpOption.Timestamps.class)
                    .filter(_ -> block.agreement.timestamps())
                    .ifPresent(option -> block.receiver.clock(segment, option.tsval()));
            return true;
        }
        outside(segment);
        return false;
    }

    /** Both ends opened at once: the SYN of this SYN,ACK was here before, the ACK counts (RFC 9293, 3.5, figure 7). */
    private boolean answersOurSyn(TcpSegment segment) {
        return block.state == State.SYN_RECEIVED
                && segment.has(ControlBit.SYN)
                && segment.has(ControlBit.ACK)
                && SequenceNumber.plus(segment.seq(), 1) == block.receiver.nxt();
    }

    private void outside(TcpSegment segment) {
        boolean full = block.receiver.window() == 0 && segment.seq() == block.receiver.nxt();
        if (segment.has(ControlBit.RST)) {
            block.journal.note(Rule.RESET_IGNORED);
            return;
        }
        if (full && segment.has(ControlBit.ACK) && !segment.has(ControlBit.SYN) && acks.acceptable(segment)) {
            acknowledges(segment); // the window is shut for data, never for acknowledgments
        }
        if (block.state == State.CLOSED) {
            return;
        }
        if (block.state == State.TIME_WAIT && segment.has(ControlBit.FIN)) {
            block.timeWait(Cause.of(Rule.FIN_AGAIN));
        }
        block.receiver.duplicate(segment);
        SentKind kind = segment.has(ControlBit.SYN) ? SentKind.CHALLENGE_ACK : SentKind.DUPLICATE_ACK;
        block.output.ack(kind, Cause.of(full ? Rule.WINDOW_SHUT : Rule.OUTSIDE_WINDOW));
    }

    /** Second: RST, believed only at exactly RCV.NXT (RFC 5961, 3.2). */
    private boolean resets(TcpSegment segment) {
        if (!segment.has(ControlBit.RST)) {
            return false;
        }
        boolean exact = segment.seq() == block.receiver.nxt() || !block.profile.on(Setting.RST_EXACTLY);
        if (!exact) {
            block.challenge(Rule.RESET_DOUBTED);
        } else {
            reset();
        }
        return true;
    }

    private void reset() {
        Cause cause = Cause.of(Rule.RESET_RECEIVED);
        switch (block.state) {
            case SYN_RECEIVED ->
                block.fail(block.passive ? Failure.RESET : Failure.REFUSED, Trigger.RST, Cause.of(Rule.REFUSED));
            case TIME_WAIT -> block.move(Trigger.RST, cause);
            default -> block.fail(Failure.RESET, Trigger.RST, cause);
        }
    }

    /** Fourth: SYN, which an open connection puts to the proof (RFC 5961, 4.2). */
    private boolean synchronizes(TcpSegment segment) {
        if (!segment.has(ControlBit.SYN)) {
            return false;
        }
        if (answersOurSyn(segment)) {
            block.receiver.acknowledger.atOnce(SentKind.DUPLICATE_ACK, Cause.of(Rule.SIMULTANEOUS_OPEN));
            return false;
        }
        if (block.profile.on(Setting.SYN_CHALLENGED) || !block.state.synchronizedNumbers()) {
            block.challenge(Rule.SYN_DOUBTED);
        } else {
            block.output.reset(Cause.of(Rule.SYN_IN_WINDOW));
            block.fail(Failure.RESET, Trigger.RST, Cause.of(Rule.SYN_IN_WINDOW));
        }
        return true;
    }

    /** Fifth: ACK. Whether the segment's text may follow. */
    private boolean acknowledges(TcpSegment segment) {
        if (block.state == State.SYN_RECEIVED && !opens(segment)) {
            return false;
        }
        if (!acks.acceptable(segment)) {
            return false;
        }
        acks.take(segment);
        if (block.sender.finAcknowledged()) {
            finAcknowledged();
        }
        return block.state != State.CLOSED;
    }

    private boolean opens(TcpSegment segment) {
        if (block.sender.offset(segment.ack()) != 1) {
            block.output.refuse(segment, Cause.of(Rule.ACK_OF_UNSENT));
            return false;
        }
        block.sender.window.take(segment, true);
        acks.take(segment);
        block.established(Trigger.ACK_OF_SYN, Cause.of(Rule.SYN_ACKNOWLEDGED));
        opening.rest();
        return true;
    }

    private void finAcknowledged() {
        Cause cause = Cause.of(Rule.FIN_ACKNOWLEDGED);
        switch (block.state) {
            case FIN_WAIT_1 -> {
                block.move(Trigger.ACK_OF_FIN, cause);
                patience();
            }
            case CLOSING -> {
                block.move(Trigger.ACK_OF_FIN, cause);
                block.timeWait(cause);
            }
            case LAST_ACK -> block.move(Trigger.ACK_OF_FIN, cause);
            default -> {
                // every other state has seen this acknowledgment before
            }
        }
    }

    /** Nobody reads any more: FIN-WAIT-2 must not last for ever. */
    void patience() {
        long wait = block.nanos(Setting.FIN_WAIT_2_TIMEOUT);
        if (block.forsaken && wait > 0 && block.state == State.FIN_WAIT_2) {
            block.timers.arm(Timer.FIN_WAIT_2, block.now + wait, Cause.of(Rule.FIN_WAIT_2_ARMED, wait));
        }
    }

    /** Seventh and eighth: data and FIN. */
    void text(TcpSegment segment) {
        if (block.forsaken && !segment.data().isEmpty() && fresh(segment)) {
            block.output.reset(Cause.of(Rule.NOBODY_READS));
            block.fail(Failure.ABORTED, Trigger.ABORT, Cause.of(Rule.NOBODY_READS));
            return;
        }
        if (block.state == State.TIME_WAIT && segment.has(ControlBit.FIN)) {
            block.timeWait(Cause.of(Rule.FIN_AGAIN));
            block.receiver.acknowledger.atOnce(SentKind.DUPLICATE_ACK, Cause.of(Rule.FIN_AGAIN));
        }
        if (!block.state.receives()) {
            return;
        }
        block.receiver.take(segment);
        if (block.receiver.ended()) {
            finReceived();
        }
    }

    private boolean fresh(TcpSegment segment) {
        return block.state.receives()
                && SequenceNumber.before(
                        block.receiver.nxt(),
                        SequenceNumber.plus(segment.seq(), segment.data().length()));
    }

    private void finReceived() {
        Cause cause = Cause.of(Rule.FIN_IN_ORDER);
        block.move(Trigger.FIN, cause);
        if (block.state == State.TIME_WAIT) {
            block.timeWait(cause);
        }
    }
}

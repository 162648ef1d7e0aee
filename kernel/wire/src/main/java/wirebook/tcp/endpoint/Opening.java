package wirebook.tcp.endpoint;

import java.util.Optional;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.Trigger;

/** Segments that arrive before both ends have agreed on their numbers: in LISTEN and SYN-SENT (RFC 9293, 3.10.7.2 and 3.10.7.3). */
final class Opening {
    private final ControlBlock block;
    private Optional<TcpSegment> early = Optional.empty();

    Opening(ControlBlock block) {
        this.block = block;
    }

    /** The user opens actively. */
    void open(Cause cause) {
        block.move(Trigger.ACTIVE_OPEN, cause);
        block.passive = false;
        begin(cause);
    }

    /** The user sends on a listening connection: that opens it. */
    void send(Cause cause) {
        block.move(Trigger.SEND, cause);
        block.passive = false;
        begin(cause);
    }

    private void begin(Cause cause) {
        long patience = block.nanos(Setting.OPEN_TIMEOUT);
        block.timers.arm(Timer.USER_TIMEOUT, block.now + patience, Cause.of(Rule.OPEN_PATIENCE, patience));
        block.sender.open(iss(), cause);
    }

    /** ISS: a clock that ticks every 4 µs, and what only the two ports and a seed give (RFC 9293, 3.4.1). */
    private long iss() {
        long chosen = block.profile.number(Setting.ISS);
        if (chosen >= 0) {
            return chosen;
        }
        long mixed = block.profile.number(Setting.SEED) * 0x9e3779b97f4a7c15L
                + ((long) block.localPort << 16 | block.remotePort) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 31) * 0x94d049bb133111ebL;
        return (mixed >>> 32) + block.now / 4_000 & 0xffff_ffffL;
    }

    void listen(TcpSegment segment) {
        if (segment.has(ControlBit.RST)) {
            block.journal.note(Rule.RESET_IGNORED);
        } else if (segment.has(ControlBit.ACK)
                && segment.has(ControlBit.SYN)
                && block.profile.on(Setting.DROP_SYN_ACK)) {
            block.journal.note(Rule.NOTHING_TO_LISTEN_FOR);
        } else if (segment.has(ControlBit.ACK)) {
            block.output.refuse(segment, Cause.of(Rule.ACK_IN_LISTEN));
        } else if (segment.has(ControlBit.SYN)) {
            hear(segment);
            block.passive = true;
            block.move(Trigger.SYN, Cause.of(Rule.SYN_RECEIVED));
            begin(Cause.of(Rule.SYN_RECEIVED));
        } else {
            block.journal.note(Rule.NOTHING_TO_LISTEN_FOR);
        }
    }

    private void hear(TcpSegment syn) {
        block.agreement.hear(syn);
        block.receiver.hear(syn);
        block.sender.window.take(syn, true);
        boolean more = !syn.data().isEmpty() || syn.has(ControlBit.FIN);
        early = more ? Optional.of(syn) : Optional.empty();
    }

    void synSent(TcpSegment segment) {
        boolean ack = segment.has(ControlBit.ACK);
        boolean fits = ack && block.sender.offset(segment.ack()) == 1;
        if (ack && !fits) {
            unfit(segment);
        } else if (segment.has(ControlBit.RST)) {
            reset(ack);
        } else if (segment.has(ControlBit.SYN)) {
            hear(segment);
            opened(segment, ack);
        } else {
            block.journal.note(Rule.NEITHER_SYN_NOR_RST);
        }
    }

    private void unfit(TcpSegment segment) {
        if (segment.has(ControlBit.RST)) {
            block.journal.note(Rule.RESET_IGNORED);
        } else {
            block.output.refuse(segment, Cause.of(Rule.ACK_OF_UNSENT));
        }
    }

    private void reset(boolean ack) {
        if (ack) {
            block.fail(Failure.REFUSED, Trigger.RST, Cause.of(Rule.REFUSED));
        } else {
            block.journal.note(Rule.RESET_IGNORED);
        }
    }

    private void opened(TcpSegment syn, boolean ack) {
        if (ack) {
            new AckArrival(block).take(syn);
            block.established(Trigger.SYN_ACK, Cause.of(Rule.SYN_AND_ACK));
            block.receiver.acknowledger.atOnce(SentKind.ACK, Cause.of(Rule.SYN_AND_ACK));
            rest();
        } else {
            block.move(Trigger.SYN, Cause.of(Rule.SIMULTANEOUS_OPEN));
            block.sender.syn.answer(Cause.of(Rule.SIMULTANEOUS_OPEN));
        }
    }

    /** The connection is open: data and FIN that came with the SYN count now. Handed over once. */
    void rest() {
        early.ifPresent(syn -> {
            early = Optional.empty();
            new Arrival(block, this).text(syn);
        });
    }
}

package wirebook.tcp.endpoint;

import java.util.List;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.field.Pins;
import wirebook.tcp.ControlBit;
import wirebook.tcp.ControlBits;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.SackBlock;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;

/** Makes the segments that an endpoint sends: numbers, window, options (RFC 9293, 3.10.7; RFC 2018; RFC 7323). */
final class Output {
    private static final ControlBits ACK = ControlBits.of(ControlBit.ACK);
    private static final TcpOption PAD = new TcpOption.NoOperation();

    private final ControlBlock block;

    Output(ControlBlock block) {
        this.block = block;
    }

    /** A SYN, or a SYN and ACK once the other end's SYN is here. */
    void syn(boolean plain, boolean asksEcn, SentKind kind, Cause cause) {
        boolean answer = block.agreement.heard();
        ControlBits bits = ControlBits.of(ControlBit.SYN);
        if (answer) {
            bits = bits.with(ControlBit.ACK);
            bits = block.agreement.ecn() ? bits.with(ControlBit.ECE) : bits;
        } else if (asksEcn) {
            bits = bits.with(ControlBit.ECE).with(ControlBit.CWR);
        }
        long echo = answer ? block.receiver.tsRecent() : 0;
        List<TcpOption> options = block.agreement.synOptions(block.timestamp(), echo, plain);
        long ack = answer ? block.receiver.nxt() : 0;
        emit(bits, block.sender.seq(0), ack, block.receiver.synWindow(), options, Octets.EMPTY, kind, cause);
        block.receiver.acknowledged();
    }

    /** An acknowledgment alone. It is no duplicate if it says a number that none before it has said (RFC 5681, 2). */
    void ack(SentKind kind, Cause cause) {
        boolean news = kind == SentKind.DUPLICATE_ACK && block.receiver.owesNews();
        segment(ACK, block.sender.nxt(), Octets.EMPTY, news ? SentKind.ACK : kind, cause);
    }

    /** A segment of an open connection: it always acknowledges. {@code offset} counts from our SYN. */
    void segment(ControlBits bits, long offset, Octets data, SentKind kind, Cause cause) {
        List<TcpOption> options = options();
        ControlBits all = bits.with(ControlBit.ACK);
        all = block.receiver.echoesCongestion() ? all.with(ControlBit.ECE) : all;
        emit(
                all,
                block.sender.seq(offset),
                block.receiver.nxt(),
                block.receiver.windowField(),
                options,
                data,
                kind,
                cause);
        if (kind == SentKind.DATA) {
            block.receiver.acknowledger.answered();
        }
        block.receiver.acknowledged();
    }

    private List<TcpOption> options() {
        Agreement agreement = block.agreement;
        List<SackBlock> blocks = agreement.sack() ? block.receiver.sackBlocks() : List.of();
        if (!agreement.timestamps() && blocks.isEmpty()) {
            return List.of();
        }
        if (!agreement.timestamps()) {
            return List.of(PAD, PAD, new TcpOption.Sack(blocks));
        }
        TcpOption clock = new TcpOption.Timestamps(block.timestamp(), block.receiver.tsRecent());
        return blocks.isEmpty()
                ? List.of(PAD, PAD, clock)
                : List.of(PAD, PAD, clock, PAD, PAD, new TcpOption.Sack(blocks));
    }

    /** How many octets of options a segment sent now would carry beyond the timestamp, which SMSS already counts. */
    int sackLength() {
        int blocks = block.agreement.sack() ? block.receiver.sackBlocks().size() : 0;
        return blocks == 0 ? 0 : 4 + 8 * blocks;
    }

    /** A reset that ends the connection: its sequence number is the next one, so that the other end believes it. */
    void reset(Cause cause) {
        ControlBits bits = ControlBits.of(ControlBit.RST, ControlBit.ACK);
        long seq = block.sender.seq(block.sender.nxt());
        emit(bits, seq, block.receiver.nxt(), 0, List.of(), Octets.EMPTY, SentKind.RESET, cause);
    }

    /** The answer to a segment that does not fit: a reset that the other end believes (RFC 9293, 3.5.2). */
    void refuse(TcpSegment segment, Cause cause) {
        Optional<TcpSegment> reset = Refusal.of(segment);
        reset.ifPresent(
                answer -> block.journal.add(new Event.Sent(answer, EcnCodepoint.NOT_ECT, SentKind.RESET, cause)));
    }

    private void emit(
            ControlBits bits,
            long seq,
            long ack,
            int window,
            List<TcpOption> options,
            Octets data,
            SentKind kind,
            Cause cause) {
        int pointer = block.sender.urgentPointer(seq, data.length());
        TcpSegment segment = new TcpSegment(
                block.localPort,
                block.remotePort,
                seq,
                ack,
                0,
                pointer > 0 ? bits.with(ControlBit.URG) : bits,
                window,
                pointer,
                options,
                data,
                Pins.NONE);
        // new data alone may be marked: a mark on anything else would have nobody to act on it (RFC 3168, 6.1.4 and
        // 6.1.5)
        boolean capable = block.agreement.ecn() && kind == SentKind.DATA && !data.isEmpty();
        block.journal.add(new Event.Sent(segment, capable ? EcnCodepoint.ECT_0 : EcnCodepoint.NOT_ECT, kind, cause));
    }

    /** A segment that makes a live peer answer: its octet was acknowledged long ago (RFC 9293, 3.8.4). */
    void keepAlive(Cause cause) {
        emit(
                ACK,
                SequenceNumber.plus(block.sender.seq(block.sender.nxt()), -1),
                block.receiver.nxt(),
                block.receiver.windowField(),
                options(),
                Octets.EMPTY,
                SentKind.KEEP_ALIVE,
                cause);
    }
}

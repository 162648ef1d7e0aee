package wirebook.tcp.endpoint;

import java.util.List;
import java.util.Optional;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SackBlock;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;

/** What the acknowledgment of a segment tells the sender: octets that arrived, a window, a round trip (RFC 9293, 3.10.7.4, fifth). */
final class AckArrival {
    private final ControlBlock block;
    private final Sender sender;
    private long delivered;
    private long oldest;
    private boolean ambiguous;
    private long echoed;

    AckArrival(ControlBlock block) {
        this.block = block;
        this.sender = block.sender;
    }

    /** Whether the acknowledgment number makes sense; one that does not is challenged (RFC 5961, 5.2). */
    boolean acceptable(TcpSegment segment) {
        long offset = sender.offset(segment.ack());
        if (offset > sender.highest()) {
            block.challenge(Rule.ACK_OF_UNSENT);
            return false;
        }
        if (offset < sender.una() - Math.max(sender.window.widest(), 1)) {
            block.challenge(Rule.ACK_TOO_OLD);
            return false;
        }
        return true;
    }

    /** Takes in an acceptable acknowledgment. */
    void take(TcpSegment segment) {
        long offset = sender.offset(segment.ack());
        if (offset < sender.una()) {
            block.journal.note(Cause.of(Rule.ACK_OLD, sender.una() - offset));
            return;
        }
        delivered = 0;
        oldest = Long.MAX_VALUE;
        ambiguous = false;
        echoed = echoed(segment);
        long flight = sender.flightSize();
        long advanced = offset - sender.una();
        boolean windowMoved = sender.window.take(segment, false);
        boolean twice = sack(segment);
        long sacked = delivered;
        boolean duplicate = advanced == 0 && flight > 0 && duplicate(segment, windowMoved, sacked);
        if (advanced > 0) {
            sender.board.acknowledge(offset, this::arrived);
            sender.advance(offset);
        }
        measure(advanced > 0 || sacked > 0);
        if (advanced > 0) {
            sender.timer.acknowledged();
        }
        sender.persist.answered();
        boolean setup = segment.has(ControlBit.SYN); // there, ECE says that the other end can do it (RFC 3168, 6.1.1)
        boolean congestion = block.agreement.ecn() && segment.has(ControlBit.ECE) && !setup;
        AckNews news = new AckNews(advanced, delivered, duplicate, congestion, flight, echoed);
        if (duplicate) {
            block.journal.note(Cause.of(Rule.DUPLICATE_ACK, sacked));
        }
        sender.recovery.acknowledged(news);
        sender.recovery.tail.acknowledged(news, twice);
    }

    /** RFC 5681, 2; with SACK it is the new block that makes a duplicate (RFC 6675, 2). */
    private boolean duplicate(TcpSegment segment, boolean windowMoved, long sacked) {
        boolean pure = segment.data().isEmpty() && !segment.has(ControlBit.FIN) && !segment.has(ControlBit.SYN);
        return block.agreement.sack() ? sacked > 0 : pure && !windowMoved && !sender.persist.probing();
    }

    private long echoed(TcpSegment segment) {
        if (!block.agreement.timestamps()) {
            return -1;
        }
        return segment.option(TcpOption.Timestamps.class)
                .map(option -> SequenceNumber.minus(block.timestamp(), option.tsecr()))
                .map(age -> block.now / 1_000_000 - age)
                .orElse(-1L);
    }

    /** The blocks of the SACK option. Whether the first says that something arrived twice (RFC 2883, 4). */
    private boolean sack(TcpSegment segment) {
        Optional<TcpOption.Sack> option =
                block.agreement.sack() ? segment.option(TcpOption.Sack.class) : Optional.empty();
        if (option.isEmpty()) {
            return false;
        }
        List<SackBlock> blocks = option.get().blocks();
        boolean twice = twice(segment, blocks);
        for (SackBlock one : twice ? blocks.subList(1, blocks.size()) : blocks) {
            sack(one);
        }
        if (twice) {
            block.journal.note(Rule.DUPLICATE_REPORTED);
            sender.recovery.rack.duplicateReported();
        }
        return twice;
    }

    private boolean twice(TcpSegment segment, List<SackBlock> blocks) {
        SackBlock one = blocks.getFirst();
        boolean below = SequenceNumber.upTo(one.right(), segment.ack());
        boolean inside = blocks.size() > 1
                && SequenceNumber.upTo(blocks.get(1).left(), one.left())
                && SequenceNumber.upTo(one.right(), blocks.get(1).right());
        return below || inside;
    }

    private void sack(SackBlock one) {
        long left = sender.offset(one.left());
        long right = sender.offset(one.right());
        long una = Math.max(sender.una(), sender.offset(one.left()));
        if (left < right && right <= sender.nxt() && right > sender.una()) {
            sender.board.sack(una, right, this::arrived);
        }
    }

    private void arrived(Flown segment) {
        delivered += segment.length();
        ambiguous |= segment.retransmitted();
        oldest = Math.min(oldest, segment.lastSent);
        if (block.agreement.sack()) {
            sender.recovery.rack.delivered(segment, echoed);
        }
    }

    /** Measures a round trip: never by a segment that was sent twice (Karn), unless its timestamp says which of the two it was. */
    private void measure(boolean news) {
        if (!news || oldest == Long.MAX_VALUE) {
            return;
        }
        if (!ambiguous) {
            sample(block.now - oldest);
        } else if (echoed >= 0) {
            sample(Math.max(block.now - echoed * 1_000_000, 1_000_000));
        } else {
            block.journal.note(Rule.KARN);
        }
    }

    private void sample(long rtt) {
        sender.timer.sample(rtt);
        block.journal.note(Cause.of(Rule.RTT_MEASURED, rtt, sender.timer.srtt(), sender.timer.rto()));
    }
}

package wirebook.tcp.endpoint;

import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;

/** The window that the other end offers: SND.WND, and which segment said so (RFC 9293, 3.10.7.4). */
final class SendWindow {
    private final ControlBlock block;
    private long size;
    private long widest;
    private long wl1;
    private long wl2;

    SendWindow(ControlBlock block) {
        this.block = block;
    }

    /** SND.WND in octets. */
    long size() {
        return size;
    }

    /** The widest window that the other end ever offered. */
    long widest() {
        return widest;
    }

    /** SND.WL1: the sequence number of the segment that last set the window. */
    long wl1() {
        return wl1;
    }

    /** SND.WL2: its acknowledgment number. */
    long wl2() {
        return wl2;
    }

    /** Takes over the window of an acceptable segment, unless an older one says it; the first always counts. Whether it changed. */
    boolean take(TcpSegment segment, boolean first) {
        boolean newer = SequenceNumber.before(wl1, segment.seq())
                || (wl1 == segment.seq() && SequenceNumber.upTo(wl2, segment.ack()));
        if (!first && !newer) {
            return false;
        }
        long before = size;
        int shift = segment.has(ControlBit.SYN) ? 0 : block.agreement.sendShift();
        size = (long) segment.window() << shift;
        wl1 = segment.seq();
        wl2 = segment.ack();
        if (size == 0 || (before == 0 && widest > 0)) {
            block.journal.note(Cause.of(size == 0 ? Rule.WINDOW_CLOSED : Rule.WINDOW_REOPENED, size));
        }
        widest = Math.max(widest, size);
        return before != size;
    }
}

package wirebook.tcp.endpoint;

import wirebook.tcp.profile.Setting;

/** RACK: what was sent well before something that has arrived, and has not arrived itself, is lost (RFC 8985, 6). */
final class Rack {
    private static final int ROUNDS = 16;

    private final ControlBlock block;
    private final Sender sender;
    private long sentAt = -1;
    private long end;
    private long rtt;
    private long highest;
    private boolean reordering;
    private int multiplier = 1;
    private int persist = ROUNDS;
    private long roundEnd;

    Rack(ControlBlock block, Sender sender) {
        this.block = block;
        this.sender = sender;
    }

    /** A segment arrived that was not known to have (RFC 8985, 6.2, steps 1 to 3). {@code echoed} is the time TSecr tells, or −1. */
    void delivered(Flown segment, long echoed) {
        long trip = block.now - segment.lastSent;
        boolean doubtful = segment.retransmitted()
                && ((echoed >= 0 && echoed < segment.lastSent / 1_000_000) || trip < sender.timer.least());
        if (!doubtful) {
            rtt = trip;
            if (after(segment.lastSent, segment.end, sentAt, end)) {
                sentAt = segment.lastSent;
                end = segment.end;
            }
        }
        if (segment.end > highest) {
            highest = segment.end;
        } else if (!segment.retransmitted() && !reordering) {
            reordering = true;
            block.journal.note(Rule.REORDERING_SEEN);
        }
    }

    /** A DSACK says that we were too quick: a round trip more patience (RFC 8985, 6.2, step 4). */
    void duplicateReported() {
        if (sender.una() >= roundEnd) {
            roundEnd = sender.nxt();
            multiplier++;
            persist = ROUNDS;
        }
    }

    /** A recovery has ended without a DSACK. */
    void recovered() {
        if (--persist <= 0) {
            multiplier = 1;
        }
    }

    private static boolean after(long time, long end, long otherTime, long otherEnd) {
        return time > otherTime || (time == otherTime && end > otherEnd);
    }

    /** How long a gap may be reordering (RFC 8985, 6.2, step 4). */
    private long patience() {
        boolean enough = sender.board.sacked().length()
                >= (long) block.profile.whole(Setting.DUP_THRESH) * block.agreement.smss();
        if (!reordering && (sender.recovery.active() || enough)) {
            return 0;
        }
        return Math.min(multiplier * sender.timer.least() / 4, Math.max(sender.timer.srtt(), sender.timer.least()));
    }

    /** Takes for lost what is overdue (RFC 8985, 6.2, step 5), and sets the timer for what may become so. */
    boolean detect() {
        if (sentAt < 0) {
            return false;
        }
        long patience = patience();
        long next = 0;
        boolean found = false;
        for (Flown segment : sender.board.all()) {
            if (segment.start >= highest && !segment.retransmitted()) {
                break;
            }
            if (segment.sacked || segment.lost || !after(sentAt, end, segment.lastSent, segment.end)) {
                continue;
            }
            long remaining = segment.lastSent + rtt + patience - block.now;
            if (remaining <= 0) {
                found |= sender.board.lose(segment);
            } else {
                next = Math.max(next, remaining);
            }
        }
        arm(next);
        return found;
    }

    private void arm(long wait) {
        Cause cause = Cause.of(Rule.REORDERING_ARMED, wait);
        if (wait > 0) {
            block.timers.arm(Timer.REORDERING, block.now + wait, cause);
        } else {
            block.timers.stop(Timer.REORDERING, cause);
        }
    }
}

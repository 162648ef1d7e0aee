package wirebook.tcp.endpoint;

import wirebook.tcp.profile.Setting;

/** The tail loss probe: after two quiet round trips something is sent to learn whether the last segments arrived (RFC 8985, 7). */
final class TailLossProbe {
    private static final long SECOND = 1_000_000_000;
    private static final long WORST_DELAYED_ACK = 200_000_000;
    private static final long SLACK = 2_000_000;

    private final ControlBlock block;
    private final Sender sender;
    private long end = -1;
    private boolean again;

    TailLossProbe(ControlBlock block, Sender sender) {
        this.block = block;
        this.sender = sender;
    }

    private boolean possible() {
        return block.profile.on(Setting.RACK_TLP)
                && block.agreement.sack()
                && !sender.board.isEmpty()
                && sender.board.sacked().isEmpty()
                && !sender.recovery.active()
                && end < 0
                && !sender.persist.probing();
    }

    /** Sets the timer where a probe may become useful (RFC 8985, 7.2). */
    void arm() {
        if (!possible()) {
            block.timers.stop(Timer.TAIL_LOSS_PROBE, Cause.of(Rule.PROBE_NEEDLESS));
            return;
        }
        long from = sender.board.last().lastSent;
        long expiry = Math.max(from, lastNews) + timeout();
        if (expiry < block.timers.at(Timer.RETRANSMISSION)) {
            block.timers.arm(Timer.TAIL_LOSS_PROBE, expiry, Cause.of(Rule.PROBE_ARMED, timeout()));
        } else {
            block.timers.stop(Timer.TAIL_LOSS_PROBE, Cause.of(Rule.PROBE_NEEDLESS));
        }
    }

    private long lastNews;

    /** PTO (RFC 8985, 7.2). */
    private long timeout() {
        long srtt = sender.timer.srtt();
        if (srtt == 0) {
            return SECOND;
        }
        boolean single = sender.flightSize() <= block.agreement.smss();
        return 2 * srtt + (single ? WORST_DELAYED_ACK : SLACK);
    }

    /** Sends the probe: new data if there is some, else the last segment again (RFC 8985, 7.3). */
    void expired() {
        if (!possible()) {
            return;
        }
        Cause cause = Cause.of(Rule.PROBE_SENT, timeout());
        block.journal.add(new Event.Expired(Timer.TAIL_LOSS_PROBE, cause));
        long room = sender.una() + sender.window.size() - sender.nxt();
        int length = (int) Math.min(Math.min(sender.waiting(), room), block.agreement.smss());
        again = length <= 0;
        if (again) {
            sender.resend(sender.board.last(), SentKind.TAIL_LOSS_PROBE, cause);
        } else {
            sender.sendData(length, cause);
        }
        end = sender.nxt();
        sender.timer.restart();
    }

    /** An acknowledgment may answer the probe (RFC 8985, 7.4.2). */
    void acknowledged(AckNews news, boolean duplicateReported) {
        if (news.advanced() > 0) {
            lastNews = block.now;
        }
        if (end < 0 || sender.una() < end) {
            return;
        }
        if (again && !duplicateReported && sender.una() > end) {
            sender.recovery.tailLost();
        } else if (again && !duplicateReported && news.advanced() > 0) {
            return; // the answer to the original and to the probe look alike: wait for the next one
        }
        end = -1;
    }
}

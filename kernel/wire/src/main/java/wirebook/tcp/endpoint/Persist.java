package wirebook.tcp.endpoint;

import wirebook.tcp.profile.Setting;

/** Zero-window probing: data waits, the window is closed, and the news of its opening may have been lost (RFC 9293, 3.8.6.1). */
final class Persist {
    private final ControlBlock block;
    private final Sender sender;
    private boolean probing;
    private long wait;
    private int unanswered;

    Persist(ControlBlock block, Sender sender) {
        this.block = block;
        this.sender = sender;
    }

    /** Starts probing where only the closed window holds data back, and ends it where that is no longer so. */
    void check() {
        boolean stuck = sender.window.size() == 0 && (sender.board.isEmpty() ? sender.waiting() > 0 : probing);
        if (!stuck) {
            leave();
        } else if (!block.timers.runs(Timer.PERSIST)) {
            wait = sender.timer.rto();
            block.timers.arm(Timer.PERSIST, block.now + wait, Cause.of(Rule.PERSIST_ARMED, wait));
        }
    }

    private void leave() {
        block.timers.stop(Timer.PERSIST, Cause.of(Rule.WINDOW_REOPENED, sender.window.size()));
        probing = false;
        unanswered = 0;
    }

    /** An acknowledgment came: whoever answers is alive. A probe that it does not cover was not taken. */
    void answered() {
        unanswered = 0;
        if (probing && sender.window.size() > 0) {
            if (!sender.board.isEmpty()) {
                sender.withdraw();
            }
            probing = false;
        }
    }

    /** Whether what is on the way is a probe, which the retransmission timer does not watch. */
    boolean probing() {
        return probing;
    }

    void expired() {
        Cause cause = Cause.of(Rule.PERSIST_EXPIRED, wait);
        block.journal.add(new Event.Expired(Timer.PERSIST, cause));
        if (++unanswered > block.profile.whole(Setting.RETRIES)) {
            sender.timer.giveUp(Cause.of(Rule.GIVEN_UP, unanswered - 1));
            return;
        }
        if (sender.board.isEmpty()) {
            probing = true;
            sender.probe(cause);
        } else {
            sender.resend(sender.board.head(), SentKind.ZERO_WINDOW_PROBE, cause);
        }
        wait = Math.min(2 * wait, block.nanos(Setting.MAX_RTO));
        block.timers.arm(Timer.PERSIST, block.now + wait, Cause.of(Rule.PERSIST_ARMED, wait));
    }
}

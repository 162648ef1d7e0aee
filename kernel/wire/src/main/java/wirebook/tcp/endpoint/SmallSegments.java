package wirebook.tcp.endpoint;

import wirebook.tcp.profile.Setting;

/**
 * The two rules against small segments: the sender's side of silly-window avoidance (RFC 9293, 3.8.6.2.1) and Nagle's algorithm
 * (3.7.4).
 */
record SmallSegments(ControlBlock block, Sender sender) {
    private static final long OVERRIDE = 200_000_000;

    /** Whether a segment of {@code length} octets may be sent now; {@code usable} is what the other end's window leaves. */
    boolean mayGo(int length, int limit, long usable, boolean overridden) {
        boolean all = length == sender.waiting();
        boolean chosen = length < Math.min(limit, Math.min(sender.waiting(), usable));
        if (length >= limit || chosen || overridden || (all && sender.closing())) {
            return true;
        }
        boolean idle = sender.flightSize() == 0;
        if (!idle && block.profile.on(Setting.NAGLE)) {
            return held(length);
        }
        return all || 2L * length >= sender.window.widest() || silly(length, idle);
    }

    private boolean held(int length) {
        block.journal.note(Cause.of(Rule.NAGLE_HOLDS, length));
        return false;
    }

    /** The window leaves room for a part alone: better wait for more room, but not for ever. */
    private boolean silly(int length, boolean idle) {
        if (idle && !block.timers.runs(Timer.OVERRIDE)) {
            block.timers.arm(Timer.OVERRIDE, block.now + OVERRIDE, Cause.of(Rule.SILLY_WINDOW, length, OVERRIDE));
        }
        return false;
    }
}

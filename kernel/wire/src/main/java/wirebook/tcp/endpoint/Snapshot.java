package wirebook.tcp.endpoint;

import java.util.Optional;

/** Takes pictures of the control block; what did not change since the last one is shared with it. */
final class Snapshot {
    private final ControlBlock block;
    private Optional<Tcb> last = Optional.empty();

    Snapshot(ControlBlock block) {
        this.block = block;
    }

    Tcb take() {
        Tcb now = new Tcb(
                block.state,
                block.agreement.shown(),
                block.sender.shown(),
                block.receiver.shown(),
                block.sender.recovery.shown(),
                block.sender.timer.shown(),
                block.timers.running());
        Tcb shared = last.map(before -> share(before, now)).orElse(now);
        last = Optional.of(shared);
        return shared;
    }

    private static Tcb share(Tcb before, Tcb now) {
        return before.equals(now)
                ? before
                : new Tcb(
                        now.state(),
                        same(before.options(), now.options()),
                        same(before.send(), now.send()),
                        same(before.receive(), now.receive()),
                        same(before.congestion(), now.congestion()),
                        same(before.timing(), now.timing()),
                        same(before.timers(), now.timers()));
    }

    private static <T> T same(T before, T now) {
        return before.equals(now) ? before : now;
    }
}

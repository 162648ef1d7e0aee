package wirebook.tcp.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The timers of an endpoint: a time for each that runs. They expire when somebody says what time it is. */
final class Timers {
    private static final long OFF = Long.MAX_VALUE;

    private final Journal journal;
    private final Map<Timer, Slot> slots = new EnumMap<>(Timer.class);
    private long next = OFF;

    private static final class Slot {
        private long at = OFF;
        private Duration shown = Duration.ZERO;
    }

    Timers(Journal journal) {
        this.journal = journal;
        for (Timer timer : Timer.values()) {
            slots.put(timer, new Slot());
        }
    }

    private Slot slot(Timer timer) {
        Slot slot = slots.get(timer);
        if (slot == null) {
            throw new IllegalArgumentException("no such timer: " + timer);
        }
        return slot;
    }

    /** Sets the timer, in the place of what it was set to before. */
    void arm(Timer timer, long at, Cause cause) {
        Slot slot = slot(timer);
        if (slot.at == at) {
            return;
        }
        slot.at = at;
        slot.shown = Duration.ofNanos(at);
        journal.add(new Event.Armed(timer, slot.shown, cause));
        refresh();
    }

    void stop(Timer timer, Cause cause) {
        Slot slot = slot(timer);
        if (slot.at != OFF) {
            slot.at = OFF;
            journal.add(new Event.Stopped(timer, cause));
            refresh();
        }
    }

    /** Stops every timer without a word: the connection is gone. */
    void clear() {
        slots.values().forEach(slot -> slot.at = OFF);
        next = OFF;
    }

    boolean runs(Timer timer) {
        return slot(timer).at != OFF;
    }

    /** When the timer expires; a time that never comes if it does not run. */
    long at(Timer timer) {
        return slot(timer).at;
    }

    Optional<Duration> deadline() {
        return next == OFF ? Optional.empty() : Optional.of(Duration.ofNanos(next));
    }

    /** The next timer that is due at {@code now}, the earliest first; it no longer runs. */
    Optional<Timer> due(long now) {
        if (next > now) {
            return Optional.empty();
        }
        for (Map.Entry<Timer, Slot> entry : slots.entrySet()) {
            if (entry.getValue().at == next) {
                entry.getValue().at = OFF;
                refresh();
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    private void refresh() {
        next = OFF;
        for (Slot slot : slots.values()) {
            next = Math.min(next, slot.at);
        }
    }

    List<Tcb.Running> running() {
        List<Tcb.Running> running = new ArrayList<>();
        slots.forEach((timer, slot) -> {
            if (slot.at != OFF) {
                running.add(new Tcb.Running(timer, slot.shown));
            }
        });
        return running;
    }
}

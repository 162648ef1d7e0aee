package wirebook.tcp.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The timers of an endpoint: a time for each that runs. They expire when somebody says what time it is. */
final class Timers {
    private static final long OFF = Long.MAX_VALUE;
    private static final Timer[] ALL = Timer.values();

    private final Journal journal;
    private final long[] expiry = new long[ALL.length];
    private final Duration[] shown = new Duration[ALL.length];
    private List<Tcb.Running> running = List.of();
    private boolean stale;
    private Optional<Duration> deadline = Optional.empty();
    private long next = OFF;

    Timers(Journal journal) {
        this.journal = journal;
        Arrays.fill(expiry, OFF);
        Arrays.fill(shown, Duration.ZERO);
    }

    /** Sets the timer, in the place of what it was set to before. */
    void arm(Timer timer, long at, Cause cause) {
        int index = timer.index();
        if (expiry[index] == at) {
            return;
        }
        expiry[index] = at;
        shown[index] = Duration.ofNanos(at);
        journal.add(new Event.Armed(timer, shown[index], cause));
        refresh();
    }

    void stop(Timer timer, Cause cause) {
        if (runs(timer)) {
            expiry[timer.index()] = OFF;
            journal.add(new Event.Stopped(timer, cause));
            refresh();
        }
    }

    /** Stops every timer without a word: the connection is gone. */
    void clear() {
        Arrays.fill(expiry, OFF);
        refresh();
    }

    boolean runs(Timer timer) {
        return expiry[timer.index()] != OFF;
    }

    /** When the timer expires; a time that never comes if it does not run. */
    long at(Timer timer) {
        return expiry[timer.index()];
    }

    Optional<Duration> deadline() {
        return deadline;
    }

    /** The next timer that is due at {@code now}, the earliest first; it no longer runs. */
    Optional<Timer> due(long now) {
        for (Timer timer : ALL) {
            if (next <= now && at(timer) == next) {
                expiry[timer.index()] = OFF;
                refresh();
                return Optional.of(timer);
            }
        }
        return Optional.empty();
    }

    private void refresh() {
        stale = true;
        int first = 0;
        for (int index = 1; index < expiry.length; index++) {
            first = expiry[index] < expiry[first] ? index : first;
        }
        if (next != expiry[first]) {
            next = expiry[first];
            deadline = next == OFF ? Optional.empty() : Optional.of(shown[first]);
        }
    }

    /** The timers that run: the same list as long as nothing changes. */
    List<Tcb.Running> running() {
        if (stale) {
            stale = false;
            running = listed();
        }
        return running;
    }

    private List<Tcb.Running> listed() {
        List<Tcb.Running> listed = new ArrayList<>();
        for (Timer timer : ALL) {
            if (runs(timer)) {
                listed.add(new Tcb.Running(timer, shown[timer.index()]));
            }
        }
        return List.copyOf(listed);
    }
}

package wirebook.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wirebook.shell.exec.Owner;

/** One evaluation on its thread, and the way to stop it. */
final class Running {
    private static final long POLL_MILLIS = 4;
    private static final int PATIENCE_POLLS = 250;
    private static final int BLOCKED_POLLS = 8;

    private final Owner owner;
    private final Thread thread;
    private boolean asked;
    private boolean inCell;
    private @Nullable Evaluation result;

    Running(
            String title,
            Console console,
            Function<Throwable, String> report,
            ClassLoader context,
            Function<Running, Evaluation> work) {
        owner = new Owner(title, console, report);
        thread = owner.thread(() -> finish(outcome(work)));
        thread.setContextClassLoader(context);
    }

    /** There is always an end, also when there is no memory left to tell of it. */
    private Evaluation outcome(Function<Running, Evaluation> work) {
        try {
            return work.apply(this);
        } catch (Error none) { // a class that could not be loaded for want of memory is one as well
            return Endings.SPEECHLESS;
        } catch (Throwable odd) {
            return Endings.untold(odd);
        }
    }

    Owner owner() {
        return owner;
    }

    /** Lets the cell's display look at the value of {@code end}, if it has one; whether that failed is the cell's end as well. */
    Evaluation seen(Evaluation end, Endings endings) {
        if (!(end instanceof Evaluation.Value value)) {
            return end;
        }
        try {
            return inCell(() -> {
                owner.console().display().look(value);
                return end;
            });
        } catch (Throwable thrown) { // a cell's class may throw whatever it wants, unannounced
            return endings.failed(thrown, this);
        }
    }

    /** Runs a part that may be interrupted: a cell's own code. */
    <T> T inCell(Supplier<T> part) {
        boolean before = enter(true);
        try {
            return part.get();
        } finally {
            enter(before);
        }
    }

    /** From now on the cell may be interrupted, or not; says what was before. */
    synchronized boolean enter(boolean now) {
        boolean before = inCell;
        inCell = now;
        boolean late = Thread.interrupted();
        if (now && (asked || late)) {
            Thread.currentThread().interrupt();
        }
        return before;
    }

    private synchronized void finish(Evaluation end) {
        result = end;
        notifyAll();
    }

    /** Asks the cell to stop. Returns at once. */
    synchronized void stop() {
        if (result == null) {
            asked = true;
            owner.stop();
            notifyAll();
        }
    }

    /** Starts, and waits for the end; a cell that was asked to stop and cannot is left behind. */
    Evaluation await(Optional<Duration> patience, Function<Thread, Evaluation> abandoned) {
        thread.start();
        patience.ifPresent(p -> CompletableFuture.delayedExecutor(p.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::stop));
        Evaluation end = end(abandoned);
        leave();
        owner.ended();
        return end;
    }

    /** A cell that has ended is gone before its answer is. */
    private void leave() {
        boolean ended;
        synchronized (this) {
            ended = result != null;
        }
        try {
            thread.join(ended ? 0 : 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Evaluation end(Function<Thread, Evaluation> abandoned) {
        int polls = 0;
        int blocked = 0;
        while (result == null) {
            if (asked) {
                blocked = thread.getState() == Thread.State.BLOCKED ? blocked + 1 : 0;
                if (polls++ > PATIENCE_POLLS || blocked > BLOCKED_POLLS) {
                    return abandoned.apply(thread);
                }
                owner.wake(thread, inCell);
            }
            pause(asked);
        }
        return result;
    }

    @SuppressWarnings("WaitNotInLoop") // the caller loops
    private synchronized void pause(boolean shortly) {
        try {
            wait(shortly ? POLL_MILLIS : 0);
        } catch (InterruptedException e) {
            stop();
        }
    }
}

package wirebook.jupyter.kernel;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A thread that does one task after the other, in the order given, and survives every one of them. It begins with the first. */
final class Worker {
    private final String name;
    private final Log log;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final AtomicBoolean started = new AtomicBoolean();

    Worker(String name, Log log) {
        this.name = name;
        this.log = log;
    }

    /** Has {@code task} done after all that was given before. Returns at once. */
    void give(Runnable task) {
        tasks.add(task);
        if (started.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name(name).start(this::work);
        }
    }

    /** Waits until all that was given is done, but no longer than {@code patience}. */
    void settle(Duration patience) {
        CountDownLatch done = new CountDownLatch(1);
        give(done::countDown);
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                log.once(name + " was still busy at the end");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (true) {
            try {
                tasks.take().run();
            } catch (InterruptedException late) {
                // An interrupt meant for a cell that has just ended.
            } catch (Throwable fault) {
                log.fault("working as " + name, fault);
            }
        }
    }
}

package wirebook.jupyter.kernel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A thread that does one task after the other, in the order given, and survives every one of them. */
final class Worker {
    private final String name;
    private final Log log;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    Worker(String name, Log log) {
        this.name = name;
        this.log = log;
        Thread.ofPlatform().daemon().name(name).start(this::work);
    }

    /** Has {@code task} done after all that was given before. Returns at once. */
    void give(Runnable task) {
        tasks.add(task);
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

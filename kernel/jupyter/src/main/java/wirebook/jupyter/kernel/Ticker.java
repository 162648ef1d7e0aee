package wirebook.jupyter.kernel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends on what a cell has printed and nothing else has sent on, a tenth of a second after the first octet. Its thread begins with the
 * first output there is.
 */
final class Ticker {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private record Due(Output output, long time) {}

    private final BlockingQueue<Due> due = new LinkedBlockingQueue<>();
    private boolean started;

    /** Has {@link Output#tick} called soon. */
    synchronized void soon(Output output) {
        due.add(new Due(output, System.nanoTime() + PAUSE));
        if (!started) {
            started = true;
            Thread.ofPlatform().daemon().name("ticker").start(this::run);
        }
    }

    private void run() {
        while (true) {
            try {
                Due next = due.take();
                pause(next.time);
                next.output.tick();
            } catch (InterruptedException stray) {
                // Nobody has reason to interrupt this thread; a cell that interrupts all it finds must not stop it.
            }
        }
    }

    private static void pause(long until) {
        try {
            TimeUnit.NANOSECONDS.sleep(until - System.nanoTime());
        } catch (InterruptedException stray) {
            // Too early is early enough.
        }
    }
}

package wirebook.app;

/**
 * Keeps the heap in proportion to what is alive in it. The serial collector lets the old generation grow up to the largest heap before
 * it looks for garbage there (JDK 25): a kernel with 50 MB alive would hold gigabytes of what nobody needs.
 */
final class Heap {
    private static final long PAUSE_MILLIS = 1000;
    private static final long SLACK = 48L << 20;

    /** A program that has filled this part of the largest heap means it, and is not to be held up. */
    private static final int LARGE = 4;

    private final Runtime jvm = Runtime.getRuntime();
    private long limit = SLACK + jvm.totalMemory();

    private Heap() {}

    /** Watches from now on, on a thread of its own. */
    static void watch() {
        Thread.ofPlatform().daemon().name("heap").start(new Heap()::run);
    }

    private void run() {
        while (true) {
            try {
                Thread.sleep(PAUSE_MILLIS);
                look();
            } catch (InterruptedException stray) {
                // A look too early does no harm.
            }
        }
    }

    /** Collects when the heap is twice what was alive the last time, and some. */
    @SuppressWarnings(
            "SystemGc") // it is the only way to have the old generation collected before the heap is at its largest
    private void look() {
        if (jvm.totalMemory() > limit && jvm.totalMemory() < jvm.maxMemory() / LARGE) {
            System.gc();
            long alive = jvm.totalMemory() - jvm.freeMemory();
            limit = SLACK
                    + Math.max(2 * alive, jvm.totalMemory()); // what cannot be given back is no reason to look again
        }
    }
}

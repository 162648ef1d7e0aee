package wirebook.shell;

import org.jspecify.annotations.Nullable;

/** Memory that is put aside: when a cell has used up all the rest, it is what the end of the cell is told with. */
final class Reserve {
    private static final int OCTETS = 4 << 20;

    /** How many causes are looked at: they may go in a circle, and there may be no memory to remember those that were seen. */
    private static final int DEEP = 100;

    private volatile byte @Nullable [] kept;

    /** Puts it aside, unless it is or the rest is not much more: then a cell may be about to let go of something. */
    void fill() {
        Runtime jvm = Runtime.getRuntime();
        long left = jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory();
        if (kept == null && left > 4 * OCTETS) {
            kept = new byte[OCTETS];
        }
    }

    /** Lets it go if {@code thrown} says that there is no memory left; whether it does. */
    boolean spentOn(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < DEEP && cause != null; i++, cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                kept = null;
                return true;
            }
        }
        return false;
    }
}

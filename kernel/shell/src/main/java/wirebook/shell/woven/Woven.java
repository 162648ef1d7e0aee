package wirebook.shell.woven;

import wirebook.shell.exec.Owner;

/** The calls that are woven into cells: may I go on, and what stands in the place of ending the JVM. */
public final class Woven {
    /** Static and volatile since it is read at every backward branch of every cell: one load while nothing is to be stopped. */
    private static volatile boolean pending;

    private Woven() {}

    /** Called at the entry of each method and before each backward branch; throws {@link Stopped} once its cell is stopped. */
    public static void check() {
        if (pending) {
            Owner.check();
        }
    }

    /** Makes {@link #check} look closer from now on, or not any more. */
    public static void pending(boolean closer) {
        pending = closer;
    }

    /** In the place of {@link System#exit}. */
    public static void exit(int status) {
        Owner.exit(status);
    }

    /** In the place of {@link Runtime#exit} and {@link Runtime#halt}. */
    public static void exit(Runtime runtime, int status) {
        Owner.exit(status);
    }

    /** A failure as the shell shows it, for what shows failures in a cell's name: the table of tests. */
    public static String report(Throwable thrown) {
        return Owner.report(thrown);
    }

    /** In the place of {@link Throwable#printStackTrace()}: with the lines of cells for frames. */
    public static void printStackTrace(Throwable thrown) {
        Owner.print(thrown);
    }
}

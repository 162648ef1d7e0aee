package wirebook.cell;

import wirebook.app.Stage;

/** What the kernel runs as a cell when a front end speaks on a comm, so that the answer prints, fails and stops as cells do. */
public final class Heard {
    private Heard() {}

    /** Runs what waits for this message. */
    public static void run() {
        Stage.current().heard();
    }
}

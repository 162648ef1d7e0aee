package wirebook.shell.woven;

/** Unwinds a cell that is to end; thrown anew at each check until its thread has ended, so nothing can hold it up. */
public final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    /** With the frames where the cell was. */
    public Stopped() {
        super("interrupted");
    }
}

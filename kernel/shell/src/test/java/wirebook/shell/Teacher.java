package wirebook.shell;

/** A class of a host that says what is wrong in words for students. */
public final class Teacher {
    private Teacher() {}

    /** Refuses what is negative. */
    public static int check(int n) {
        if (n < 0) {
            throw new IllegalArgumentException(n + " is below 0");
        }
        return n;
    }
}

package wirebook.jupyter.message;

/** Frames that are no message, or a message that lacks what its type needs; says what is wrong in a few words. */
public final class BadMessage extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    public BadMessage(String why) {
        super(why);
        this.why = why;
    }

    /** What is wrong. */
    public String why() {
        return why;
    }
}

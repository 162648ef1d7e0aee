package wirebook.jupyter.message;

/** What the kernel says of the protocol itself. */
public final class Protocol {
    /** The version of the Jupyter messaging protocol that is spoken. */
    public static final String VERSION = "5.5";

    private Protocol() {}
}

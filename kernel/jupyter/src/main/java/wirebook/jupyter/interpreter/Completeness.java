package wirebook.jupyter.interpreter;

/**
 * Whether a piece of code is ready to be run.
 *
 * @param status the verdict
 * @param indent what the next line should begin with; empty unless {@code status} is INCOMPLETE
 */
public record Completeness(Status status, String indent) {
    /** The verdicts of the protocol; in lower case they go over the wire. */
    public enum Status {
        COMPLETE,
        INCOMPLETE,
        INVALID,
        UNKNOWN
    }

    /** Ready to be run. */
    public static final Completeness COMPLETE = new Completeness(Status.COMPLETE, "");
    /** More lines cannot save it. */
    public static final Completeness INVALID = new Completeness(Status.INVALID, "");
    /** The language cannot say. */
    public static final Completeness UNKNOWN = new Completeness(Status.UNKNOWN, "");

    /** More lines are needed, the next of which should begin with {@code indent}. */
    public static Completeness incomplete(String indent) {
        return new Completeness(Status.INCOMPLETE, indent);
    }
}

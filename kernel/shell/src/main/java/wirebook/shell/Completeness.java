package wirebook.shell;

/**
 * Whether a cell could be run as it stands.
 *
 * @param status the answer
 * @param indent the white space that the next line should start with; empty unless incomplete
 */
public record Completeness(Status status, String indent) {

    /** The four answers. */
    public enum Status {
        /** It can be run. */
        COMPLETE,
        /** Something is still open: a brace, a quotation mark, an expression. */
        INCOMPLETE,
        /** No continuation would make it right. */
        INVALID,
        /** It cannot be told. */
        UNKNOWN
    }
}

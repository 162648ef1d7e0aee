package wirebook.tcp.endpoint;

/** A user call that the connection cannot obey in its present state: the error that the RFC returns (RFC 9293, 3.10). */
public final class Misuse extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** The error in the words of the RFC: {@code connection closing}. */
    public Misuse(String words) {
        super(words);
    }
}

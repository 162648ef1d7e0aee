package wirebook.tcp.endpoint;

/** How a connection ended against the user's will: what every outstanding call is told (RFC 9293, 3.9.1 and 3.10). */
public enum Failure {
    /** The other end answered the SYN with a reset. */
    REFUSED("connection refused"),
    /** The other end sent a reset. */
    RESET("connection reset"),
    /** The other end did not answer for too long. */
    TIMED_OUT("connection aborted due to user timeout"),
    /** Our own user aborted. */
    ABORTED("connection aborted"),
    /** The network said for good that the other end cannot be reached. */
    UNREACHABLE("destination unreachable");

    private final String words;

    Failure(String words) {
        this.words = words;
    }

    /** The error in the RFC's words where it has some. */
    @Override
    public String toString() {
        return words;
    }
}

package wirebook.net;

/** Which end of a link a packet comes from: the client's end is the one that opens. */
public enum Side {
    /** From either end. */
    EITHER(""),
    /** From the client's end. */
    CLIENT(".fromClient()"),
    /** From the server's end. */
    SERVER(".fromServer()");

    private final String suffix;

    Side(String suffix) {
        this.suffix = suffix;
    }

    /** As it stands behind a selector; empty for either side. */
    String suffix() {
        return suffix;
    }

    /** Whether a packet from the end {@code from} (CLIENT or SERVER) is meant. */
    boolean takes(Side from) {
        return this == EITHER || this == from;
    }
}

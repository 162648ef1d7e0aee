package wirebook.tcp.endpoint;

/** A timer of an endpoint. Where several end at the same time they expire in this order. */
public enum Timer {
    /** The retransmission timer (RFC 6298, 5). */
    RETRANSMISSION("retransmission timer"),
    /** Waits whether a gap is reordering or loss (RFC 8985, 6.3). */
    REORDERING("reordering timer"),
    /** The tail loss probe (RFC 8985, 7). */
    TAIL_LOSS_PROBE("tail loss probe timer"),
    /** The zero-window probe (RFC 9293, 3.8.6.1). */
    PERSIST("persist timer"),
    /** The delayed ACK (RFC 9293, 3.8.6.3). */
    DELAYED_ACK("delayed-ACK timer"),
    /** The sender's side of silly-window avoidance: a small segment is held no longer (RFC 9293, 3.8.6.2.1). */
    OVERRIDE("override timer"),
    /** Keep-alive (RFC 9293, 3.8.4). */
    KEEP_ALIVE("keep-alive timer"),
    /** The end of the user's patience (RFC 9293, 3.10.8). */
    USER_TIMEOUT("user timeout"),
    /** The end of FIN-WAIT-2 for a connection that nobody reads. */
    FIN_WAIT_2("FIN-WAIT-2 timer"),
    /** Twice the maximum segment lifetime (RFC 9293, 3.6.1). */
    TIME_WAIT("2 MSL timer");

    private final String words;

    Timer(String words) {
        this.words = words;
    }

    /** Its place in an array that has a time for each timer. */
    @SuppressWarnings("EnumOrdinal") // never stored
    int index() {
        return ordinal();
    }

    @Override
    public String toString() {
        return words;
    }
}

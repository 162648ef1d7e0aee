package wirebook.tcp.state;

/** What can move a connection from one state to another: a user call, an arriving segment, a timer (RFC 9293, 3.10). */
public enum Trigger {
    /** The user's active OPEN. */
    ACTIVE_OPEN("active OPEN"),
    /** The user's passive OPEN. */
    PASSIVE_OPEN("passive OPEN"),
    /** The user's SEND; it moves a listening connection alone. */
    SEND("SEND"),
    /** The user's CLOSE. */
    CLOSE("CLOSE"),
    /** The user's ABORT. */
    ABORT("ABORT"),
    /** A SYN without ACK arrived. */
    SYN("rcv SYN"),
    /** A SYN that acknowledges ours arrived. */
    SYN_ACK("rcv SYN,ACK"),
    /** The acknowledgment of our SYN arrived. */
    ACK_OF_SYN("rcv ACK of SYN"),
    /** The other end's FIN arrived, all data before it too. */
    FIN("rcv FIN"),
    /** The acknowledgment of our FIN arrived. */
    ACK_OF_FIN("rcv ACK of FIN"),
    /** A valid RST arrived. */
    RST("rcv RST"),
    /** TIME-WAIT lasted twice the maximum segment lifetime. */
    TIME_WAIT_TIMEOUT("2 MSL timeout"),
    /** The other end did not answer for too long. */
    USER_TIMEOUT("USER TIMEOUT");

    private final String words;

    Trigger(String words) {
        this.words = words;
    }

    /** The words at the arrow in the RFC's diagram. */
    @Override
    public String toString() {
        return words;
    }
}

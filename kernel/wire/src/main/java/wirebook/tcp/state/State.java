package wirebook.tcp.state;

/** A state of a TCP connection (RFC 9293, 3.3.2). In the order of the RFC's list. */
public enum State {
    /** Waiting for a connection request from any remote endpoint. */
    LISTEN("LISTEN"),
    /** Waiting for a matching connection request after having sent one. */
    SYN_SENT("SYN-SENT"),
    /** Waiting for the acknowledgment of our SYN after having both received and sent one. */
    SYN_RECEIVED("SYN-RECEIVED"),
    /** An open connection: data flows both ways. */
    ESTABLISHED("ESTABLISHED"),
    /** Our FIN is sent; waiting for its acknowledgment or for the other end's FIN. */
    FIN_WAIT_1("FIN-WAIT-1"),
    /** Our FIN is acknowledged; waiting for the other end's FIN. */
    FIN_WAIT_2("FIN-WAIT-2"),
    /** The other end has sent its FIN; waiting for our user to close. */
    CLOSE_WAIT("CLOSE-WAIT"),
    /** Both ends sent a FIN at once; waiting for the acknowledgment of ours. */
    CLOSING("CLOSING"),
    /** The other end closed first; waiting for the acknowledgment of our FIN. */
    LAST_ACK("LAST-ACK"),
    /** Waiting until every old segment has left the network: twice the maximum segment lifetime. */
    TIME_WAIT("TIME-WAIT"),
    /** No connection at all. */
    CLOSED("CLOSED");

    private final String rfcName;

    State(String rfcName) {
        this.rfcName = rfcName;
    }

    /** Whether both ends have agreed on their sequence numbers: every state from ESTABLISHED to TIME-WAIT. */
    public boolean synchronizedNumbers() {
        return this != CLOSED && this != LISTEN && this != SYN_SENT && this != SYN_RECEIVED;
    }

    /** Whether our user may still SEND (RFC 9293, 3.10.2): ESTABLISHED and CLOSE-WAIT. */
    public boolean sends() {
        return this == ESTABLISHED || this == CLOSE_WAIT;
    }

    /** Whether the other end may still send: it has not sent its FIN. */
    public boolean receives() {
        return this == ESTABLISHED || this == FIN_WAIT_1 || this == FIN_WAIT_2;
    }

    /** The name as RFC 9293 writes it: {@code SYN-SENT}. */
    @Override
    public String toString() {
        return rfcName;
    }
}

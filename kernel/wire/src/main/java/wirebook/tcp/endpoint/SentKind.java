package wirebook.tcp.endpoint;

/** What a segment is to its sender. */
public enum SentKind {
    /** A SYN, or SYN and ACK, for the first time. */
    HANDSHAKE(""),
    /** Octets that were never sent before; with or without FIN. */
    DATA("data"),
    /** A FIN without data, for the first time. */
    FIN(""),
    /** Sent again because the retransmission timer expired. */
    RETRANSMISSION_TIMEOUT("retransmission (RTO)"),
    /** Sent again because duplicate ACKs signalled a loss. */
    FAST_RETRANSMISSION("fast retransmission"),
    /** Sent again during loss recovery. */
    RECOVERY_RETRANSMISSION("retransmission (recovery)"),
    /** Sent early to make the other end say whether the tail was lost. */
    TAIL_LOSS_PROBE("tail loss probe"),
    /** An octet beyond a closed window. */
    ZERO_WINDOW_PROBE("zero-window probe"),
    /** A segment that an idle connection must answer. */
    KEEP_ALIVE("keep-alive"),
    /** An acknowledgment alone. */
    ACK(""),
    /** An acknowledgment that repeats the last one because something out of order arrived. */
    DUPLICATE_ACK("duplicate ACK"),
    /** An acknowledgment whose news is the window. */
    WINDOW_UPDATE("window update"),
    /** An acknowledgment by which a doubtful segment is put to the proof. */
    CHALLENGE_ACK("challenge ACK"),
    /** A reset. */
    RESET("");

    private final String words;

    SentKind(String words) {
        this.words = words;
    }

    /** Whether octets are sent that were sent before. */
    public boolean retransmission() {
        return this == RETRANSMISSION_TIMEOUT || this == FAST_RETRANSMISSION || this == RECOVERY_RETRANSMISSION;
    }

    /** What a ladder writes at the arrow; empty where the segment speaks for itself. */
    @Override
    public String toString() {
        return words;
    }
}

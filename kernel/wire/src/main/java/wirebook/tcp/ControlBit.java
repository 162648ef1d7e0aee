package wirebook.tcp;

/** A control bit of the TCP header, also called a flag (RFC 9293, 3.1; CWR and ECE: RFC 3168). In wire order. */
public enum ControlBit {
    /** Congestion Window Reduced. */
    CWR(128, 'W'),
    /** ECN-Echo. */
    ECE(64, 'E'),
    /** The urgent pointer is significant. */
    URG(32, 'U'),
    /** The acknowledgment number is significant. */
    ACK(16, '.'),
    /** Push. */
    PSH(8, 'P'),
    /** Reset the connection. */
    RST(4, 'R'),
    /** Synchronize sequence numbers. */
    SYN(2, 'S'),
    /** No more data from the sender. */
    FIN(1, 'F');

    private final int mask;
    private final char letter;

    ControlBit(int mask, char letter) {
        this.mask = mask;
        this.letter = letter;
    }

    /** Its place in the octet of control bits: FIN is 1, CWR is 128. */
    int mask() {
        return mask;
    }

    /** The letter that tcpdump and packetdrill write for it; a dot for ACK. */
    public char letter() {
        return letter;
    }
}

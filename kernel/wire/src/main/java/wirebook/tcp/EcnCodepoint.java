package wirebook.tcp;

/** A codepoint of the ECN field of an IP header, as TCP asks for it and reads it (RFC 3168, 5). In the field's order. */
public enum EcnCodepoint {
    /** The transport doesn't understand ECN; 0. */
    NOT_ECT(0, "not-ECT"),
    /** ECN-capable transport, the other codepoint; 1. */
    ECT_1(1, "ECT(1)"),
    /** ECN-capable transport; 2. */
    ECT_0(2, "ECT(0)"),
    /** Congestion experienced: a router marked the packet; 3. */
    CE(3, "CE");

    private final int value;
    private final String rfcName;

    private static final EcnCodepoint[] ALL = values();

    EcnCodepoint(int value, String rfcName) {
        this.value = value;
        this.rfcName = rfcName;
    }

    /** The codepoint of the two bits {@code value}, 0 to 3. */
    public static EcnCodepoint of(int value) {
        return ALL[value];
    }

    /** The two bits of the field, 0 to 3. */
    public int value() {
        return value;
    }

    @Override
    public String toString() {
        return rfcName;
    }
}

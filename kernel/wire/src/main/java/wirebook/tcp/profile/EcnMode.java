package wirebook.tcp.profile;

/** Whether a connection uses explicit congestion notification (RFC 3168, 6.1.1). */
public enum EcnMode {
    /** Never. */
    OFF,
    /** Only where the other end asks for it. */
    ACCEPT,
    /** It asks the other end for it. */
    REQUEST
}

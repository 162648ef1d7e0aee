package wirebook.replay;

/** What became of a packet. */
public enum Fate {
    /** It arrived as it was sent. */
    ARRIVED,
    /** It arrived with other octets than it was sent with. */
    CORRUPTED,
    /** It never arrived. */
    LOST
}

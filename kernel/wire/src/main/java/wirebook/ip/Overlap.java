package wirebook.ip;

/** What a host does where two fragments of one packet tell different octets for the same place. */
public enum Overlap {
    /** The octets that came last are used: RFC 791, 3.2, and BSD's successors. */
    NEWEST,
    /** The octets that came first are used, so that nobody rewrites what a filter has passed (RFC 1858, 4.2). */
    OLDEST,
    /** The whole packet is dropped, with every piece yet to come (RFC 5722; RFC 8200, 4.5): always so for IPv6. */
    DROP
}

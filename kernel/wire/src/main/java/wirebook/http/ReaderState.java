package wirebook.http;

import wirebook.field.Text;

/** What a reader waits for, and to which state it leads. */
public enum ReaderState {
    /** An empty line to itself; a start-line to FIELDS. */
    START_LINE("in its start-line"),
    /** A field line to itself; an empty line to the state that the framing calls for. */
    FIELDS("in its header section"),
    /** The octets that Content-Length names to START_LINE. */
    SIZED("in its content"),
    /** A size to CHUNK_DATA; the size 0 to TRAILERS. */
    CHUNK_SIZE("in the first line of a chunk"),
    /** The octets that the size names to CHUNK_END. */
    CHUNK_DATA("in a chunk"),
    /** CRLF to CHUNK_SIZE. */
    CHUNK_END("behind a chunk"),
    /** A field line to itself; an empty line to START_LINE. */
    TRAILERS("in its trailer section"),
    /** Any octets to itself, until the connection ends. */
    UNTIL_CLOSE(""),
    /** Any octets to itself, held back: a request that may turn the connection into something else is complete. */
    PAUSED(""),
    /** Any octets to itself: a tunnel or another protocol. */
    OPAQUE(""),
    /** Any octets to itself: a rule was broken, or the connection has ended. */
    STOPPED("");

    private final String within;

    ReaderState(String within) {
        this.within = within;
    }

    /** Where in a message the reader is, for people; empty where the connection may end without harm. */
    String within() {
        return within;
    }

    /** What a connection that ends here leaves open; {@code octets} are still to come where the state counts them. */
    String missing(long octets) {
        boolean counts = this == SIZED || this == CHUNK_DATA;
        return within + (counts ? ", " + Text.count(octets, "octet") + " before its end" : "");
    }
}

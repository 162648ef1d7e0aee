package wirebook.http;

import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

/** What a reader has recognised in a stream of octets. */
public sealed interface HttpEvent {
    /**
     * A start-line and a header section are complete.
     *
     * @param message the message as far as it is known: all field lines as they came, no body yet
     * @param framing how the end of its body will be found
     */
    record Head(HttpMessage message, Framing framing) implements HttpEvent {}

    /**
     * A chunk begins.
     *
     * @param size its size in octets; 0 for the last-chunk
     * @param extensions what stood behind the size
     */
    record ChunkHeader(long size, String extensions) implements HttpEvent {}

    /** Octets of content; how much at once depends on how the stream was cut. */
    record Content(Octets octets) implements HttpEvent {}

    /**
     * A message is complete.
     *
     * @param trailers the trailer section, often empty
     * @param where the offset of the octet behind the message, from the start of the stream
     */
    record End(Fields trailers, int where) implements HttpEvent {}

    /** A rule was broken and the reader went on: what it forgave. */
    record Forgiven(Malformed fault, HttpRule rule) implements HttpEvent {}

    /**
     * A rule was broken and the reader stopped for good.
     *
     * @param fault what, at which octet of the stream, and by which rule
     * @param rule the rule, with the status that a server answers before it closes
     */
    record Refused(Malformed fault, HttpRule rule) implements HttpEvent {
        /** The fault on one line. */
        public String line() {
            return fault.what() + " (at octet " + fault.where() + "; " + fault.rule() + ")";
        }
    }

    /** Octets that are not HTTP/1 any more: in a tunnel, or in the protocol that was switched to (RFC 9110, 7.8, 9.3.6). */
    record Opaque(Octets octets) implements HttpEvent {}
}

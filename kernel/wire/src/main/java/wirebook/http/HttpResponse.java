package wirebook.http;

import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

/**
 * A response: what a server answers to a request (RFC 9112, 4).
 *
 * @param version the version of HTTP that the server writes
 * @param status the status code, three digits; one outside 100 to 599 is taken for a server error (RFC 9110, 15)
 * @param reason the reason phrase, for people; may be empty
 * @param fields the field lines that somebody has set
 * @param body what follows the header section
 */
public record HttpResponse(Version version, int status, String reason, Fields fields, Body body)
        implements HttpMessage {
    /** @throws IllegalArgumentException for a status that is not three digits, or content that it forbids */
    public HttpResponse {
        if (status < 0 || status > 999) {
            throw new IllegalArgumentException("Status " + status + " is not three digits (RFC 9112, 4)");
        }
        if (Grammar.stranger(reason, Grammar.REASON) >= 0) {
            throw new IllegalArgumentException("Reason phrase \"" + Fields.shown(reason)
                    + "\" holds a line break or another control character (RFC 9112, 4)");
        }
        if (!Status.allowsContent(status) && !(body instanceof Body.None)) {
            throw new IllegalArgumentException(
                    "A response " + status + " ends with its header section: it has no content (RFC 9112, 6.3)");
        }
        Body.check(version, body);
    }

    /**
     * A response of HTTP/1.1 with the usual reason phrase and no content.
     *
     * @throws IllegalArgumentException for a status outside 100 to 599: no server may send one (RFC 9110, 15)
     */
    public static HttpResponse of(int status) {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("Status " + status + " is not 100 to 599 (RFC 9110, 15)");
        }
        Body body = Status.allowsContent(status) ? new Body.Sized(Octets.EMPTY) : Body.NONE;
        return new HttpResponse(Version.HTTP_1_1, status, Status.phrase(status), Fields.NONE, body);
    }

    /**
     * The one response to a GET that the octets are; where nothing else ends the body, the last octet does.
     *
     * @throws Malformed if they break a rule of RFC 9112, end too early, or go on behind the response
     */
    public static HttpResponse decode(Octets octets) {
        return decode(octets, Method.GET);
    }

    /** As {@link #decode(Octets)}, for the response to a request with {@code method}: HEAD has no body in any case. */
    public static HttpResponse decode(Octets octets, Method method) {
        return Decoder.response(octets, method);
    }

    /** The same with another reason phrase. */
    public HttpResponse reason(String phrase) {
        return new HttpResponse(version, status, phrase, fields, body);
    }

    /** The same with one more field line. */
    public HttpResponse header(String name, String value) {
        return with(fields.plus(name, value));
    }

    /** The same with one more field line, whose value is a number. */
    public HttpResponse header(String name, long value) {
        return header(name, Long.toString(value));
    }

    /** The same with one line for this field, in the place of those that there were. */
    public HttpResponse set(String name, String value) {
        return with(fields.set(name, value));
    }

    /** The same without the lines of this field. */
    public HttpResponse without(String name) {
        return with(fields.without(name));
    }

    /** The same with the field lines that were set and no derived ones: whatever is missing stays missing. */
    public HttpResponse exactly() {
        return with(fields.exactly());
    }

    /** The same with this text as content, in UTF-8. */
    public HttpResponse body(String text) {
        return body(Octets.ofText(text));
    }

    /** The same with this content. */
    public HttpResponse body(Octets content) {
        return with(new Body.Sized(content));
    }

    /** The same with its content in chunks of {@code size} octets. */
    public HttpResponse chunked(int size) {
        return with(Body.Chunked.of(content(), size));
    }

    /**
     * The same with one more trailer field.
     *
     * @throws IllegalStateException if the body is not chunked: nothing else has a trailer section (RFC 9112, 7.1.2)
     */
    public HttpResponse trailer(String name, String value) {
        return with(Body.chunked(body).trailer(name, value));
    }

    /** The same with its content ended by the end of the connection alone (RFC 9112, 6.3, case 8). */
    public HttpResponse untilClose() {
        return with(new Body.UntilClose(content()));
    }

    /** The same with its header section alone: the answer to HEAD, which describes a content that it does not carry. */
    public HttpResponse withoutBody() {
        return new HttpResponse(version, status, reason, section().derivable(), Body.NONE);
    }

    /** The same as a server of HTTP/1.0 writes it. */
    public HttpResponse http10() {
        return new HttpResponse(Version.HTTP_1_0, status, reason, fields, body);
    }

    /** The same as a server of HTTP/1.1 writes it. */
    public HttpResponse http11() {
        return new HttpResponse(Version.HTTP_1_1, status, reason, fields, body);
    }

    /** The same with {@code Connection: close}: the last one on its connection (RFC 9112, 9.6). */
    public HttpResponse close() {
        return set("Connection", "close");
    }

    /** The same with {@code Connection: keep-alive}: what HTTP/1.0 needs to persist (RFC 9112, 9.3). */
    public HttpResponse keepAlive() {
        return set("Connection", "keep-alive");
    }

    /** The same with these field lines. */
    public HttpResponse with(Fields newFields) {
        return new HttpResponse(version, status, reason, newFields, body);
    }

    /** The same with this body. */
    public HttpResponse with(Body newBody) {
        return new HttpResponse(version, status, reason, fields, newBody);
    }

    /** Whether another response to the same request follows: 1xx (RFC 9110, 15.2). */
    public boolean interim() {
        return status / 100 == 1;
    }

    @Override
    public String startLine() {
        return version + " " + digits() + " " + reason;
    }

    /** The status code as it goes on the wire. */
    String digits() {
        return Integer.toString(1_000 + status).substring(1);
    }

    @Override
    public String toString() {
        return title() + "\n" + table();
    }
}

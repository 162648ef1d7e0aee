package wirebook.http;

import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

/**
 * A request: what a client asks of a server (RFC 9112, 3).
 *
 * @param method what is asked
 * @param target what it is asked of
 * @param version the version of HTTP that the client writes
 * @param fields the field lines that somebody has set
 * @param body what follows the header section; never {@link Body.UntilClose}
 */
public record HttpRequest(Method method, Target target, Version version, Fields fields, Body body)
        implements HttpMessage {
    /** @throws IllegalArgumentException for a body that ends with the connection, or chunks in HTTP/1.0 */
    public HttpRequest {
        if (body instanceof Body.UntilClose) {
            throw new IllegalArgumentException(
                    "A request cannot end by closing: no response could follow (RFC 9112, 6.3)");
        }
        Body.check(version, body);
    }

    /**
     * A request of HTTP/1.1 without content.
     *
     * @throws IllegalArgumentException if the method is no token or the target has a space or a control character
     */
    public static HttpRequest of(String method, String target) {
        return of(Method.of(method), target);
    }

    /** A request of HTTP/1.1 without content; one whose method foresees content says {@code Content-Length: 0}. */
    public static HttpRequest of(Method method, String target) {
        Body body = method.foreseesContent() ? new Body.Sized(Octets.EMPTY) : Body.NONE;
        return new HttpRequest(method, Target.of(method, target), Version.HTTP_1_1, Fields.NONE, body);
    }

    /**
     * The one request that the octets are.
     *
     * @throws Malformed if they break a rule of RFC 9112, end too early, or go on behind the request
     */
    public static HttpRequest decode(Octets octets) {
        return Decoder.request(octets);
    }

    /** The same with this {@code Host}, in front of the other fields (RFC 9110, 7.2). */
    public HttpRequest host(String host) {
        return with(fields.has("Host") ? fields.set("Host", host) : fields.after("Host", host));
    }

    /** The same with one more field line. */
    public HttpRequest header(String name, String value) {
        return with(fields.plus(name, value));
    }

    /** The same with one more field line, whose value is a number. */
    public HttpRequest header(String name, long value) {
        return header(name, Long.toString(value));
    }

    /** The same with one line for this field, in the place of those that there were. */
    public HttpRequest set(String name, String value) {
        return with(fields.set(name, value));
    }

    /** The same without the lines of this field. */
    public HttpRequest without(String name) {
        return with(fields.without(name));
    }

    /** The same with the field lines that were set and no derived ones: whatever is missing stays missing. */
    public HttpRequest exactly() {
        return with(fields.exactly());
    }

    /** The same with this text as content, in UTF-8. */
    public HttpRequest body(String text) {
        return body(Octets.ofText(text));
    }

    /** The same with this content. */
    public HttpRequest body(Octets content) {
        return with(new Body.Sized(content));
    }

    /** The same with its content in chunks of {@code size} octets. */
    public HttpRequest chunked(int size) {
        return with(Body.Chunked.of(content(), size));
    }

    /**
     * The same with one more trailer field.
     *
     * @throws IllegalStateException if the body is not chunked: nothing else has a trailer section (RFC 9112, 7.1.2)
     */
    public HttpRequest trailer(String name, String value) {
        return with(Body.chunked(body).trailer(name, value));
    }

    /** The same as a client of HTTP/1.0 writes it. */
    public HttpRequest http10() {
        return new HttpRequest(method, target, Version.HTTP_1_0, fields, body);
    }

    /** The same as a client of HTTP/1.1 writes it. */
    public HttpRequest http11() {
        return new HttpRequest(method, target, Version.HTTP_1_1, fields, body);
    }

    /** The same with {@code Connection: close}: the last one on its connection (RFC 9112, 9.6). */
    public HttpRequest close() {
        return set("Connection", "close");
    }

    /** The same with {@code Connection: keep-alive}: what HTTP/1.0 needs to persist (RFC 9112, 9.3). */
    public HttpRequest keepAlive() {
        return set("Connection", "keep-alive");
    }

    /** The same with another target. */
    public HttpRequest target(String text) {
        return new HttpRequest(method, Target.of(method, text), version, fields, body);
    }

    /** The same with these field lines. */
    public HttpRequest with(Fields newFields) {
        return new HttpRequest(method, target, version, newFields, body);
    }

    /** The same with this body. */
    public HttpRequest with(Body newBody) {
        return new HttpRequest(method, target, version, fields, newBody);
    }

    /** Whether it asks to go on in another protocol; HTTP/1.0 cannot (RFC 9110, 7.8). */
    public boolean asksToSwitch() {
        return version.atLeast11() && fields.has("Upgrade") && fields.lists("Connection", "upgrade");
    }

    /** Whether its client waits for a 100 before it sends the content; HTTP/1.0 cannot (RFC 9110, 10.1.1). */
    public boolean expectsContinue() {
        return version.atLeast11() && fields.lists("Expect", "100-continue");
    }

    @Override
    public String startLine() {
        return method + " " + target.text() + " " + version;
    }

    @Override
    public String toString() {
        return title() + "\n" + table();
    }
}

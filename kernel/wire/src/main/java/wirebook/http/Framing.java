package wirebook.http;

import java.util.List;
import java.util.function.Predicate;

/** How the end of a message body is found (RFC 9112, 6.3). */
public sealed interface Framing {
    /** No body follows the header section. */
    record None() implements Framing {}

    /** The body has this many octets. */
    record Sized(long length) implements Framing {}

    /** The body is a sequence of chunks. */
    record Chunked() implements Framing {}

    /** The body ends where the connection does. */
    record UntilClose() implements Framing {}

    /** What follows is not HTTP any more. */
    record Tunnel() implements Framing {}

    /** The end cannot be found, or not beyond doubt: the rule that is broken. */
    record Faulty(HttpRule rule) implements Framing {}

    /**
     * One row of the decision table.
     *
     * @param rfcCase the case of RFC 9112, 6.3 that it stands for
     * @param when the condition in words
     * @param then what holds where no row above it does
     */
    record Row(int rfcCase, String when, Predicate<Head> condition, Framing then) {}

    /** A row whose answer depends on the message. */
    Framing LENGTH = new Sized(-1);

    /** What row 7 says. */
    Framing SILENT = new None();

    /** The rows, first match first. */
    List<Row> TABLE = List.of(
            new Row(1, "a response to HEAD, or a 1xx, 204 or 304", Head::bodiless, new None()),
            new Row(2, "a 2xx response to CONNECT", Head::opensTunnel, new Tunnel()),
            new Row(3, "Transfer-Encoding in HTTP/1.0", Head::codingIn10, new Faulty(HttpRule.CODING_IN_HTTP_1_0)),
            new Row(3, "Transfer-Encoding and Content-Length", Head::bothLengths, new Faulty(HttpRule.BOTH_LENGTHS)),
            new Row(
                    4,
                    "an unknown transfer coding, in a request",
                    Head::unknownCoding,
                    new Faulty(HttpRule.UNKNOWN_CODING)),
            new Row(4, "chunked twice", Head::chunkedTwice, new Faulty(HttpRule.CHUNKED_TWICE)),
            new Row(4, "chunked is the last coding", Head::chunkedLast, new Chunked()),
            new Row(4, "another is last, in a response", Head::codedResponse, new UntilClose()),
            new Row(4, "another is last, in a request", Head::coded, new Faulty(HttpRule.CHUNKED_NOT_LAST)),
            new Row(5, "an invalid Content-Length", Head::badLength, new Faulty(HttpRule.BAD_LENGTH)),
            new Row(5, "the same Content-Length again", Head::repeatedLength, new Faulty(HttpRule.REPEATED_LENGTH)),
            new Row(6, "a valid Content-Length", Head::sized, LENGTH),
            new Row(7, "a request", Head::request, SILENT),
            new Row(8, "a response", head -> true, new UntilClose()));

    /** The framing of a request. */
    static Framing of(HttpRequest request) {
        return of(Head.of(request, request.method(), request.section()), row -> false);
    }

    /** The framing of the response to a request with {@code method}. */
    static Framing of(HttpResponse response, Method method) {
        return of(Head.of(response, method, response.section()), row -> false);
    }

    /** The framing of the first row that holds, where a fault that is {@code pardoned} does not count. */
    static Framing of(Head head, Predicate<HttpRule> pardoned) {
        if (head.request() && !head.coded() && !head.sized()) {
            return SILENT; // what most requests are: rows 1 to 6 speak of responses, codings and lengths
        }
        for (Row row : TABLE) {
            if (row.condition().test(head) && !(row.then() instanceof Faulty(var rule) && pardoned.test(rule))) {
                return row.then().equals(LENGTH) ? new Sized(head.length()) : row.then();
            }
        }
        throw new IllegalStateException("the last row always holds");
    }
}

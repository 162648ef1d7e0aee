package wirebook.http.exchange;

import java.util.List;
import java.util.function.BiPredicate;
import wirebook.http.Framing;
import wirebook.http.HttpMessage;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.http.Method;

/** Whether a connection outlives an exchange, and what may be sent again when it did not (RFC 9112, 9.3). */
public final class Persistence {
    /**
     * One row of the decision table.
     *
     * @param condition what request and response look like
     * @param then what follows where no row above holds
     */
    private record Row(BiPredicate<HttpRequest, HttpResponse> condition, Decision then) {}

    private static final List<Row> TABLE = List.of(
            new Row(
                    Persistence::leavesHttp,
                    Decision.no("the connection is HTTP's no longer (RFC 9110, 7.8 and 9.3.6)")),
            new Row((request, response) -> closes(request), Decision.no("the client said close (RFC 9112, 9.6)")),
            new Row((request, response) -> closes(response), Decision.no("the server said close (RFC 9112, 9.6)")),
            new Row(
                    Persistence::endsByClosing,
                    Decision.no("only the close ends the response (RFC 9112, 6.3, case 8)")),
            new Row(
                    (request, response) -> both11(request, response),
                    Decision.yes("HTTP/1.1 persists unless somebody says close (RFC 9112, 9.3)")),
            new Row(
                    (request, response) -> keepsAlive(request) && keepsAlive(response),
                    Decision.yes("HTTP/1.0, and both said keep-alive (RFC 9112, 9.3)")),
            new Row(
                    (request, response) -> true,
                    Decision.no("HTTP/1.0 closes unless both say keep-alive (RFC 9112, 9.3)")));

    private Persistence() {}

    /** Whether the connection can carry another exchange after this one. */
    public static Decision of(HttpRequest request, HttpResponse response) {
        return TABLE.stream()
                .filter(row -> row.condition().test(request, response))
                .map(Row::then)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Whether a client may by itself send a request again whose response did not come (RFC 9112, 9.3.1).
     *
     * @param retries how often it has been sent again already, from 0
     */
    public static Decision mayRetry(HttpRequest request, int retries) {
        Method method = request.method();
        if (!method.idempotent()) {
            return Decision.no(method + " is not idempotent: it may have been done (RFC 9110, 9.2.2)");
        }
        return retries > 0
                ? Decision.no("an automatic retry that failed is not retried (RFC 9110, 9.2.2)")
                : Decision.yes(method + " is idempotent (RFC 9112, 9.3.1)");
    }

    /** Whether a client may send another request before the response to {@code unanswered} is there (RFC 9112, 9.3.2). */
    public static Decision mayPipelineBehind(HttpRequest unanswered) {
        if (!unanswered.version().atLeast11()) {
            return Decision.no("HTTP/1.0 knows no pipelining");
        }
        return unanswered.method().idempotent()
                ? Decision.yes(unanswered.method() + " is idempotent (RFC 9112, 9.3.2)")
                : Decision.no("no request goes behind a " + unanswered.method() + " that may fail (RFC 9112, 9.3.2)");
    }

    /** Whether the message says that its sender will close. */
    static boolean closes(HttpMessage message) {
        return message.section().lists("Connection", "close");
    }

    /** Whether the message asks HTTP/1.0 to persist. */
    static boolean keepsAlive(HttpMessage message) {
        return message.version().atLeast11() || message.section().lists("Connection", "keep-alive");
    }

    private static boolean both11(HttpRequest request, HttpResponse response) {
        return request.version().atLeast11() && response.version().atLeast11();
    }

    private static boolean leavesHttp(HttpRequest request, HttpResponse response) {
        return response.status() == 101 || Framing.of(response, request.method()) instanceof Framing.Tunnel;
    }

    private static boolean endsByClosing(HttpRequest request, HttpResponse response) {
        return Framing.of(response, request.method()) instanceof Framing.UntilClose;
    }
}

package wirebook.http.exchange;

import java.time.Duration;
import java.util.List;
import wirebook.http.HttpRequest;

/**
 * What a user agent wants to fetch, and how it uses connections for it.
 *
 * @param authority the server: a host and perhaps a port
 * @param requests the requests, in the order of their wishes
 * @param connections how many connections it holds open at a time, from 1
 * @param persistent whether a connection carries more than one request
 * @param depth how many requests may be unanswered on one connection, from 1; more than 1 is pipelining
 */
public record Plan(String authority, List<HttpRequest> requests, int connections, boolean persistent, int depth) {
    /** How long a client waits for a 100 before it sends its content all the same (RFC 9110, 10.1.1). */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Keeps a copy. */
    public Plan {
        requests = List.copyOf(requests);
        if (connections < 1 || depth < 1) {
            throw new IllegalArgumentException(
                    "At least 1 connection and 1 request on it, not " + connections + " and " + depth);
        }
    }

    /** One connection after the other, with one request each. */
    public static Plan serial(String authority, List<HttpRequest> requests) {
        return new Plan(authority, requests, 1, false, 1);
    }

    /** Several connections at a time, with one request each. */
    public static Plan parallel(String authority, List<HttpRequest> requests, int connections) {
        return new Plan(authority, requests, connections, false, 1);
    }

    /** One connection for all requests, each sent when the one before is answered. */
    public static Plan persistent(String authority, List<HttpRequest> requests) {
        return new Plan(authority, requests, 1, true, 1);
    }

    /** One connection for all requests, sent without waiting for answers (RFC 9112, 9.3.2). */
    public static Plan pipelined(String authority, List<HttpRequest> requests) {
        return new Plan(authority, requests, 1, true, Integer.MAX_VALUE);
    }

    /** The same with a limit to the unanswered requests of a connection. */
    public Plan depth(int unanswered) {
        return new Plan(authority, requests, connections, persistent, unanswered);
    }

    /** The same over so many connections at a time. */
    public Plan connections(int number) {
        return new Plan(authority, requests, number, persistent, depth);
    }

    /** The request as it goes out: with the host, and with what it says about the connection. */
    HttpRequest dressed(HttpRequest request) {
        HttpRequest hosted =
                request.section().has("Host") || request.fields().complete() ? request : request.host(authority);
        boolean says = hosted.section().has("Connection");
        boolean needs = hosted.version().atLeast11() != persistent;
        return says || !needs ? hosted : persistent ? hosted.keepAlive() : hosted.close();
    }
}

package wirebook.http.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import wirebook.http.Body;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.http.Method;
import wirebook.http.Target;

/**
 * What an origin server serves, and how it treats its connections.
 *
 * @param pages the responses by path
 * @param perConnection how many requests a connection may carry, from 1
 * @param idle how long a connection may stay without a request; zero for ever
 */
public record Site(SortedMap<String, Page> pages, int perConnection, Duration idle) {
    /** A site without pages, whose connections carry any number of requests and stay open. */
    public static final Site EMPTY = new Site(new TreeMap<>(), Integer.MAX_VALUE, Duration.ZERO);

    /**
     * One resource.
     *
     * @param response what GET gets
     * @param thinking how long the server takes to come up with it
     */
    public record Page(HttpResponse response, Duration thinking) {}

    /** Keeps a copy. */
    public Site {
        pages = new TreeMap<>(pages);
        if (perConnection < 1) {
            throw new IllegalArgumentException("A connection carries at least 1 request, not " + perConnection);
        }
    }

    /** The site with one more page of HTML. */
    public Site page(String path, String html) {
        return page(
                path, HttpResponse.of(200).header("Content-Type", "text/html").body(html));
    }

    /** The site with one more resource. */
    public Site page(String path, HttpResponse response) {
        return page(path, response, Duration.ZERO);
    }

    /** The site with one more resource, for which the server has to think. */
    public Site page(String path, HttpResponse response, Duration thinking) {
        SortedMap<String, Page> more = new TreeMap<>(pages);
        more.put(path, new Page(response, thinking));
        return new Site(more, perConnection, idle);
    }

    /** The site on connections that carry at most this many requests. */
    public Site perConnection(int requests) {
        return new Site(pages, requests, idle);
    }

    /** The site on connections that the server closes when nothing has come for so long. */
    public Site idle(Duration time) {
        return new Site(pages, perConnection, time);
    }

    /** What the server answers, and how long it takes. */
    Page answer(HttpRequest request) {
        var broken = RequestRule.brokenBy(request);
        if (broken.isPresent()) {
            return refusal(
                    broken.get().status(),
                    broken.get().what() + " (" + broken.get().rfc() + ")");
        }
        Page page = pages.get(path(request.target()));
        if (request.method().equals(Method.OPTIONS)) {
            return new Page(HttpResponse.of(204).header("Allow", "GET, HEAD, POST, OPTIONS"), Duration.ZERO);
        }
        if (page == null) {
            return refusal(404, "There is no " + request.target().text());
        }
        return switch (request.method().name()) {
            case "GET", "HEAD", "POST" -> new Page(fitting(request, page.response()), page.thinking());
            case "CONNECT", "TRACE" -> refusal(501, "This server does not know " + request.method());
            default -> new Page(HttpResponse.of(405).header("Allow", "GET, HEAD, POST, OPTIONS"), Duration.ZERO);
        };
    }

    /** A response that says in a line what is wrong. */
    static Page refusal(int status, String what) {
        HttpResponse response =
                HttpResponse.of(status).header("Content-Type", "text/plain").body(what + "\n");
        return new Page(response, Duration.ZERO);
    }

    /** The response in a form that this client understands: no content to HEAD, no chunks to HTTP/1.0. */
    private static HttpResponse fitting(HttpRequest request, HttpResponse response) {
        if (request.method().equals(Method.HEAD)) {
            return response.withoutBody();
        }
        boolean chunks = response.body() instanceof Body.Chunked;
        HttpResponse fitting = chunks && !request.version().atLeast11() ? response.untilClose() : response;
        boolean asks = !request.version().atLeast11() && Persistence.keepsAlive(request);
        return asks && fitting.body() instanceof Body.Sized ? fitting.keepAlive() : fitting;
    }

    private static String path(Target target) {
        return switch (target) {
            case Target.OriginForm form -> form.path();
            case Target.AbsoluteForm form -> form.origin().path();
            default -> target.text();
        };
    }

    /** The paths of all pages, in the order of the alphabet. */
    public List<String> paths() {
        return new ArrayList<>(pages.keySet());
    }
}

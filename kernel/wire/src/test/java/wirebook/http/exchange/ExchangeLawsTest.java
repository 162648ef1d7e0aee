package wirebook.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;

/** Laws for every plan, every site and every moment at which a connection breaks. */
class ExchangeLawsTest {
    private static final List<String> METHODS = List.of("GET", "GET", "HEAD", "PUT", "POST", "DELETE");
    private static final List<String> PATHS = List.of("/", "/chunks", "/close", "/slow", "/missing");

    @Test
    void everyRequestHasOneOutcomeAndNoServerActsTwiceOnAPost() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<HttpRequest> requests = requests(random);
            UserAgent agent = new UserAgent(plan(random, requests));
            Room room = new Room().with("client", agent).with("a", new OriginServer(site(random)));
            for (int cuts = random.nextInt(3); cuts > 0; cuts--) {
                room.abort(
                        "client",
                        Connection.opened(1 + random.nextInt(3)),
                        Duration.ofMillis(21 + random.nextInt(200)));
            }
            List<String> transcript = room.run();
            assertThat(agent.done())
                    .as("seed " + seed + "\n" + String.join("\n", transcript))
                    .isTrue();
            assertThat(agent.exchanges()).hasSameSizeAs(requests);
            assertThat(transcript.stream()
                            .filter(line -> line.contains("answers POST"))
                            .map(line -> line.substring(line.indexOf("answers"))))
                    .as("seed " + seed)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void throughAProxyEverythingArrivesToo() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<HttpRequest> requests = new ArrayList<>();
            requests(random).forEach(request -> requests.add(request.host("a")));
            UserAgent agent = new UserAgent(plan(random, requests, "proxy"));
            List<String> transcript = new Room()
                    .with("client", agent)
                    .with("proxy", HttpProxy.understanding("p", "a"))
                    .with("a", new OriginServer(site(random)))
                    .run();
            assertThat(agent.done())
                    .as("seed " + seed + "\n" + String.join("\n", transcript))
                    .isTrue();
        }
    }

    @Test
    void noOctetsMakeAnApplicationFail() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Octets octets = garbage(random);
            Connection accepted = Connection.accepted(1);
            for (Application server :
                    List.of(new OriginServer(site(random)), HttpProxy.understanding("p", "a"), HttpProxy.blind("a"))) {
                server.opened(accepted, Duration.ZERO);
                server.receive(accepted, octets, Duration.ZERO);
                server.ended(accepted, Duration.ZERO);
            }
            UserAgent agent = new UserAgent(Plan.pipelined("a", requests(random)));
            agent.start(Duration.ZERO);
            agent.opened(Connection.opened(1), Duration.ZERO);
            agent.receive(Connection.opened(1), octets, Duration.ZERO);
            agent.ended(Connection.opened(1), Duration.ZERO);
        }
    }

    private static Octets garbage(Random random) {
        List<String> pieces = List.of(
                "GET / HTTP/1.1\r\n",
                "Host: a\r\n",
                "\r\n",
                "HTTP/1.1 200 OK\r\n",
                "Content-Length: 3\r\n",
                "abc",
                "5\r\n",
                "Transfer-Encoding: chunked\r\n",
                "CONNECT a:1 HTTP/1.1\r\n",
                "Connection: upgrade\r\nUpgrade: x\r\n",
                "POST http://b?q HTTP/1.0\r\n",
                "Expect: 100-continue\r\n",
                "0\r\n\r\n",
                "\u0000",
                "GET * HTTP/1.1\r\n",
                "Connection: close, keep-alive\r\n",
                "GET x: HTTP/1.1\r\n",
                "HTTP/1.1 101 x\r\n\r\n",
                "HTTP/1.0 204 x\r\n");
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(12); count >= 0; count--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return Octets.ofText(text.toString());
    }

    private static List<HttpRequest> requests(Random random) {
        List<HttpRequest> requests = new ArrayList<>();
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            String method = METHODS.get(random.nextInt(METHODS.size()));
            HttpRequest request = HttpRequest.of(method, PATHS.get(random.nextInt(PATHS.size())) + "?" + count);
            boolean content = method.startsWith("P") && random.nextBoolean();
            request = content ? request.body("content") : request;
            request = content && random.nextBoolean() ? request.header("Expect", "100-continue") : request;
            requests.add(random.nextInt(4) == 0 ? request.http10() : request);
        }
        return requests;
    }

    private static Plan plan(Random random, List<HttpRequest> requests) {
        return plan(random, requests, "a");
    }

    private static Plan plan(Random random, List<HttpRequest> requests, String authority) {
        return new Plan(authority, requests, 1 + random.nextInt(3), random.nextBoolean(), 1 + random.nextInt(3));
    }

    private static Site site(Random random) {
        Site site = Site.EMPTY
                .page("/", "<p>page</p>")
                .page(
                        "/chunks",
                        HttpResponse.of(200).body("in chunks").chunked(2).trailer("T", "1"))
                .page("/close", HttpResponse.of(200).body("until the end").untilClose())
                .page("/slow", HttpResponse.of(200).body("slow"), Duration.ofMillis(random.nextInt(100)))
                .idle(random.nextBoolean() ? Duration.ofMillis(30) : Duration.ZERO);
        return random.nextBoolean() ? site.perConnection(1 + random.nextInt(3)) : site;
    }
}

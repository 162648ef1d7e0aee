package wirebook.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import wirebook.http.HttpRequest;

class HttpProxyTest {
    private static final Site SITE =
            Site.EMPTY.page("/", "one").page("/2", "two").idle(Duration.ofSeconds(5));

    private static UserAgent agent() {
        return new UserAgent(Plan.persistent(
                "proxy",
                List.of(
                        HttpRequest.of("GET", "/").host("a").http10().keepAlive(),
                        HttpRequest.of("GET", "/2").host("a").http10().keepAlive())));
    }

    @Test
    void aProxyThatUnderstandsConnectionServesBothRequestsAtOnce() {
        UserAgent agent = agent();
        new Room()
                .with("client", agent)
                .with("proxy", HttpProxy.understanding("p", "a"))
                .with("a", new OriginServer(SITE))
                .run();
        assertThat(agent.exchanges())
                .extracting(exchange -> exchange.done().toMillis())
                .containsExactly(80L, 120L);
        assertThat(agent.exchanges()).extracting(Exchange::connection).containsOnly(Connection.opened(1));
        assertThat(agent.exchanges()
                        .getFirst()
                        .response()
                        .orElseThrow()
                        .fields()
                        .get("Via"))
                .hasValue("1.1 p");
    }

    @Test
    void aProxyThatDoesNotLetsTheSecondRequestHangUntilTheServerLosesPatience() {
        UserAgent agent = agent();
        List<String> transcript = new Room()
                .with("client", agent)
                .with("proxy", HttpProxy.blind("a"))
                .with("a", new OriginServer(SITE))
                .run();
        assertThat(agent.exchanges().getFirst().done()).isLessThan(Duration.ofMillis(100));
        assertThat(agent.exchanges().get(1).done()).isGreaterThan(Duration.ofSeconds(5));
        assertThat(agent.exchanges().get(1).attempts()).isEqualTo(2);
        assertThat(transcript)
                .contains("5060 ms  a, accepted 1, closes: no request came for 5000 ms")
                .contains("5070 ms  proxy, accepted 1, closes: the server closed, so the response is over");
    }
}

package wirebook.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;

class OriginServerTest {
    private static final Connection FIRST = Connection.accepted(1);
    private static final Site SITE = Site.EMPTY.page("/", "hi");

    private static List<Action> asked(Site site, String octets) {
        OriginServer server = new OriginServer(site);
        server.opened(FIRST, Duration.ZERO);
        return server.receive(FIRST, Octets.ofText(octets), Duration.ZERO);
    }

    private static List<String> statusLines(List<Action> actions) {
        return actions.stream()
                .filter(Action.Send.class::isInstance)
                .map(action -> ((Action.Send) action)
                        .octets()
                        .text()
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    @Test
    void whatCannotBeReadIsAnsweredWithTheRulesStatusAndAClose() {
        List<Action> actions = asked(SITE, "GET / HTTP/1.1\r\nHost : a\r\n\r\n");
        assertThat(statusLines(actions)).containsExactly("HTTP/1.1 400 Bad Request");
        assertThat(actions).last().isInstanceOf(Action.Close.class);
        assertThat(statusLines(asked(SITE, "GET / HTTP/2.0\r\n")))
                .containsExactly("HTTP/1.1 505 HTTP Version Not Supported");
        assertThat(statusLines(asked(SITE, "GET /" + "a".repeat(9_000)))).containsExactly("HTTP/1.1 414 URI Too Long");
    }

    @Test
    void aRequestWithoutHostIsReadAndRefusedAndTheConnectionGoesOn() {
        List<Action> actions = asked(SITE, "GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(statusLines(actions)).containsExactly("HTTP/1.1 400 Bad Request", "HTTP/1.1 200 OK");
        assertThat(actions).noneMatch(Action.Close.class::isInstance);
    }

    @Test
    void requestsBeforeABrokenOneAreStillAnswered() {
        assertThat(statusLines(asked(SITE, "GET / HTTP/1.1\r\nHost: a\r\n\r\n\u0000")))
                .containsExactly("HTTP/1.1 200 OK");
        assertThat(statusLines(asked(SITE, "GET / HTTP/1.1\r\nHost: a\r\n\r\n\u0000\r\n")))
                .containsExactly("HTTP/1.1 200 OK", "HTTP/1.1 400 Bad Request");
    }

    @Test
    void anIdleConnectionIsClosed() {
        OriginServer server = new OriginServer(SITE.idle(Duration.ofSeconds(5)));
        assertThat(server.opened(FIRST, Duration.ZERO))
                .containsExactly(new Action.Wake(Duration.ofSeconds(5), "an idle connection is kept for 5000 ms"));
        assertThat(server.tick(Duration.ofSeconds(4))).isEmpty();
        assertThat(server.tick(Duration.ofSeconds(5)))
                .containsExactly(new Action.Close(FIRST, "no request came for 5000 ms"));
    }

    @Test
    void afterCloseNothingMoreIsAnswered() {
        List<Action> actions =
                asked(SITE, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(statusLines(actions)).containsExactly("HTTP/1.1 200 OK");
        assertThat(actions).last().isEqualTo(new Action.Close(FIRST, "the client said close (RFC 9112, 9.6)"));
    }
}

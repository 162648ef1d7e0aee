package wirebook.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.http.Method;

class PersistenceTest {
    private static final HttpRequest GET = HttpRequest.of("GET", "/").host("a");
    private static final HttpResponse OK = HttpResponse.of(200).body("x");

    @Test
    void whetherAConnectionPersistsFollowsFromBothMessages() {
        assertThat(Persistence.of(GET, OK).yes()).isTrue();
        assertThat(Persistence.of(GET.close(), OK)).hasToString("no: the client said close (RFC 9112, 9.6)");
        assertThat(Persistence.of(GET, OK.close())).hasToString("no: the server said close (RFC 9112, 9.6)");
        assertThat(Persistence.of(GET, OK.untilClose()).yes()).isFalse();
        assertThat(Persistence.of(GET.http10(), OK).yes()).isFalse();
        assertThat(Persistence.of(GET.http10().keepAlive(), OK.http10().keepAlive())
                        .yes())
                .isTrue();
        assertThat(Persistence.of(GET.http10().keepAlive(), OK.http10()).yes()).isFalse();
        assertThat(Persistence.of(GET, HttpResponse.of(101)).because()).contains("HTTP's no longer");
        assertThat(Persistence.of(HttpRequest.of("CONNECT", "a:1"), OK).yes()).isFalse();
    }

    @Test
    void onlyIdempotentRequestsAreRetriedAndOnlyOnce() {
        assertThat(Persistence.mayRetry(GET, 0).yes()).isTrue();
        assertThat(Persistence.mayRetry(GET, 1).yes()).isFalse();
        assertThat(Persistence.mayRetry(HttpRequest.of("POST", "/"), 0).yes()).isFalse();
        assertThat(Persistence.mayRetry(HttpRequest.of("DELETE", "/"), 0).yes()).isTrue();
        assertThat(Method.PUT.safe()).isFalse();
    }

    @Test
    void aProxyRemovesTheFieldsOfTheHop() {
        HttpRequest request = HttpRequest.of("GET", "http://b.example/x?y")
                .header("Connection", "keep-alive, X-Hop")
                .header("X-Hop", "1")
                .header("TE", "trailers")
                .header("Accept", "*/*");
        assertThat(Hops.fields(request)).containsExactly("Connection", "TE", "x-hop");
        assertThat(Hops.forward(request, "p").encode().text())
                .isEqualTo("GET /x?y HTTP/1.1\r\nHost: b.example\r\nAccept: */*\r\nVia: 1.1 p\r\n\r\n");
    }

    @Test
    void aRequestThatCanBeReadMayStillBreakARule() {
        assertThat(RequestRule.brokenBy(GET)).isEmpty();
        assertThat(RequestRule.brokenBy(GET.without("Host"))).hasValue(RequestRule.NO_HOST);
        assertThat(RequestRule.brokenBy(GET.without("Host").http10())).isEmpty();
        assertThat(RequestRule.brokenBy(GET.header("Host", "b"))).hasValue(RequestRule.MANY_HOSTS);
        assertThat(RequestRule.brokenBy(GET.host("[:80"))).hasValue(RequestRule.BAD_HOST);
        assertThat(RequestRule.brokenBy(GET.target("/a#b"))).hasValue(RequestRule.BAD_URI);
        assertThat(RequestRule.brokenBy(GET.target("*"))).hasValue(RequestRule.BAD_ASTERISK);
        assertThat(RequestRule.brokenBy(HttpRequest.of("CONNECT", "/x").host("a")))
                .hasValue(RequestRule.BAD_CONNECT);
        assertThat(RequestRule.brokenBy(GET.header("Expect", "tea"))).hasValue(RequestRule.BAD_EXPECTATION);
    }
}

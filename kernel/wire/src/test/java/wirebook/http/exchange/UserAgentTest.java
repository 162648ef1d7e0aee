package wirebook.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;

class UserAgentTest {
    private static final Site SITE = Site.EMPTY
            .page("/", "<p>one</p>")
            .page("/2", "<p>two</p>")
            .page("/3", HttpResponse.of(200).body("three").chunked(2))
            .page("/slow", HttpResponse.of(200).body("slow"), Duration.ofMillis(100));

    private static List<HttpRequest> gets(String... paths) {
        return Stream.of(paths).map(path -> HttpRequest.of("GET", path)).toList();
    }

    private static UserAgent run(Plan plan, Site site) {
        UserAgent agent = new UserAgent(plan);
        new Room().with("client", agent).with("a", new OriginServer(site)).run();
        assertThat(agent.done()).isTrue();
        return agent;
    }

    private static List<Long> done(UserAgent agent) {
        return agent.exchanges().stream()
                .map(exchange -> exchange.done().toMillis())
                .toList();
    }

    @Test
    void seriallyEachRequestPaysForAConnection() {
        UserAgent agent = run(Plan.serial("a", gets("/", "/2", "/3")), SITE);
        assertThat(done(agent)).containsExactly(40L, 80L, 120L);
        assertThat(agent.exchanges())
                .extracting(
                        exchange -> exchange.response().orElseThrow().content().text())
                .containsExactly("<p>one</p>", "<p>two</p>", "three");
        assertThat(agent.exchanges()).extracting(Exchange::connection).doesNotHaveDuplicates();
    }

    @Test
    void inParallelTheyPayAtTheSameTime() {
        assertThat(done(run(Plan.parallel("a", gets("/", "/2", "/3"), 3), SITE)))
                .containsExactly(40L, 40L, 40L);
        assertThat(done(run(Plan.parallel("a", gets("/", "/2", "/3"), 2), SITE)))
                .containsExactly(40L, 40L, 80L);
    }

    @Test
    void persistentlyOnlyTheFirstPays() {
        assertThat(done(run(Plan.persistent("a", gets("/", "/2", "/3")), SITE))).containsExactly(40L, 60L, 80L);
    }

    @Test
    void pipelinedTheyAllComeAtOnce() {
        assertThat(done(run(Plan.pipelined("a", gets("/", "/2", "/3")), SITE))).containsExactly(40L, 40L, 40L);
        assertThat(done(run(Plan.pipelined("a", gets("/", "/2", "/3")).depth(2), SITE)))
                .containsExactly(40L, 40L, 60L);
    }

    @Test
    void aSlowFirstResponseHoldsUpThePipelineBehindIt() {
        assertThat(done(run(Plan.pipelined("a", gets("/slow", "/2")), SITE))).containsExactly(140L, 140L);
        assertThat(done(run(Plan.parallel("a", gets("/slow", "/2"), 2), SITE))).containsExactly(40L, 140L);
    }

    @Test
    void nothingGoesBehindAPostThatMayFail() {
        List<HttpRequest> requests = List.of(HttpRequest.of("POST", "/"), HttpRequest.of("GET", "/2"));
        assertThat(done(run(Plan.pipelined("a", requests), SITE))).containsExactly(40L, 60L);
    }

    @Test
    void aServerThatClosesAfterTwoRequestsLetsTheRestComeOnAnotherConnection() {
        UserAgent agent = run(Plan.pipelined("a", gets("/", "/2", "/3")), SITE.perConnection(2));
        assertThat(agent.exchanges()).extracting(Exchange::attempts).containsExactly(1, 1, 2);
        assertThat(agent.exchanges())
                .extracting(Exchange::connection)
                .containsExactly(Connection.opened(1), Connection.opened(1), Connection.opened(2));
    }

    @Test
    void whatAServerLeavesUnansweredWhenItSaysCloseIsSentAgainWhateverItIs() {
        List<HttpRequest> requests = List.of(HttpRequest.of("GET", "/"), HttpRequest.of("POST", "/2"));
        UserAgent agent = run(Plan.pipelined("a", requests), SITE.perConnection(1));
        assertThat(agent.exchanges()).extracting(Exchange::attempts).containsExactly(1, 2);
        assertThat(agent.exchanges()).extracting(Exchange::outcome).containsOnly("answered");
    }

    @Test
    void anHttp10ClientKeepsAliveWhereBothSayIt() {
        List<HttpRequest> requests =
                gets("/", "/2").stream().map(HttpRequest::http10).toList();
        UserAgent agent = run(Plan.persistent("a", requests), SITE);
        assertThat(agent.exchanges()).extracting(Exchange::connection).containsOnly(Connection.opened(1));
        assertThat(agent.exchanges()
                        .getFirst()
                        .response()
                        .orElseThrow()
                        .fields()
                        .get("Connection"))
                .hasValue("keep-alive");
    }

    @Test
    void anHttp10ClientGetsNoChunksAndThusAClose() {
        UserAgent agent = run(
                Plan.persistent(
                        "a",
                        List.of(
                                HttpRequest.of("GET", "/3").http10(),
                                HttpRequest.of("GET", "/").http10())),
                SITE);
        assertThat(agent.exchanges()
                        .getFirst()
                        .response()
                        .orElseThrow()
                        .content()
                        .text())
                .isEqualTo("three");
        assertThat(agent.exchanges()).extracting(Exchange::connection).doesNotHaveDuplicates();
    }

    @Test
    void aGetWhoseConnectionIsResetIsSentAgainAndAPostIsNot() {
        assertThat(resetDuring(HttpRequest.of("GET", "/slow")))
                .extracting(Exchange::attempts, Exchange::outcome)
                .containsExactly(2, "answered");
        assertThat(resetDuring(HttpRequest.of("POST", "/slow")))
                .extracting(Exchange::attempts, Exchange::outcome)
                .containsExactly(
                        1,
                        "failed: the connection was reset; not sent again: POST is not idempotent: it may have been done "
                                + "(RFC 9110, 9.2.2)");
    }

    private static Exchange resetDuring(HttpRequest request) {
        UserAgent agent = new UserAgent(Plan.persistent("a", List.of(request)));
        new Room()
                .with("client", agent)
                .with("a", new OriginServer(SITE))
                .abort("a", Connection.accepted(1), Duration.ofMillis(50))
                .run();
        return agent.exchanges().getFirst();
    }

    @Test
    void aClientThatExpectsA100SendsItsContentWhenItComes() {
        HttpRequest post =
                HttpRequest.of("POST", "/").header("Expect", "100-continue").body("content");
        UserAgent agent = new UserAgent(Plan.persistent("a", List.of(post)));
        List<String> transcript = new Room()
                .with("client", agent)
                .with("a", new OriginServer(SITE))
                .run();
        assertThat(transcript)
                .contains(
                        "  20 ms  client, opened 1, sends 69 octets: the header section; the content waits for a 100",
                        "  30 ms  a, accepted 1, sends 25 octets: 100 the client expects 100-continue (RFC 9110, 10.1.1)",
                        "  40 ms  client, opened 1, sends 7 octets: the content: the server said 100");
        assertThat(done(agent)).containsExactly(60L);
    }

    @Test
    void everythingThatHappensHasItsCause() {
        UserAgent agent = new UserAgent(Plan.persistent("a", gets("/")));
        assertThat(new Room()
                        .with("client", agent)
                        .with("a", new OriginServer(SITE))
                        .run())
                .containsExactly(
                        "   0 ms  client, opened 1, opens to a: a request waits",
                        "  20 ms  client, opened 1, sends 27 octets: GET /",
                        "  30 ms  a, accepted 1, sends 74 octets: 200 answers GET /",
                        "  40 ms  client, opened 1, closes: nothing is left to ask",
                        "  50 ms  a, accepted 1, closes: the client sends no more");
    }
}

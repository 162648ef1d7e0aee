package wirebook.net;

import static org.assertj.core.api.Assertions.assertThat;
import static wirebook.net.Selector.data;
import static wirebook.net.Selector.first;
import static wirebook.tcp.ControlBit.SYN;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.ip.IcmpMessage;
import wirebook.replay.Flight;
import wirebook.replay.Step;
import wirebook.replay.Waterfall;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Profile;

class VisitTest {
    private static final String HTML = "<html>" + "drill ".repeat(800) + "</html>";
    private static final Server SITE = Server.of("198.51.100.7", 80).page("/power-tools.html", HTML);
    private static final Link WIRE = Link.of().delay(Duration.ofMillis(20));
    private static final HttpRequest GET =
            HttpRequest.of("GET", "/power-tools.html").host("www.joes-hardware.com");
    private static final Visit VISIT = Client.of("192.0.2.10")
            .over(WIRE)
            .to(SITE)
            .open()
            .send(GET)
            .receive()
            .close();

    private static List<String> said(Run run, Step.Kind kind) {
        return run.trace().steps().stream()
                .filter(step -> step.kind() == kind)
                .map(Step::what)
                .toList();
    }

    private static TcpSegment segment(Flight flight) {
        return (TcpSegment) flight.packet().payload();
    }

    @Test
    void aVisitOpensAsksReadsAndCloses() {
        Run run = VISIT.run();
        assertThat(HttpResponse.decode(run.delivered()).content().text()).isEqualTo(HTML);
        assertThat(run.outcomes().getFirst().other()).isEqualTo(GET.encode());
        assertThat(run.retransmissions()).isZero();
        assertThat(run.stopped()).isEmpty();
        assertThat(run.trace().flights().stream()
                        .limit(3)
                        .map(flight -> segment(flight).controlBits().letters()))
                .containsExactly("S", "S.", ".");
    }

    @Test
    void bothEndsPassThroughTheStatesOfTheDiagram() {
        assertThat(said(VISIT.run(), Step.Kind.NOTE))
                .containsSubsequence(
                        "CLOSED → SYN-SENT",
                        "LISTEN → SYN-RECEIVED",
                        "SYN-SENT → ESTABLISHED",
                        "SYN-RECEIVED → ESTABLISHED",
                        "ESTABLISHED → FIN-WAIT-1",
                        "ESTABLISHED → CLOSE-WAIT",
                        "CLOSE-WAIT → LAST-ACK",
                        "FIN-WAIT-2 → TIME-WAIT",
                        "LAST-ACK → CLOSED",
                        "TIME-WAIT → CLOSED");
    }

    @Test
    void theFirstAcknowledgmentBehindAHoleIsNewsAndOnlyThoseAfterItAreDuplicates() {
        Run run = VISIT.link(wire -> wire.drop(data(2).fromServer())).run();
        List<Flight> same = run.trace().flights().stream()
                .filter(flight -> flight.from() == 0)
                .filter(flight -> flight.kind().equals("duplicate ACK"))
                .toList();
        assertThat(same).isNotEmpty();
        List<Flight> sent = run.trace().flights();
        for (Flight duplicate : same) {
            assertThat(sent.subList(0, duplicate.id()))
                    .anySatisfy(earlier -> assertThat(segment(earlier).acknowledgmentNumber())
                            .isEqualTo(segment(duplicate).acknowledgmentNumber()));
        }
    }

    @Test
    void aLostSegmentIsSentAgainAndThePageArrivesWhole() {
        Run run = VISIT.link(wire -> wire.drop(data(3).fromServer())).run();
        assertThat(HttpResponse.decode(run.delivered()).content().text()).isEqualTo(HTML);
        assertThat(run.retransmissions()).isEqualTo(1);
    }

    @Test
    void aLostSynIsSentAgainAfterASecond() {
        Run run = VISIT.link(wire -> wire.drop(first(SYN))).run();
        List<Flight> syns = run.trace().flights().stream()
                .filter(flight -> flight.from() == 0 && segment(flight).has(SYN))
                .toList();
        assertThat(syns).hasSize(2);
        assertThat(syns.get(1).sentAt()).isEqualTo(Duration.ofSeconds(1));
        assertThat(syns.get(1).kind()).isEqualTo("retransmission (RTO)");
    }

    @Test
    void theSameVisitIsTheSameRun() {
        Visit bad = VISIT.link(wire -> wire.loss(0.1).seed(7));
        assertThat(bad.run()).isEqualTo(bad.run());
    }

    @Test
    void everyEndShowsItsTransmissionControlBlockBesideEveryStep() {
        Run run = VISIT.run();
        Step last = run.trace().steps().stream()
                .filter(step -> step.kind() == Step.Kind.DELIVERED)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.ends().getFirst().state()).isEqualTo("ESTABLISHED");
        assertThat(last.ends().getFirst().receiveBuffer().ranges()).hasSize(1);
        assertThat(last.ends().getFirst().receiveBuffer().ranges().getFirst().condition())
                .isEqualTo("read");
    }

    @Test
    void aPortWhereNobodyListensAnswersWithAReset() {
        Run run = Client.of("192.0.2.10")
                .over(WIRE)
                .to(Server.of("198.51.100.7", 80))
                .open()
                .run();
        assertThat(run.outcomes().getFirst().openerError()).isEmpty();
        Run refused = Network.of(
                        Client.of("192.0.2.10").over(WIRE).to(SITE).open().close(),
                        new Visit(
                                Client.of("192.0.2.10"),
                                Server.of("198.51.100.7", 8080).closed(),
                                new Task.Calling(Calls.NONE.open())))
                .run();
        assertThat(refused.outcomes().get(1).openerError()).isEqualTo("connection refused");
    }

    @Test
    void fourValuesKeepTheConnectionsOfAClientApart() {
        List<String> tabs = List.of("/1", "/2", "/3", "/4");
        Server site = SITE;
        for (String tab : tabs) {
            site = site.page(tab, "tab " + tab);
        }
        Run run = Client.of("192.0.2.10").over(WIRE).to(site).parallel(4, tabs).run();
        assertThat(run.trace().connections())
                .containsExactlyElementsOf(IntStream.range(49152, 49156)
                        .mapToObj(port -> "192.0.2.10:" + port + " → 198.51.100.7:80")
                        .toList());
        assertThat(run.outcomes())
                .extracting(outcome ->
                        HttpResponse.decode(outcome.opener()).content().text())
                .containsExactly("tab /1", "tab /2", "tab /3", "tab /4");
    }

    @Test
    void fourWaysToFetchFourPagesTakeTheirTime() {
        List<String> pages = List.of("/1", "/2", "/3", "/4");
        Server site = SITE;
        for (String page : pages) {
            site = site.page(page, "small");
        }
        Visit visit = Client.of("192.0.2.10").over(WIRE).to(site);
        assertThat(visit.serial(pages).run().waterfall().end()).isEqualTo(Duration.ofMillis(4 * 80));
        assertThat(visit.parallel(4, pages).run().waterfall().end()).isEqualTo(Duration.ofMillis(80));
        assertThat(visit.persistent(pages).run().waterfall().end()).isEqualTo(Duration.ofMillis(40 + 4 * 40));
        assertThat(visit.pipelined(pages).run().waterfall().end()).isEqualTo(Duration.ofMillis(80));
    }

    @Test
    void aRowOfTheWaterfallIsHandshakeWaitingAndTransfer() {
        Waterfall.Row row = VISIT.run().waterfall().rows().getFirst();
        assertThat(row.handshake()).isEqualTo(Duration.ofMillis(40));
        assertThat(row.waiting()).isEqualTo(Duration.ofMillis(40));
        assertThat(row.transfer()).isZero();
    }

    @Test
    void aClientThatClosesFirstRunsOutOfPortsWhileItsConnectionsAreInTimeWait() {
        Visit visit = new Visit(Client.of("192.0.2.10").over(WIRE).ports(50_000, 50_002), SITE, VISIT.task());
        Visit late = visit.calls(_ -> Calls.NONE.pause(Duration.ofSeconds(1)).open());
        Run run = Network.of(visit, visit, visit, late).run();
        assertThat(said(run, Step.Kind.CALL)).contains("OPEN: error: insufficient resources");
        assertThat(run.trace().steps())
                .anyMatch(step -> step.cause().contains("50000 to 50002: 3 in use, 3 of them in TIME-WAIT"));
    }

    @Test
    void aServerThatClosesFirstKeepsTheTimeWaitAndANewSynTakesItsPlace() {
        Server clock = Server.of("198.51.100.7", 13)
                .does(calls -> calls.send("Mon Jan  5 12:00:00 2026").close());
        Visit ask = Client.of("192.0.2.10").over(WIRE).ports(50_000, 50_000).to(clock);
        Run run = Network.of(
                        ask.open().receiveAll().close(),
                        ask.pause(Duration.ofSeconds(1)).open().receiveAll().close())
                .run();
        assertThat(run.trace().connections())
                .containsExactly("192.0.2.10:50000 → 198.51.100.7:13", "192.0.2.10:50000 → 198.51.100.7:13");
        assertThat(run.outcomes())
                .extracting(outcome -> outcome.opener().text())
                .containsExactly("Mon Jan  5 12:00:00 2026", "Mon Jan  5 12:00:00 2026");
    }

    @Test
    void aRouterReportsASmallMtuAndTheSenderSendsShorterSegments() {
        Run run = Client.of("192.0.2.10")
                .over(WIRE)
                .via(Router.of("203.0.113.1"), Link.of().mtu(600))
                .via(Router.of("203.0.113.2").named("second router"), WIRE)
                .to(SITE)
                .open()
                .send(GET)
                .receive()
                .close()
                .run();
        assertThat(HttpResponse.decode(run.delivered()).content().text()).isEqualTo(HTML);
        assertThat(run.trace().flights()).anyMatch(flight -> flight.packet().payload() instanceof IcmpMessage);
        assertThat(said(run, Step.Kind.NOTE)).contains("segments have at most 560 octets from now on");
    }

    @Test
    void ipv6CarriesTheSameVisit() {
        Server site = Server.of("2001:db8::7", 80).page("/power-tools.html", HTML);
        Run run = Client.of("2001:db8::10")
                .over(WIRE)
                .to(site)
                .open()
                .send(GET)
                .receive()
                .close()
                .run();
        assertThat(HttpResponse.decode(run.delivered()).content().text()).isEqualTo(HTML);
        assertThat(run.trace().connections()).containsExactly("[2001:db8::10]:49152 → [2001:db8::7]:80");
    }

    @Test
    void routersPassPacketsOnAndLowerTheirTimeToLive() {
        Run run = Client.of("192.0.2.10")
                .over(WIRE)
                .via(Router.of("203.0.113.1"), Link.of().delay(Duration.ofMillis(5)))
                .to(SITE)
                .open()
                .send(GET)
                .receive()
                .close()
                .run();
        assertThat(HttpResponse.decode(run.delivered()).content().text()).isEqualTo(HTML);
        assertThat(run.trace().hosts()).extracting(host -> host.name()).containsExactly("client", "router", "server");
        assertThat(run.trace().flights().get(1).packet().ttl()).isEqualTo(63);
    }

    @Test
    void aPacketThatPassesTooManyRoutersIsReportedByTheLastOne() {
        Client far = Client.of("192.0.2.10").over(Link.of());
        for (int router = 1; router <= 64; router++) {
            far = far.via(Router.of("203.0.113." + router).named("router " + router), Link.of());
        }
        Run run = Network.of(far.to(SITE).open()).longest(Duration.ofSeconds(2)).run();
        List<String> errors = run.trace().flights().stream()
                .filter(flight -> flight.packet().payload() instanceof IcmpMessage)
                .map(flight -> flight.packet().source() + ": "
                        + ((IcmpMessage) flight.packet().payload()).name())
                .distinct()
                .toList();
        assertThat(errors).singleElement().asString().matches("203\\.0\\.113\\.64: .*Time Exceeded.*");
        assertThat(said(run, Step.Kind.NOTE)).contains("the network says that the other end cannot be reached");
    }

    @Test
    void aRouterWithAShortQueueDropsWhatComesTooFastAndTheSenderSlowsDown() {
        Link slow = WIRE.rate(Rate.mbps(1)).queue(2);
        Run crowded = Client.of("192.0.2.10")
                .over(slow)
                .via(Router.of("203.0.113.1"), WIRE)
                .to(SITE)
                .open()
                .send(GET)
                .receive()
                .close()
                .run();
        assertThat(HttpResponse.decode(crowded.delivered()).content().text()).isEqualTo(HTML);
        assertThat(crowded.trace().flights())
                .anyMatch(flight -> flight.from() == 1 && flight.fault().startsWith("dropped: the queue of 2 packets"));
        assertThat(crowded.retransmissions()).isPositive();
    }

    @Test
    void aProxyFetchesForItsClients() {
        Server proxy = Server.proxy("203.0.113.5", 80).over(WIRE).to(SITE);
        Run run = Client.of("192.0.2.10")
                .over(WIRE)
                .to(proxy)
                .open()
                .send(GET)
                .receive()
                .close()
                .run();
        assertThat(HttpResponse.decode(run.outcomes().getFirst().opener())
                        .content()
                        .text())
                .isEqualTo(HTML);
        assertThat(run.trace().connections()).hasSize(2);
    }

    @Test
    void aRunThatWouldNeverEndIsStoppedAndSaysWhy() {
        Visit deaf = VISIT.tcp(Profile.cubic().keepAlive(true)).calls(calls -> Calls.NONE.open());
        Run run = Network.of(deaf).steps(500).run();
        assertThat(run.stopped())
                .isEqualTo("the next thing would happen after 86400000 ms, the longest that a run may last");
        assertThat(run.trace().steps().getLast().what()).isEqualTo("the run is stopped");
    }
}

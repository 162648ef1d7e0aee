package wirebook.tcp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.tcp.ControlBit;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.SackBlock;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.State;

class EndpointTest {
    private static final Profile PLAIN = Profile.newReno().timestamps(false).windowScale(false);
    private static final Duration START = Duration.ZERO;

    /** An open connection whose numbers are easy: ours start at 100, the other end's at 4999. */
    private static Connection open(Profile profile) {
        Connection connection = Connection.of(profile.iss(100), 49_152, 80);
        connection.open(START);
        TcpSegment answer = TcpSegment.of(80, 49_152)
                .seq(4_999)
                .ack(101)
                .flags(ControlBit.SYN, ControlBit.ACK)
                .options(new TcpOption.MaximumSegmentSize(500), new TcpOption.SackPermitted());
        connection.receive(answer, EcnCodepoint.NOT_ECT, START);
        connection.events();
        return connection;
    }

    private static TcpSegment data(long seq, int length) {
        return TcpSegment.of(80, 49_152).seq(seq).ack(101).data(Octets.wrap(new byte[length]));
    }

    private static TcpSegment ack(long number) {
        return TcpSegment.of(80, 49_152).seq(5_000).ack(number);
    }

    private static List<TcpSegment> sent(Connection connection) {
        List<TcpSegment> sent = new ArrayList<>();
        for (Event event : connection.events()) {
            if (event instanceof Event.Sent out) {
                sent.add(out.segment());
            }
        }
        return sent;
    }

    private static TcpSegment answer(Connection connection, TcpSegment segment) {
        connection.receive(segment, EcnCodepoint.NOT_ECT, START);
        return sent(connection).getFirst();
    }

    private static List<SackBlock> sacked(TcpSegment segment) {
        return segment.option(TcpOption.Sack.class).map(TcpOption.Sack::blocks).orElse(List.of());
    }

    @Test
    void aHandshakeIsThreeSegmentsAndMovesAlongTheTable() {
        TestWire wire = new TestWire(PLAIN.iss(100), PLAIN.iss(300), new SplittableRandom(1));
        wire.open();
        wire.client.closes = false;
        wire.run(10);
        assertThat(wire.client.events.stream()
                        .filter(Event.Sent.class::isInstance)
                        .map(e -> ((Event.Sent) e).segment().line()))
                .containsExactly(
                        "49152 → 80 [SYN] seq 100:101 win 65535 len 0 <Maximum Segment Size 1460>",
                        "49152 → 80 [ACK] seq 101 ack 301 win 65535 len 0");
        assertThat(wire.client.events.stream()
                        .filter(Event.Moved.class::isInstance)
                        .map(e -> ((Event.Moved) e).to()))
                .containsExactly(State.SYN_SENT, State.ESTABLISHED);
        assertThat(wire.server.events.stream()
                        .filter(Event.Moved.class::isInstance)
                        .map(e -> ((Event.Moved) e).to()))
                .containsExactly(State.LISTEN, State.SYN_RECEIVED, State.ESTABLISHED);
    }

    @Test
    void theSackBlocksAreThoseOfRfc2018WhereEverySecondSegmentIsLost() {
        Connection receiver = open(PLAIN.sack(true));
        receiver.receive(data(5_000, 500), EcnCodepoint.NOT_ECT, START);
        receiver.events();
        assertThat(sacked(answer(receiver, data(6_000, 500)))).containsExactly(new SackBlock(6_000, 6_500));
        assertThat(sacked(answer(receiver, data(7_000, 500))))
                .containsExactly(new SackBlock(7_000, 7_500), new SackBlock(6_000, 6_500));
        assertThat(sacked(answer(receiver, data(8_000, 500))))
                .containsExactly(new SackBlock(8_000, 8_500), new SackBlock(7_000, 7_500), new SackBlock(6_000, 6_500));
        TcpSegment fourth = answer(receiver, data(6_500, 500));
        assertThat(fourth.ack()).isEqualTo(5_500);
        assertThat(sacked(fourth)).containsExactly(new SackBlock(6_000, 7_500), new SackBlock(8_000, 8_500));
        TcpSegment second = answer(receiver, data(5_500, 500));
        assertThat(second.ack()).isEqualTo(7_500);
        assertThat(sacked(second)).containsExactly(new SackBlock(8_000, 8_500));
    }

    @Test
    void nagleHoldsASmallSegmentUntilTheOneBeforeIsAcknowledged() {
        Connection sender = open(PLAIN);
        sender.send(Octets.ofText("GET "), START);
        assertThat(sent(sender)).hasSize(1);
        sender.send(Octets.ofText("/ HTTP"), START);
        List<Event> events = sender.events();
        assertThat(events)
                .anyMatch(event -> event.cause()
                        .toString()
                        .equals("Nagle holds 6 octets until what is on the way is acknowledged (RFC 9293, 3.7.4)"));
        assertThat(answer(sender, ack(105)).data().text()).isEqualTo("/ HTTP");
    }

    @Test
    void theRetransmissionTimerSendsTheOldestSegmentAgainAndBacksOff() {
        Connection sender = open(PLAIN);
        sender.send(Octets.ofText("hello"), START);
        sender.events();
        Duration first = sender.deadline().orElseThrow();
        sender.tick(first);
        assertThat(sent(sender).getFirst().data().text()).isEqualTo("hello");
        Duration second = sender.deadline().orElseThrow();
        assertThat(second.minus(first)).isEqualTo(first.multipliedBy(2));
        assertThat(sender.tcb().congestion().cwnd()).isEqualTo(500);
    }

    @Test
    void aClosedWindowIsProbedWithOneOctet() {
        Connection sender = open(PLAIN);
        sender.receive(ack(101).win(0), EcnCodepoint.NOT_ECT, START);
        sender.send(Octets.ofText("hello"), START);
        assertThat(sent(sender)).isEmpty();
        sender.tick(sender.deadline().orElseThrow());
        TcpSegment probe = sent(sender).getFirst();
        assertThat(probe.data().text()).isEqualTo("h");
        assertThat(answer(sender, ack(101).win(1_000)).data().text()).isEqualTo("hello");
    }

    @Test
    void aResetMustBeExactAndOthersAreChallenged() {
        Connection connection = open(PLAIN);
        TcpSegment challenge =
                answer(connection, TcpSegment.of(80, 49_152).seq(5_010).flags(ControlBit.RST));
        assertThat(challenge.line()).isEqualTo("49152 → 80 [ACK] seq 101 ack 5000 win 65535 len 0");
        connection.receive(TcpSegment.of(80, 49_152).seq(5_000).flags(ControlBit.RST), EcnCodepoint.NOT_ECT, START);
        assertThat(connection.events())
                .anyMatch(event -> event instanceof Event.Failed failed && failed.failure() == Failure.RESET);
        assertThat(connection.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void bothEndsMayOpenAtOnce() {
        TestWire wire = new TestWire(PLAIN.iss(100), PLAIN.iss(300), new SplittableRandom(1));
        wire.client.closes = false;
        wire.server.closes = false;
        wire.client.connection.open(START);
        wire.server.connection.open(START);
        wire.collect(wire.client);
        wire.collect(wire.server);
        wire.run(50);
        assertThat(wire.client.connection.state()).isEqualTo(State.ESTABLISHED);
        assertThat(wire.server.connection.state()).isEqualTo(State.ESTABLISHED);
    }

    @Test
    void bothEndsMayCloseAtOnceAndBothWaitForTwiceTheSegmentLifetime() {
        TestWire wire = new TestWire(PLAIN, PLAIN, new SplittableRandom(1));
        wire.client.closes = false;
        wire.server.closes = false;
        wire.open();
        wire.run(20);
        wire.client.connection.close(wire.now);
        wire.server.connection.close(wire.now);
        wire.act();
        wire.run(1_000);
        List<State> states = wire.client.events.stream()
                .filter(Event.Moved.class::isInstance)
                .map(event -> ((Event.Moved) event).to())
                .toList();
        assertThat(states).endsWith(State.FIN_WAIT_1, State.CLOSING, State.TIME_WAIT, State.CLOSED);
    }

    @Test
    void markedPacketsAreEchoedAndTheSenderSlowsDown() {
        Profile ecn = PLAIN.ecn(wirebook.tcp.profile.EcnMode.REQUEST);
        TestWire wire = new TestWire(ecn, ecn, new SplittableRandom(1));
        wire.marking = 0.3;
        wire.client.toSend = Octets.wrap(new byte[60_000]);
        wire.open();
        wire.run(10_000);
        assertThat(wire.server.received.size()).isEqualTo(60_000);
        assertThat(wire.client.events).anyMatch(event -> event.cause().rule() == Rule.CONGESTION_ECHOED);
        assertThat(wire.client.events)
                .anyMatch(event -> event instanceof Event.Sent out
                        && out.segment().has(ControlBit.CWR)
                        && out.kind() == SentKind.DATA);
    }

    @Test
    void theInitialWindowIsThatOfRfc6928() {
        assertThat(open(PLAIN).tcb().congestion().cwnd()).isEqualTo(5_000);
        assertThat(open(PLAIN.initialWindow(3)).tcb().congestion().cwnd()).isEqualTo(1_500);
    }

    @Test
    void picturesOfTheVariablesShareWhatDidNotChange() {
        Connection connection = open(PLAIN);
        Tcb before = connection.tcb();
        assertThat(connection.tcb()).isSameAs(before);
        connection.receive(data(5_000, 10), EcnCodepoint.NOT_ECT, START);
        Tcb after = connection.tcb();
        assertThat(after.receive().nxt()).isEqualTo(5_010);
        assertThat(after.timing()).isSameAs(before.timing());
        assertThat(after.congestion()).isSameAs(before.congestion());
    }

    @Test
    void callsThatMakeNoSenseAreTheRfcsErrors() {
        Connection connection = Connection.of(PLAIN, 1, 2);
        assertThatThrownBy(() -> connection.send(Octets.ofText("x"), START))
                .isInstanceOf(Misuse.class)
                .hasMessage("connection does not exist");
        Connection open = open(PLAIN);
        open.close(START);
        assertThatThrownBy(() -> open.send(Octets.ofText("x"), START)).hasMessage("connection closing");
    }

    @Test
    void aSegmentThatFitsNoConnectionIsAnsweredByAReset() {
        assertThat(Refusal.of(TcpSegment.of(1_024, 80).seq(7).flags(ControlBit.SYN))
                        .orElseThrow()
                        .line())
                .isEqualTo("80 → 1024 [RST, ACK] seq 0 ack 8 win 0 len 0");
        assertThat(Refusal.of(TcpSegment.of(1_024, 80).flags(ControlBit.RST))).isEqualTo(Optional.empty());
    }

    @Test
    void aSettingSaysItsRangeWhenItIsMissed() {
        assertThatThrownBy(() -> Profile.newReno().mss(0)).hasMessage("mss 0 is not possible: 1 to 65535");
        assertThatThrownBy(() -> Profile.newReno().with(Setting.NAGLE, 1)).hasMessage("nagle is a boolean, not 1");
    }
}

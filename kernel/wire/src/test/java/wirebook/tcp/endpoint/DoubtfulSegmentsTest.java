package wirebook.tcp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.tcp.ControlBit;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.state.State;

/** Urgent data, challenge ACKs and old connections: what a segment can mean beside data. */
class DoubtfulSegmentsTest {
    private static final Duration START = Duration.ZERO;

    /** An open connection: our numbers start at 100, the other end's at 4999. */
    private static Connection open() {
        Connection connection =
                Connection.of(Profile.newReno().timestamps(false).iss(100), 49_152, 80);
        connection.open(START);
        receive(connection, from(4_999).ack(101).flags(ControlBit.SYN, ControlBit.ACK), START);
        connection.events();
        return connection;
    }

    private static TcpSegment from(long seq) {
        return TcpSegment.of(80, 49_152).seq(seq);
    }

    private static void receive(Connection connection, TcpSegment segment, Duration now) {
        connection.receive(segment, EcnCodepoint.NOT_ECT, now);
    }

    private static List<Event.Sent> sent(Connection connection) {
        return connection.events().stream()
                .filter(Event.Sent.class::isInstance)
                .map(Event.Sent.class::cast)
                .toList();
    }

    @Test
    void theUrgentPointerPointsBehindTheLastUrgentOctet() {
        Connection sender = open();
        sender.sendUrgent(Octets.ofText("stop!"), START);
        TcpSegment segment = sent(sender).getFirst().segment();
        assertThat(segment.has(ControlBit.URG)).isTrue();
        assertThat(segment.urgentPointer()).isEqualTo(5); // RFC 6093, 3.1: not at it, behind it
        sender.send(Octets.ofText("calm"), START);
        receive(sender, from(5_000).ack(106), START);
        assertThat(sent(sender).getFirst().segment().has(ControlBit.URG)).isFalse();
    }

    @Test
    void urgentDataStaysInTheStreamAndItsEndIsToldOnce() {
        Connection receiver = open();
        TcpSegment urgent = from(5_000).ack(101).urgent(5).data(Octets.ofText("stop!go"));
        receive(receiver, urgent, START);
        assertThat(receiver.events())
                .filteredOn(Event.Urgent.class::isInstance)
                .singleElement()
                .isEqualTo(new Event.Urgent(5, Cause.of(Rule.URGENT_POINTER)));
        assertThat(receiver.read(100, START).text()).isEqualTo("stop!go"); // RFC 6093, 4: in line
        receive(receiver, from(5_007).ack(101).urgent(0), START);
        assertThat(receiver.events()).noneMatch(Event.Urgent.class::isInstance);
    }

    @Test
    void aHundredChallengesASecondAreEnough() {
        Connection connection = open();
        for (int i = 0; i < 120; i++) {
            receive(connection, from(5_010).flags(ControlBit.RST), Duration.ofMillis(1));
        }
        List<Event> events = connection.events();
        assertThat(events).filteredOn(Event.Sent.class::isInstance).hasSize(100);
        assertThat(events)
                .filteredOn(event -> event.cause().rule() == Rule.CHALLENGE_THROTTLED)
                .hasSize(20);
        receive(connection, from(5_010).flags(ControlBit.RST), Duration.ofSeconds(1));
        assertThat(sent(connection))
                .singleElement()
                .extracting(Event.Sent::kind)
                .isEqualTo(SentKind.CHALLENGE_ACK);
    }

    @Test
    void anAckOfTheDistantPastIsChallengedAndAnOldOneIsNot() {
        Connection connection = open();
        connection.send(Octets.wrap(new byte[500]), START);
        receive(connection, from(5_000).ack(601), START);
        connection.events();
        receive(connection, from(5_000).ack(301), START);
        assertThat(sent(connection)).isEmpty();
        receive(connection, from(5_000).ack(601 - 70_000 & 0xffff_ffffL), START);
        assertThat(sent(connection))
                .singleElement()
                .extracting(Event.Sent::kind)
                .isEqualTo(SentKind.CHALLENGE_ACK);
    }

    @Test
    void aConnectionInTimeWaitMakesRoomForANewerSynAlone() {
        Connection connection = open();
        connection.close(START);
        receive(connection, from(5_000).ack(102).flags(ControlBit.FIN, ControlBit.ACK), START);
        assertThat(connection.state()).isEqualTo(State.TIME_WAIT);
        assertThat(connection.yieldsTo(from(6_000).flags(ControlBit.SYN))).isTrue();
        assertThat(connection.yieldsTo(from(4_000).flags(ControlBit.SYN))).isFalse();
        assertThat(connection.yieldsTo(from(6_000).flags(ControlBit.SYN, ControlBit.RST)))
                .isFalse();
        connection.tick(Duration.ofSeconds(60));
        assertThat(connection.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aFinThatComesAgainInTimeWaitStartsTwoMslAnew() {
        Connection connection = open();
        connection.close(START);
        TcpSegment fin = from(5_000).ack(102).flags(ControlBit.FIN, ControlBit.ACK);
        receive(connection, fin, START);
        receive(connection, fin, Duration.ofSeconds(50));
        connection.tick(Duration.ofSeconds(109));
        assertThat(connection.state()).isEqualTo(State.TIME_WAIT);
        connection.tick(Duration.ofSeconds(110));
        assertThat(connection.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aHardErrorEndsTheOpeningAndASoftOneDoesNot() {
        Connection opening = Connection.of(Profile.newReno(), 49_152, 80);
        opening.open(START);
        opening.unreachable(false, START);
        assertThat(opening.state()).isEqualTo(State.SYN_SENT);
        opening.unreachable(true, START);
        assertThat(opening.state()).isEqualTo(State.CLOSED);
        Connection open = open();
        open.unreachable(true, START);
        assertThat(open.state()).isEqualTo(State.ESTABLISHED); // RFC 5927, 5.2: a forged error must not end it
    }
}

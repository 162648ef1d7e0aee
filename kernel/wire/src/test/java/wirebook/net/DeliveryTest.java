package wirebook.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.tcp.ControlBit.SYN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Step;
import wirebook.tcp.Tcp;
import wirebook.tcp.TcpSegment;

class DeliveryTest {
    private static final Octets MESSAGE = Octets.ofText("GET /power-tools.html HTTP/1.1\r\n\r\n"); // 34 octets
    private static final Ipv4Packet TO_SERVER =
            Ipv4Packet.of(Ipv4Address.of("192.0.2.10"), Ipv4Address.of("198.51.100.7"));
    private static final List<IpPacket> PACKETS = List.copyOf(
            MESSAGE.over(Tcp.of(49152, 80).seq(1).ack(1).mss(8)).over(TO_SERVER)); // 8, 8, 8, 8 and 2 octets

    private static Run over(Link link) {
        return Delivery.of(PACKETS).over(link);
    }

    private static List<Flight> toServer(Run run) {
        return run.trace().flights().stream()
                .filter(flight -> flight.from() == 0)
                .toList();
    }

    private static List<Long> acknowledgments(Run run) {
        return run.trace().flights().stream()
                .filter(flight -> flight.from() == 1)
                .map(flight -> ((TcpSegment) flight.packet().payload()).ack())
                .toList();
    }

    @Test
    void onAPerfectLinkEveryPacketIsAcknowledgedAndTheMessageArrivesWhole() {
        Run run = over(Link.of());
        assertThat(run.delivered()).isEqualTo(MESSAGE);
        assertThat(acknowledgments(run)).containsExactly(9L, 17L, 25L, 33L, 35L);
    }

    @Test
    void aPacketIsOnItsWayForTheTimeThatItsBitsTakeAndTheDelay() {
        Flight first = toServer(over(Link.of().delay(Duration.ofMillis(20)).rate(384_000)))
                .getFirst();
        assertThat(first.packet().length()).isEqualTo(48); // 1 ms at 384 kbit/s
        assertThat(first.endedAt()).isEqualTo(Duration.ofMillis(21));
    }

    @Test
    void whatComesBehindALostPacketWaitsAndTheSameAcknowledgmentIsSentAgainAndAgain() {
        Run run = over(Link.of().drop(2));
        assertThat(run.delivered()).isEqualTo(MESSAGE.slice(0, 8));
        assertThat(acknowledgments(run)).containsExactly(9L, 9L, 9L, 9L);
        Step last = run.trace().steps().getLast();
        assertThat(last.what()).isEqualTo("never acknowledged: 26 octets of the sequence");
        assertThat(last.ends().get(1).receiveBuffer()).hasToString("1–9 read  17–35 out of order");
    }

    @Test
    void theFlightNamesTheFaultThatHitIt() {
        Flight lost = toServer(over(Link.of().drop(2))).get(1);
        assertThat(lost.fate()).isEqualTo(Fate.LOST);
        assertThat(lost.fault()).isEqualTo("dropped: packet(2).fromClient()");
    }

    @Test
    void swappedPacketsArriveInTheOtherOrderAndTheMessageIsWholeNevertheless() {
        Run run = over(Link.of().swap(3, 4));
        assertThat(run.delivered()).isEqualTo(MESSAGE);
        assertThat(acknowledgments(run)).containsExactly(9L, 17L, 17L, 33L, 35L);
    }

    @Test
    void distantPacketsSwapTooAndThoseBetweenKeepTheirOrder() {
        Run run = over(Link.of().swap(1, 4));
        List<Integer> order = toServer(run).stream()
                .sorted(java.util.Comparator.comparing(Flight::endedAt))
                .map(flight -> (int) ((TcpSegment) flight.packet().payload()).seq())
                .toList();
        assertThat(order).containsExactly(25, 9, 17, 1, 33);
        assertThat(run.delivered()).isEqualTo(MESSAGE);
    }

    @Test
    void aPacketThatWaitsForOneThatNeverComesIsDeliveredAtTheEnd() {
        assertThat(over(Link.of().swap(5, 9)).delivered()).isEqualTo(MESSAGE);
    }

    @Test
    void aDuplicateIsThrownAwayAndAcknowledgedAgain() {
        Run run = over(Link.of().duplicate(5));
        assertThat(run.delivered()).isEqualTo(MESSAGE);
        assertThat(toServer(run).getLast().kind()).isEqualTo("duplicate");
        assertThat(acknowledgments(run)).containsExactly(9L, 17L, 25L, 33L, 35L, 35L);
    }

    @Test
    void aCorruptedPacketArrivesWithOneBitFlippedAndTheChecksumTellsTheReceiver() {
        Run run = over(Link.of().corrupt(2));
        Flight harmed = toServer(run).get(1);
        assertThat(harmed.fate()).isEqualTo(Fate.CORRUPTED);
        assertThat(bitsThatDiffer(harmed.packet().bytes(), harmed.arrived())).isEqualTo(1);
        Step thrown = run.trace().steps().stream()
                .filter(step -> step.kind() == Step.Kind.ARRIVED && step.flight() == harmed.id())
                .findFirst()
                .orElseThrow();
        assertThat(thrown.what()).isEqualTo("throws #" + (harmed.id() + 1) + " away");
        assertThat(thrown.cause()).contains("hecksum is 0x").contains("should be 0x");
    }

    @Test
    void noFlippedBitInAnyPlaceEverReachesTheApplication() {
        for (int seed = 0; seed < 400; seed++) {
            Run run = over(Link.of().corrupt(1).seed(seed));
            assertThat(run.delivered().isEmpty()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void theSameDeliveryIsTheSameRun() {
        Link bad = Link.of().loss(0.3).jitter(Duration.ofMillis(5)).seed(3);
        assertThat(over(bad).trace()).isEqualTo(over(bad).trace());
    }

    @Test
    void aQueueWithoutRoomDropsWhatComesTooFast() {
        Run run = Delivery.of(PACKETS)
                .every(Duration.ZERO)
                .over(Link.of().rate(384_000).queue(1));
        assertThat(toServer(run).stream().map(Flight::fate))
                .containsExactly(Fate.ARRIVED, Fate.ARRIVED, Fate.LOST, Fate.LOST, Fate.LOST);
        assertThat(toServer(run).get(2).fault()).isEqualTo("dropped: the queue of 1 packets was full");
    }

    @Test
    void aSynIsAnsweredBeforeDataIsTaken() {
        TcpSegment syn = TcpSegment.of(49152, 80).flags(SYN).seq(1000);
        List<IpPacket> packets = new ArrayList<>(List.of(syn.over(TO_SERVER)));
        packets.addAll(
                MESSAGE.over(Tcp.of(49152, 80).seq(1001).ack(301).mss(20)).over(TO_SERVER));
        Run run = Delivery.of(packets).over(Link.of());
        TcpSegment answer = (TcpSegment) run.trace().flights().stream()
                .filter(flight -> flight.from() == 1)
                .findFirst()
                .orElseThrow()
                .packet()
                .payload();
        assertThat(answer.controlBits()).hasToString("SYN, ACK");
        assertThat(answer.seq()).isEqualTo(300);
        assertThat(answer.ack()).isEqualTo(1001);
        assertThat(run.delivered()).isEqualTo(MESSAGE);
    }

    @Test
    void packetsBothWaysFollowOneAnotherAndNobodyAnswersByHimself() {
        TcpSegment syn = TcpSegment.of(49152, 80).flags(SYN).seq(0);
        TcpSegment synAck = TcpSegment.of(80, 49152).flags(SYN).seq(0).ack(1);
        TcpSegment ack = TcpSegment.of(49152, 80).seq(1).ack(1);
        Ipv4Packet back = Ipv4Packet.of(TO_SERVER.destination(), TO_SERVER.source());
        Run run = Delivery.of(List.of(syn.over(TO_SERVER), synAck.over(back), ack.over(TO_SERVER)))
                .over(Link.of());
        assertThat(run.trace().flights().stream().map(Flight::sentAt))
                .containsExactly(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(20));
    }

    @Test
    void thereIsNothingToReplayWithoutPackets() {
        assertThatThrownBy(() -> Delivery.of(List.of())).hasMessage("there are no packets to deliver");
    }

    private static int bitsThatDiffer(Octets a, Octets b) {
        int bits = 0;
        for (int i = 0; i < a.length(); i++) {
            bits += Integer.bitCount(a.at(i) ^ b.at(i));
        }
        return bits;
    }
}

package wirebook.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.ForAll.forAll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wirebook.ForAll;
import wirebook.bytes.Octets;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.replay.Step;
import wirebook.replay.Trace;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;

class ConnectionTest {
    private static final Ipv4Address CLIENT = Ipv4Address.of("192.0.2.10");
    private static final Ipv4Address SERVER = Ipv4Address.of("198.51.100.7");
    private static final long ISN = 0xffff_fff0L;

    private final List<Frame> frames = new ArrayList<>();

    private void client(int millis, TcpSegment segment) {
        frames.add(Frame.of(
                Duration.ofMillis(millis), Ipv4Packet.of(CLIENT, SERVER).payload(segment)));
    }

    private void server(int millis, TcpSegment segment) {
        frames.add(Frame.of(
                Duration.ofMillis(millis), Ipv4Packet.of(SERVER, CLIENT).payload(segment)));
    }

    private static TcpSegment fromClient(long offset, String data) {
        return TcpSegment.of(49152, 80)
                .seq(SequenceNumber.plus(ISN, offset))
                .ack(7001)
                .data(Octets.ofText(data));
    }

    private static TcpSegment fromServer(long acknowledged) {
        return TcpSegment.of(80, 49152).seq(7001).ack(SequenceNumber.plus(ISN, acknowledged));
    }

    private void handshake() {
        client(0, TcpSegment.of(49152, 80).seq(ISN).flags(ControlBit.SYN));
        server(20, fromServer(1).seq(7000).flags(ControlBit.SYN, ControlBit.ACK));
        client(40, fromClient(1, ""));
    }

    private Connection connection() {
        return Capture.ofFrames(frames).connection(0);
    }

    @Test
    void theClientIsWhoSentTheSyn() {
        handshake();
        assertThat(connection().name()).isEqualTo("192.0.2.10:49152 → 198.51.100.7:80");
        Collections.reverse(frames);
        assertThat(connection().client().port()).isEqualTo(49152);
    }

    @Test
    void aStreamIsPutInOrderAcrossTheEndOfTheNumbers() {
        handshake();
        String sent = "GET /power-tools.html HTTP/1.1\r\n\r\n";
        client(50, fromClient(1, sent.substring(0, 16)));
        client(60, fromClient(27, sent.substring(26)));
        assertThat(connection().toServer().stream().hasGaps()).isTrue();
        assertThat(connection().toServer().stream().octets().text()).isEqualTo("GET /power-tools");
        client(70, fromClient(11, sent.substring(10, 28)));
        Stream stream = connection().toServer().stream();
        assertThat(stream.octets().text()).isEqualTo(sent);
        assertThat(stream.hasGaps()).isFalse();
    }

    @Test
    void whateverTheOrderAndTheOverlapTheStreamIsWhatWasSent() {
        forAll(random -> random, random -> {
            String sent = Octets.wrap(ForAll.octets(random, 300)).hex();
            List<Frame> pieces = new ArrayList<>();
            for (int at = 0; at < sent.length(); ) {
                int from = Math.max(0, at - random.nextInt(5));
                int end = Math.min(sent.length(), at + 1 + random.nextInt(60));
                TcpSegment piece = fromClient(1 + from, sent.substring(from, end));
                pieces.add(Frame.of(Duration.ZERO, Ipv4Packet.of(CLIENT, SERVER).payload(piece)));
                at = end;
            }
            Collections.shuffle(pieces, random);
            pieces.addFirst(Frame.of(
                    Duration.ZERO,
                    Ipv4Packet.of(CLIENT, SERVER)
                            .payload(TcpSegment.of(49152, 80).seq(ISN).flags(ControlBit.SYN))));
            Stream stream = Capture.ofFrames(pieces).connection(0).toServer().stream();
            assertThat(stream.octets().text()).isEqualTo(sent);
            assertThat(stream.length()).isEqualTo(sent.length());
        });
    }

    @Test
    void aRepetitionIsProvedAndItsReasonSuggested() {
        handshake();
        client(50, fromClient(1, "hello"));
        client(300, fromClient(1, "hello"));
        assertThat(connection().findings().stream().map(Finding::toString))
                .containsExactly(
                        "frame 5 proves: the octets of frame 4 again, after 250.0 ms",
                        "frame 5 suggests: a timer expired: nothing in the capture asked for it (RFC 6298)");
    }

    @Test
    void threeDuplicateAcksSuggestAFastRetransmit() {
        handshake();
        client(50, fromClient(1, "one"));
        client(51, fromClient(4, "two"));
        server(70, fromServer(1));
        server(71, fromServer(1));
        server(72, fromServer(1));
        client(73, fromClient(1, "one"));
        assertThat(connection().findings().getLast())
                .hasToString("frame 9 suggests: fast retransmit: 3 duplicate ACKs asked for it (RFC 5681, 3.2)");
    }

    @Test
    void anAckForOctetsThatNobodySawProvesThatTheCaptureMissedThem() {
        handshake();
        server(60, fromServer(100));
        assertThat(connection().findings())
                .containsExactly(new Finding(
                        4, Finding.Certainty.PROVED, "the capture missed octets: here they are acknowledged"));
    }

    @Test
    void theSameFourValuesCanServeAgain() {
        handshake();
        client(50, fromClient(1, "").flags(ControlBit.FIN, ControlBit.ACK));
        client(60, TcpSegment.of(49152, 80).seq(5).flags(ControlBit.SYN));
        assertThat(Capture.ofFrames(frames).connections()).hasSize(2);
        assertThatThrownBy(() -> Capture.ofFrames(frames).connection(2))
                .hasMessage("there is no connection 2; this capture has 0 to 1");
    }

    @Test
    void thePlayerGoesThroughSegmentsAndFindings() {
        handshake();
        client(50, fromClient(1, "hello"));
        client(300, fromClient(1, "hello"));
        Trace trace = connection().replay().trace();
        assertThat(trace.steps().stream().map(Step::what).limit(4))
                .containsExactly(
                        "49152 → 80 [SYN] seq 0:1 win 65535 len 0",
                        "80 → 49152 [SYN, ACK] seq 0:1 ack 1 win 65535 len 0",
                        "49152 → 80 [ACK] seq 1 ack 1 win 65535 len 0",
                        "49152 → 80 [ACK] seq 1:6 ack 1 win 65535 len 5");
        assertThat(trace.flights().getLast().kind()).isEqualTo("repeated");
        assertThat(trace.steps().getLast().cause()).isEqualTo("the capture suggests it");
        assertThat(connection().replay().step(5).next().toString()).contains("250.0 ms");
    }

    @Test
    void theTextHasARowForEachSegmentAndWhatItShowsBelow() {
        TcpOption scale = new TcpOption.WindowScale(2);
        client(0, TcpSegment.of(49152, 80).seq(ISN).flags(ControlBit.SYN).options(scale));
        server(20, fromServer(1).seq(7000).flags(ControlBit.SYN, ControlBit.ACK).options(scale));
        client(40, fromClient(1, "hello"));
        server(60, fromServer(6).win(0));
        client(300, fromClient(5, "").win(1000));
        assertThat(connection()).hasToString("""
                192.0.2.10:49152 → 198.51.100.7:80, 5 segments in 300.0 ms; → 5 octets, ← 0 octets
                 frame           ms              seq                     ack            win        len        options
                     1        0.000  → SYN       0:1                                    65535      0          wscale 2
                     2       20.000  ← SYN, ACK  0:1                     1              65535      0          wscale 2
                     3       40.000  → ACK       1:6                     1              262140     5
                     4       60.000  ← ACK       1                       6              0          0
                                      proves: the sender's receive buffer is full: its window is zero
                     5      300.000  → ACK       5                       1              4000       0
                                      suggests: a probe of the zero window (RFC 9293, 3.8.6.1)\
                """);
    }

    @Test
    void aCutPayloadStillCounts() {
        handshake();
        client(50, fromClient(1, "GET / HTTP/1.1\r\n\r\n"));
        Frame whole = frames.removeLast();
        frames.add(new Frame(whole.time(), whole.linkType(), whole.octets().slice(0, 48), whole.originalLength()));
        Stream stream = connection().toServer().stream();
        assertThat(stream.length()).isEqualTo(18);
        assertThat(stream.octets().text()).isEqualTo("GET / HT");
        assertThat(connection().toString()).contains("1:19").contains("18 (8)");
    }

    @Test
    void aSegmentWhoseOptionsTheSnapLengthCutIsOneAllTheSame() {
        List<TcpOption> options = List.of(
                new TcpOption.MaximumSegmentSize(1460), new TcpOption.SackPermitted(), new TcpOption.Timestamps(1, 0));
        client(0, TcpSegment.of(49152, 80).seq(ISN).flags(ControlBit.SYN).options(options));
        Frame whole = frames.removeLast();
        frames.add(new Frame(whole.time(), whole.linkType(), whole.octets().slice(0, 54), whole.originalLength()));
        Flow flow = connection().toServer();
        assertThat(flow.initialSequenceNumber()).hasValue(ISN);
        assertThat(flow.offered(TcpOption.MaximumSegmentSize.class)).isPresent();
        assertThat(flow.offered(TcpOption.Timestamps.class)).isEmpty();
        assertThat(flow.stream().length()).isZero();
    }

    @Test
    void theFactsOfAnExchange() {
        handshake();
        client(50, fromClient(1, "GET /a HTTP/1.1\r\n\r\n"));
        server(70, fromServer(20).data(Octets.ofText("HTTP/1.1 204 No Content\r\n\r\n")));
        JsonNode facts =
                JsonMapper.shared().readTree(Capture.ofFrames(frames).facts().json());
        assertThat(facts.get("http")).hasToString("[[\"GET\",\"/a\"],[\"204\",\"\"]]");
        assertThat(facts.get("frames").asInt()).isEqualTo(5);
    }

    /** The same packet behind each kind of link header. */
    @ParameterizedTest
    @CsvSource({
        "101, ''",
        "228, ''",
        "0, 02000000",
        "0, 00000002",
        "108, 00000002",
        "1, 020000000002 020000000001 0800",
        "1, 020000000002 020000000001 8100 0007 0800",
        "113, 0000 0001 0006 0200000000010000 0800",
        "276, 0800 0000 00000002 0001 00 06 0200000000010000"
    })
    void aPacketIsFoundBehindEveryLinkHeader(int linkType, String header) {
        Ipv4Packet packet = Ipv4Packet.of(CLIENT, SERVER).payload(TcpSegment.of(1, 2));
        Octets octets = Octets.ofHex(header).plus(packet.bytes());
        Frame frame = new Frame(Duration.ZERO, new LinkType(linkType), octets, octets.length());
        assertThat(frame.layer()).isEqualTo(packet);
    }
}

package wirebook.tcp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import wirebook.Shared;
import wirebook.bytes.Checksum;
import wirebook.bytes.Octets;
import wirebook.tcp.ControlBit;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.timing.JacobsonKarels;
import wirebook.tcp.timing.RtoEstimator;

/** The numbers that RFCs print: checksums, timeouts, initial windows, SACK blocks. */
class RfcVectorsTest {
    private static final Duration START = Duration.ZERO;

    private final JsonNode vectors = new ObjectMapper()
            .readTree(Shared.file("oracles/rfc/tcp-ip-vectors.json").toFile());

    /** A connection that agreed on SACK; {@code mss} octets fit in a segment, and RCV.NXT is 5000. */
    private static Connection open(int mss) {
        Connection connection = Connection.of(
                Profile.newReno().sack(true).timestamps(false).mss(mss).iss(100), 49_152, 80);
        connection.open(START);
        receive(
                connection,
                TcpSegment.of(80, 49_152)
                        .seq(4_999)
                        .ack(101)
                        .flags(ControlBit.SYN, ControlBit.ACK)
                        .options(new TcpOption.MaximumSegmentSize(mss), new TcpOption.SackPermitted()));
        return connection;
    }

    private static List<Event> receive(Connection connection, TcpSegment segment) {
        connection.receive(segment, EcnCodepoint.NOT_ECT, START);
        return connection.events();
    }

    @Test
    void internetChecksums() {
        for (JsonNode row : vectors.get("internet_checksum")) {
            int checksum = Checksum.of(Octets.ofHex(row.get("bytes").asString()));
            assertThat(checksum).isEqualTo(Integer.parseInt(row.get("checksum").asString(), 16));
        }
    }

    @Test
    void retransmissionTimeouts() {
        for (JsonNode row : vectors.get("rto_rfc6298").get("derived_ms_without_1s_floor")) {
            RtoEstimator estimator = JacobsonKarels.of(
                    Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(60), Duration.ofMillis(1));
            for (JsonNode sample : row.get("samples")) {
                estimator = estimator.sample(Duration.ofMillis(sample.asLong()));
            }
            assertThat(estimator.srtt().toNanos() / 1e6)
                    .isEqualTo(row.get("srtt").asDouble());
            assertThat(estimator.rttvar().toNanos() / 1e6)
                    .isEqualTo(row.get("rttvar").asDouble());
            assertThat(estimator.rto().toNanos() / 1e6).isEqualTo(row.get("rto").asDouble());
        }
    }

    @Test
    void initialWindows() {
        for (JsonNode row : vectors.get("initial_window_rfc6928").get("cases")) {
            assertThat(open(row.get("mss").asInt()).tcb().congestion().cwnd())
                    .isEqualTo(row.get("bytes").asLong());
        }
    }

    @Test
    void sackBlocks() {
        JsonNode example = vectors.get("sack_rfc2018_section4");
        Connection first = open(500);
        example.get("case2_first_dropped").forEach(row -> acknowledges(first, row));
        Connection second = open(500);
        example.get("case3_2nd_4th_6th_8th_dropped").forEach(row -> acknowledges(second, row));
        acknowledges(second, example.get("case3_then_4th_arrives"));
        acknowledges(second, example.get("case3_then_2nd_arrives"));
    }

    /** A segment of 500 octets arrives; the ACK, which may be delayed, is as the row says. */
    private static void acknowledges(Connection receiver, JsonNode row) {
        TcpSegment data = TcpSegment.of(80, 49_152)
                .seq(row.get("trigger").asLong())
                .ack(101)
                .data(Octets.wrap(new byte[500]));
        List<Event> events = new ArrayList<>(receive(receiver, data));
        receiver.tick(START.plusMillis(40));
        events.addAll(receiver.events());
        TcpSegment ack = events.stream()
                .filter(Event.Sent.class::isInstance)
                .map(event -> ((Event.Sent) event).segment())
                .findFirst()
                .orElseThrow();
        List<List<Long>> blocks = ack.option(TcpOption.Sack.class).stream()
                .flatMap(option -> option.blocks().stream())
                .map(block -> List.of(block.left(), block.right()))
                .toList();
        List<List<Long>> expected = new ArrayList<>();
        row.get("sack")
                .forEach(block ->
                        expected.add(List.of(block.get(0).asLong(), block.get(1).asLong())));
        assertThat(ack.ack()).isEqualTo(row.get("ack").asLong());
        assertThat(blocks).isEqualTo(expected);
    }
}

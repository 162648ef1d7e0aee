package wirebook.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import wirebook.tcp.profile.EcnMode;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;

/** One script for each thing that the RFCs ask of an endpoint; its first line says what and where. */
class RfcBehaviourTest {
    private static final Profile CLOCKED = Profile.newReno().windowScale(false);
    private static final Profile PLAIN = CLOCKED.timestamps(false);
    private static final Profile SACK = PLAIN.sack(true);
    private static final Profile RACK = Profile.cubic().windowScale(false).timestamps(false);

    private static final Map<String, Profile> SCRIPTS = Map.ofEntries(
            Map.entry("rfc3042-limited-transmit", PLAIN),
            Map.entry("rfc6675-limited-transmit", SACK),
            Map.entry("rfc6582-partial-ack", PLAIN),
            Map.entry("rfc6937-proportional-rate-reduction", SACK.prr(true).initialWindow(20)),
            Map.entry("rfc3522-needless-retransmission", CLOCKED.sack(true).with(Setting.UNDO, true)),
            Map.entry("rfc8985-reordering-timer", RACK),
            Map.entry("rfc8985-tail-loss-probe", RACK),
            Map.entry("rfc2883-duplicates", SACK.delayedAck(Duration.ZERO)),
            Map.entry("rfc3168-ecn", SACK.ecn(EcnMode.REQUEST)),
            Map.entry("rfc7323-paws", CLOCKED),
            Map.entry("rfc7323-window-scale", PLAIN.windowScale(true)),
            Map.entry("rfc5961-challenge-acks", PLAIN),
            Map.entry("rfc6298-syn-loss", PLAIN),
            Map.entry("rfc6298-karn", PLAIN),
            Map.entry("rfc5681-restart", PLAIN),
            Map.entry("rfc5681-delayed-ack", PLAIN),
            Map.entry("rfc9293-keep-alive", PLAIN),
            Map.entry("rfc9293-zero-window-probe", PLAIN),
            Map.entry("rfc9293-sender-silly-window", PLAIN),
            Map.entry("rfc9293-receiver-silly-window", PLAIN.delayedAck(Duration.ZERO)),
            Map.entry("rfc9293-simultaneous-open", PLAIN),
            Map.entry("rfc9293-simultaneous-close", PLAIN),
            Map.entry("rfc9293-half-close", PLAIN));

    @TestFactory
    Stream<DynamicTest> anEndpointDoesWhatTheRfcSays() {
        return SCRIPTS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> play(row.getKey(), row.getValue())));
    }

    private static void play(String name, Profile profile) throws IOException {
        DrillResult result = Drill.of(script(name)).run(profile, Strictness.STRICT);
        assertThat(result.passed())
                .as(() -> result + "\n" + String.join("\n", result.log()))
                .isTrue();
    }

    private static String script(String name) throws IOException {
        try (InputStream file = RfcBehaviourTest.class.getResourceAsStream(name + ".pkt")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

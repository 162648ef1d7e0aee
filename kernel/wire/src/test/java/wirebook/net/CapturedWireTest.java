package wirebook.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.replay.Flight;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;

/**
 * Connections of Linux hosts that were recorded at both ends, run again over a line that does to each packet what was done then.
 *
 * <p>Compared are the direction, the flags, the numbers relative to the initial ones, and the length. PSH is left out where a
 * response fills several segments: Linux hands them to its driver in pairs and pushes the second of each pair.
 */
class CapturedWireTest {
    private static final Profile LINUX = Profile.cubic()
            .receiveBuffer(64_240)
            .with(Setting.RTO_AFTER_SYN_LOSS, Duration.ZERO)
            .with(Setting.DELAYED_FIN_ACK, true)
            .with(Setting.QUICK_ACKS, 16);
    private static final Profile NODELAY = LINUX.nagle(false);
    private static final Duration THINKING = Duration.ofNanos(300_000);

    /** A segment in the order of sending: {@code > [SA] seq 0 ack 1 len 0}, with the number of its connection. */
    private record Sent(String side, int connection, String flags, long seq, long ack, int length) {
        Sent unpushed() {
            return new Sent(side, connection, flags.replace("P", ""), seq, ack, length);
        }
    }

    @Test
    void t01AHandshakeAndAPage() throws IOException {
        same("t01_handshake_rtt", page(78, 270), pages(78, 270));
    }

    @Test
    void t09TheFirstSynIsLost() throws IOException {
        same("t09_syn_loss", page(78, 270), pages(78, 270));
    }

    @Test
    void t12TheRequestIsLostFourTimes() throws IOException {
        same("t12_rto_backoff", page(78, 270), pages(78, 270));
    }

    @Test
    void t16NagleHoldsTheSecondWriteUntilTheDelayedAckOfTheFirst() throws IOException {
        UnaryOperator<Calls> client = calls -> {
            Calls all = calls.open();
            for (int i = 0; i < 4; i++) {
                all = all.send(octets(5)).send(octets(2)).receive(3).pause(THINKING);
            }
            return all.close().receiveAll();
        };
        UnaryOperator<Calls> server = calls -> {
            Calls all = calls;
            for (int i = 0; i < 4; i++) {
                all = all.receive(7).pause(THINKING).send(octets(3));
            }
            return all.receiveAll().close();
        };
        same("t16_nagle_delayed_ack", client, server);
    }

    @Test
    void t22BothEndsCloseAtOnceAndEachSendsTheSameInTheSameOrder() throws IOException {
        List<String> lines = lines("t22_simultaneous_close");
        Run run = run(
                lines,
                calls -> calls.open()
                        .send(octets(2))
                        .pause(Duration.ofNanos(978_847_000))
                        .close()
                        .receiveAll(),
                calls -> calls.pause(Duration.ofNanos(958_948_000)).close().receiveAll(),
                LINUX);
        // The two last ACKs left 59 microseconds apart, at two hosts: their order is the hosts' own business.
        for (String side : List.of(">", "<")) {
            assertThat(sent(run))
                    .filteredOn(segment -> segment.side().equals(side))
                    .containsExactlyElementsOf(recorded(lines).stream()
                            .filter(segment -> segment.side().equals(side))
                            .toList());
        }
    }

    @Test
    void t30SixPagesOneConnectionEach() throws IOException {
        UnaryOperator<Calls> sixTimes = calls -> {
            Calls all = calls;
            for (int i = 0; i < 6; i++) {
                all = all.open().send(octets(69)).receive(8420).pause(THINKING).close();
            }
            return all;
        };
        sameButForPushes(
                "t30_serial",
                sixTimes,
                calls -> calls.receive(69)
                        .pause(THINKING)
                        .send(octets(8420))
                        .close()
                        .receiveAll());
    }

    @Test
    void t32SixPagesOnOneConnection() throws IOException {
        UnaryOperator<Calls> client = calls -> {
            Calls all = calls.open();
            for (int i = 0; i < 5; i++) {
                all = all.send(octets(50)).receive(8425);
            }
            return all.send(octets(69)).receiveAll().close();
        };
        UnaryOperator<Calls> server = calls -> {
            Calls all = calls;
            for (int i = 0; i < 5; i++) {
                all = all.receive(50).pause(THINKING).send(octets(8425));
            }
            return all.receive(69)
                    .pause(THINKING)
                    .send(octets(8420))
                    .pause(THINKING)
                    .close()
                    .receiveAll();
        };
        sameButForPushes("t32_persistent", client, server);
    }

    @Test
    void t03AlmostAsManySegmentsWhereOneIsLost() throws IOException {
        about("t03_loss1_sack", page(79, 30_969), pages(79, 30_969), true);
    }

    @Test
    void t05AlmostAsManySegmentsWhereThreeAreLostWithoutSack() throws IOException {
        about("t05_loss3_nosack", page(80, 102_651), pages(80, 102_651), false);
    }

    private static UnaryOperator<Calls> page(int request, int response) {
        return calls -> calls.open()
                .send(octets(request))
                .receive(response)
                .pause(THINKING)
                .close();
    }

    private static UnaryOperator<Calls> pages(int request, int response) {
        return calls -> calls.receive(request)
                .pause(THINKING)
                .send(octets(response))
                .receiveAll()
                .close();
    }

    private static void same(String name, UnaryOperator<Calls> client, UnaryOperator<Calls> server) throws IOException {
        List<String> lines = lines(name);
        assertThat(sent(run(lines, client, server, LINUX))).containsExactlyElementsOf(recorded(lines));
    }

    private static void sameButForPushes(String name, UnaryOperator<Calls> client, UnaryOperator<Calls> server)
            throws IOException {
        List<String> lines = lines(name);
        assertThat(sent(run(lines, client, server, NODELAY)).stream().map(Sent::unpushed))
                .containsExactlyElementsOf(
                        recorded(lines).stream().map(Sent::unpushed).toList());
    }

    private static void about(String name, UnaryOperator<Calls> client, UnaryOperator<Calls> server, boolean sack)
            throws IOException {
        List<String> lines = lines(name);
        List<Sent> sent = sent(run(lines, client, server, NODELAY.sack(sack)));
        for (String side : List.of(">", "<")) {
            assertThat(count(sent, side)).as(side).isCloseTo(count(recorded(lines), side), withinPercentage(20));
        }
    }

    private static long count(List<Sent> sent, String side) {
        return sent.stream().filter(segment -> segment.side().equals(side)).count();
    }

    private static Run run(List<String> lines, UnaryOperator<Calls> client, UnaryOperator<Calls> server, Profile tcp) {
        return Client.of("10.0.0.1")
                .tcp(tcp)
                .over(Link.script(script(lines)))
                .to(Server.of("10.0.0.2", 80).tcp(tcp).does(server))
                .calls(client)
                .run();
    }

    private static Octets octets(int length) {
        return Octets.wrap(new byte[length]);
    }

    /** The recorded packets, a line each: time, direction, number, length, fate, delay, note, segment. */
    private static List<String> lines(String name) throws IOException {
        Path file = shared().resolve("captures").resolve(name + ".link.tsv");
        assumeTrue(Files.exists(file), "the recordings are not there: " + file);
        return Files.readAllLines(file).stream().skip(1).toList();
    }

    private static Path shared() {
        return Optional.ofNullable(System.getenv("WIREBOOK_SHARED"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("project.root", "../.."))
                        .resolve("../shared")
                        .normalize());
    }

    private static Script script(List<String> lines) {
        return new Script(lines.stream()
                .map(line -> line.split("\t", -1))
                .map(row -> new Script.PacketFate(
                        row[1].equals(">") ? Side.CLIENT : Side.SERVER,
                        row[4].equals("pass"),
                        Duration.ofNanos(Math.round(Double.parseDouble(row[5]) * 1e6)),
                        row[6]))
                .toList());
    }

    private static List<Sent> recorded(List<String> lines) {
        Map<String, Long> initial = new HashMap<>();
        List<String> connections = new ArrayList<>();
        List<Sent> all = new ArrayList<>();
        for (String line : lines) {
            String[] row = line.split("\t", -1);
            String[] words = row[7].split("[ =]"); // 50818>80 [S] seq 3642418760 ack 0 win 64240 len 0
            String[] ports = words[0].split(">");
            String client = row[1].equals(">") ? ports[0] : ports[1];
            if (!connections.contains(client)) {
                connections.add(client);
            }
            long seq = Long.parseLong(words[3]);
            long ack = Long.parseLong(words[5]);

            if (words[1].contains("S")) {
                initial.put(words[0], seq);
            }
            long other = initial.getOrDefault(ports[1] + ">" + ports[0], 0L);
            all.add(new Sent(
                    row[1],
                    connections.indexOf(client),
                    words[1].replaceAll("[\\[\\]]", ""),
                    SequenceNumber.plus(seq, -initial.getOrDefault(words[0], 0L)),
                    words[1].contains("A") ? SequenceNumber.plus(ack, -other) : 0,
                    Integer.parseInt(words[9])));
        }
        return all;
    }

    private static List<Sent> sent(Run run) {
        Map<String, Long> initial = new HashMap<>();
        List<Integer> connections = new ArrayList<>();
        List<Sent> all = new ArrayList<>();
        for (Flight flight : run.trace().flights()) {
            TcpSegment segment = (TcpSegment) flight.packet().payload();
            boolean fromClient = flight.from() == 0;
            int client = fromClient ? segment.sourcePort() : segment.destinationPort();
            if (!connections.contains(client)) {
                connections.add(client);
            }
            String flags = segment.controlBits().letters().replace('.', 'A');
            if (flags.contains("S")) {
                initial.put(client + (fromClient ? ">" : "<"), segment.seq());
            }
            long own = initial.getOrDefault(client + (fromClient ? ">" : "<"), 0L);
            long other = initial.getOrDefault(client + (fromClient ? "<" : ">"), 0L);
            all.add(new Sent(
                    fromClient ? ">" : "<",
                    connections.indexOf(client),
                    flags,
                    SequenceNumber.plus(segment.seq(), -own),
                    flags.contains("A") ? SequenceNumber.plus(segment.ack(), -other) : 0,
                    segment.data().length()));
        }
        return all;
    }
}

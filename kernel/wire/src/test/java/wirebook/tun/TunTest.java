package wirebook.tun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wirebook.bytes.Octets;
import wirebook.http.HttpResponse;
import wirebook.ip.IpAddress;
import wirebook.net.Client;
import wirebook.net.Link;
import wirebook.net.Run;
import wirebook.net.Selector;
import wirebook.net.Server;
import wirebook.net.Visit;
import wirebook.tcp.profile.EcnMode;
import wirebook.tcp.profile.Profile;

/**
 * Our TCP and the one of Linux, with nginx and curl, over a wire that loses, reorders, duplicates and corrupts: what arrives
 * has the SHA-256 of what was sent. {@code -Dtun=5} has five rounds with seeds of their own instead of one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TunTest {
    private static final int ROUNDS = Integer.getInteger("tun", 1);
    private static final Set<String> OBJECTIONS = Set.of(
            "Ip:InHdrErrors",
            "Tcp:InErrs",
            "Tcp:InCsumErrors",
            "Tcp:OutRsts",
            "TcpExt:PAWSEstab",
            "TcpExt:TCPChallengeACK",
            "TcpExt:TCPSYNChallenge",
            "TcpExt:TCPSACKReneging",
            "TcpExt:TCPSACKDiscard",
            "TcpExt:TCPAbortOnData",
            "TcpExt:TCPRcvCollapsed",
            "TcpExt:TCPZeroWindowDrop");
    private static final List<Integer> SIZES = List.of(0, 1, 100_000, 2_000_000);

    /** The addresses of the two ends. */
    private record Ends(String ours, String linux) {
        static final Ends V4 = new Ends("192.0.2.2", "192.0.2.1");
        static final Ends V6 = new Ends("2001:db8::2", "2001:db8::1");
    }

    /** One way to do it. */
    private record Case(Profile tcp, Ends ends, Link wire, int number) {
        /** Ports of its own: a segment of an old case is none of a new one. */
        Client client() {
            int first = 50_000 + 100 * number;
            return Client.of(ends.ours()).ports(first, first + 99).tcp(tcp).over(wire);
        }

        @Override
        public String toString() {
            return tcp + " from " + ends.ours() + " over " + wire;
        }
    }

    private Path folder;
    private Namespace namespace;
    private Tun tun;

    @BeforeAll
    void set(@TempDir Path temporary) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: TUN devices are Linux's");
        assumeTrue(System.getProperty("user.name").equals("root"), "skipped: root alone makes networks");
        assumeTrue(Files.exists(Path.of("/dev/net/tun")), "skipped: there is no /dev/net/tun");
        for (String program : List.of("ip", "nginx", "curl")) {
            assumeTrue(isHere(program), "skipped: " + program + " is not installed");
        }
        folder = temporary;
        tun = new Tun();
        namespace = new Namespace();
        namespace.take(tun.name(), Ends.V4.linux() + "/24", Ends.V6.linux() + "/64");
        Path pages = Files.createDirectory(folder.resolve("pages"));
        for (int size : SIZES) {
            Files.write(pages.resolve(name(size)), content(size).toArray());
        }
        Nginx.start(namespace, folder, Ends.V4.linux(), Ends.V6.linux());
    }

    private static boolean isHere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    @AfterAll
    void clear() throws IOException {
        if (namespace != null) {
            namespace.close();
        }
        if (tun != null) {
            tun.close();
        }
    }

    private static String name(int size) {
        return size + ".bin";
    }

    private static Octets content(int size) {
        byte[] octets = new byte[size];
        new SplittableRandom(size).nextBytes(octets);
        return Octets.wrap(octets);
    }

    static Stream<Case> cases() {
        List<Profile> profiles = List.of(
                Profile.newReno(),
                Profile.newReno().sack(true),
                Profile.cubic().sack(false),
                Profile.cubic().receiveBuffer(1 << 20).ecn(EcnMode.REQUEST));
        return IntStream.range(0, ROUNDS * profiles.size()).mapToObj(number -> {
            long seed = 1 + number;
            Profile tcp = profiles.get(number % profiles.size()).nagle(false).seed(seed);
            return new Case(tcp, number % 2 == 0 ? Ends.V4 : Ends.V6, bad(seed), number);
        });
    }

    private static Link good() {
        return Link.of().delay(Duration.ofMillis(1));
    }

    private static Link bad(long seed) {
        return good().loss(0.01)
                .corrupt(Selector.chance(0.01))
                .duplicate(Selector.chance(0.02))
                .reorder(Selector.chance(0.02), 3)
                .hold(Selector.chance(0.01), Duration.ofMillis(8))
                .seed(seed);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pagesOfNginxArriveWholeOnConnectionsOfTheirOwn(Case the) throws IOException {
        Visit visit = visit(the).serial(targets());
        List<Octets> answers = run(visit, the, SIZES.size()).outcomes().stream()
                .map(Run.Outcome::opener)
                .toList();
        assertThat(answers).hasSameSizeAs(SIZES);
        for (int i = 0; i < SIZES.size(); i++) {
            same(HttpResponse.decode(answers.get(i)).content(), SIZES.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void curlGetsOurPagesWholeOnOneConnection(Case the) throws IOException {
        Server server = Server.of(the.ends().ours(), 80).tcp(the.tcp());
        for (int size : SIZES) {
            HttpResponse whole = HttpResponse.of(200).body(content(size));
            server = server.page("/" + name(size), size == 100_000 ? whole.chunked(1_000) : whole);
        }
        List<String> command = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--globoff"));
        for (int size : SIZES) {
            command.addAll(List.of(
                    "--output", folder.resolve(the.number() + "-" + name(size)).toString()));
            command.add("http://" + server.authority() + "/" + name(size));
        }
        Process curl = namespace.start(command.toArray(String[]::new));
        run(Client.of(the.ends().linux()).over(the.wire()).to(server), the, 1);
        assertThat(curl.onExit().join().exitValue()).isZero();
        for (int size : SIZES) {
            same(Octets.wrap(Files.readAllBytes(folder.resolve(the.number() + "-" + name(size)))), size);
        }
    }

    @Test
    void linuxObjectsToNothingThatWeSendOverAGoodWire() throws IOException {
        Case the = new Case(Profile.cubic(), Ends.V4, good(), 99);
        Map<String, Long> before = objections();
        run(visit(the).persistent(targets()), the, 1);
        assertThat(objections()).isEqualTo(before);
    }

    /** How often Linux found a segment wrong: by its checksum, its numbers, its timestamp, or since it reset a connection. */
    private Map<String, Long> objections() throws IOException {
        Map<String, Long> all = new TreeMap<>();
        String[] lines =
                namespace.told("cat", "/proc/net/snmp", "/proc/net/netstat").split("\n", -1);
        for (int i = 0; i + 1 < lines.length; i += 2) {
            String[] names = lines[i].split(" ", -1);
            String[] counts = lines[i + 1].split(" ", -1);
            for (int k = 1; k < names.length; k++) {
                all.put(names[0] + names[k], Long.parseLong(counts[k]));
            }
        }
        all.keySet().retainAll(OBJECTIONS);
        assertThat(all.keySet()).isEqualTo(OBJECTIONS);
        return all;
    }

    private static Visit visit(Case the) {
        return the.client().to(Server.of(the.ends().linux(), 80));
    }

    private static List<String> targets() {
        return SIZES.stream().map(size -> "/" + name(size)).toList();
    }

    private Run run(Visit visit, Case the, int connections) throws IOException {
        return RealTime.run(tun, visit, IpAddress.of(the.ends().linux()), connections);
    }

    private static void same(Octets arrived, int size) {
        assertThat(arrived.length()).isEqualTo(size);
        assertThat(sha256(arrived)).isEqualTo(sha256(content(size)));
    }

    private static String sha256(Octets octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets.toArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every Java platform has it
        }
    }
}

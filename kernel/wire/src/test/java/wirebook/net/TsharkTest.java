package wirebook.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wirebook.bytes.Octets;
import wirebook.ethernet.EthernetFrame;
import wirebook.ethernet.MacAddress;
import wirebook.ethernet.VlanTag;
import wirebook.http.HttpResponse;
import wirebook.ip.IcmpMessage;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.ip.Ipv6Address;
import wirebook.ip.Ipv6Packet;
import wirebook.ip.UdpDatagram;
import wirebook.pcap.Capture;
import wirebook.pcap.Frame;
import wirebook.pcap.LinkType;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.EcnMode;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;

/** Wireshark reads what we write as it is meant: nothing malformed, no checksum wrong, and each field as we have it. */
class TsharkTest {
    private static final Ipv4Packet FOUR = Ipv4Packet.of(Ipv4Address.of("192.0.2.1"), Ipv4Address.of("192.0.2.2"));
    private static final Ipv6Packet SIX = Ipv6Packet.of(Ipv6Address.of("2001:db8::1"), Ipv6Address.of("2001:db8::2"));
    private static final Octets MUCH = Octets.ofText("drill ".repeat(500));
    private static final List<String> FAULTS = List.of(
            "ip.checksum.status",
            "tcp.checksum.status",
            "udp.checksum.status",
            "icmp.checksum.status",
            "icmpv6.checksum.status");
    private static final List<String> FIELDS = List.of(
            "tcp.srcport",
            "tcp.dstport",
            "tcp.seq_raw",
            "tcp.ack_raw",
            "tcp.flags",
            "tcp.window_size_value",
            "tcp.len");

    @TempDir
    private Path folder;

    @BeforeAll
    static void tshark() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "tshark"))),
                "skipped: tshark is not installed");
    }

    private static Visit visit(Profile tcp, boolean v6, Link link) {
        Server site = Server.of(v6 ? "2001:db8::7" : "198.51.100.7", 80)
                .tcp(tcp)
                .page("/a", MUCH.text())
                .page("/b", HttpResponse.of(200).body(MUCH).chunked(700).trailer("Digest", "none"))
                .page("/c", HttpResponse.of(204));
        return Client.of(v6 ? "2001:db8::10" : "192.0.2.10")
                .tcp(tcp)
                .over(link)
                .to(site)
                .pipelined(List.of("/a", "/b", "/c", "/d"));
    }

    private static Link bad(long seed) {
        return Link.of()
                .loss(0.1)
                .duplicate(Selector.chance(0.1))
                .reorder(Selector.chance(0.1), 2)
                .seed(seed);
    }

    private static Capture runs(Visit visit) {
        return visit.run().capture();
    }

    static Stream<Named<Capture>> captures() {
        Profile cubic = Profile.cubic();
        Server site = Server.of("198.51.100.7", 80).page("/a", "<p>");
        Client client = Client.of("192.0.2.10");
        Link narrow = Link.of().mtu(600);
        Visit plain = visit(cubic, false, Link.of());
        return Stream.of(
                Named.of("SACK and timestamps, IPv4", runs(visit(cubic, false, bad(1)))),
                Named.of("SACK without timestamps, IPv6", runs(visit(cubic.timestamps(false), true, bad(2)))),
                Named.of("ECN, IPv6", runs(visit(cubic.ecn(EcnMode.REQUEST), true, bad(3)))),
                Named.of("no options", runs(visit(Profile.newReno().with(Setting.OPTIONS, false), false, bad(4)))),
                Named.of("odd lengths", runs(visit(cubic.mss(101), false, bad(5)))),
                Named.of("a small window", runs(visit(cubic.receiveBuffer(333), true, Link.of()))),
                Named.of("a closed port", runs(client.to(site.closed()).serial(List.of("/a")))),
                Named.of("an abort", runs(client.to(site).open().send("GET").abort())),
                Named.of(
                        "a proxy",
                        runs(client.to(Server.proxy("203.0.113.5", 80).to(site)).serial(List.of("/a")))),
                Named.of("path MTU, IPv4", runs(narrowed(plain, Router.of("203.0.113.1"), narrow))),
                Named.of("packets by hand", Capture.of(packets())),
                Named.of("each link type", Capture.ofFrames(links())));
    }

    private static Visit narrowed(Visit visit, Router router, Link narrow) {
        return new Visit(visit.client().over(Link.of()).via(router, narrow), visit.server(), visit.task());
    }

    private static List<IpPacket> packets() {
        List<IpPacket> all = new ArrayList<>();
        for (IpPacket empty : List.<IpPacket>of(FOUR, SIX)) {
            boolean v6 = empty instanceof Ipv6Packet;
            IpPacket datagram = UdpDatagram.of(4000, 4001).data(MUCH).over(empty);
            IpPacket small =
                    UdpDatagram.of(4000, 4001).data(Octets.ofText("odd")).over(empty);
            IcmpMessage echo = v6 ? IcmpMessage.echo6(1, 2, MUCH) : IcmpMessage.echo(1, 2, MUCH);
            all.addAll(List.of(small, UdpDatagram.of(1, 2).over(empty)));
            all.addAll(List.of(echo.over(empty), echo.reply().over(empty)));
            all.addAll(List.of(
                    IcmpMessage.portUnreachable(small).over(empty),
                    IcmpMessage.timeExceeded(datagram).over(empty),
                    IcmpMessage.tooBig(1280, datagram).over(empty)));
            all.addAll((v6 ? datagram : ((Ipv4Packet) datagram).dontFragment(false)).fragment(1_280));
        }
        all.add(FOUR.options(Octets.ofHex("94040000"))
                .payload(TcpSegment.of(4000, 4001).data(MUCH)));
        return all;
    }

    private static List<Frame> links() {
        IpPacket four = FOUR.payload(TcpSegment.of(4000, 4001).data(Octets.ofText("odd")));
        IpPacket six = SIX.payload(TcpSegment.of(4000, 4001).data(Octets.ofText("odd")));
        EthernetFrame ethernet =
                EthernetFrame.of(MacAddress.of("02:00:00:00:00:01"), MacAddress.of("02:00:00:00:00:02"));
        return List.of(
                frame(LinkType.RAW, "", six),
                frame(LinkType.IPV4, "", four),
                frame(LinkType.IPV6, "", six),
                frame(LinkType.NULL, "02000000", four),
                frame(LinkType.LOOP, "00000002", four),
                frame(LinkType.LINUX_SLL, "0000 0001 0006 020000000001 0000 86dd", six),
                frame(LinkType.LINUX_SLL2, "0800 0000 00000002 0001 00 06 020000000001 0000", four),
                frame(ethernet.payload(four).padded()),
                frame(ethernet.payload(six).tags(VlanTag.of(7))));
    }

    private static Frame frame(LinkType type, String header, IpPacket packet) {
        Octets octets = Octets.ofHex(header).plus(packet.bytes());
        return new Frame(Duration.ofNanos(1), type, octets, octets.length());
    }

    private static Frame frame(EthernetFrame frame) {
        return new Frame(
                Duration.ofNanos(1),
                LinkType.ETHERNET,
                frame.bytes(),
                frame.bytes().length());
    }

    @ParameterizedTest
    @MethodSource("captures")
    void tsharkFindsNothingMalformedAndNoChecksumWrong(Capture capture) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>(FAULTS);
        fields.addAll(List.of("_ws.malformed", "_ws.expert.severity"));
        List<String[]> rows = read(saved(capture), fields);
        assertThat(rows).hasSameSizeAs(capture.frames());
        for (String[] row : rows) {
            for (int i = 0; i < FAULTS.size(); i++) {
                // The packet that an ICMP error quotes may be cut: its checksum is then unverified, which is 2.
                assertThat(row[i].split(",", -1)).as(fields.get(i)).doesNotContain("0");
            }
            assertThat(row[FAULTS.size()]).as("malformed").isEmpty();
            assertThat(row[FAULTS.size() + 1].split(",", -1)).as("errors").doesNotContain("8388608");
        }
        assertThat(rows).anySatisfy(row -> assertThat(String.join("", row)).contains("1"));
    }

    @ParameterizedTest
    @MethodSource("captures")
    void tsharkReadsEachSegmentAsWeDo(Capture capture) throws IOException, InterruptedException {
        List<String> ours = capture.connections().stream()
                .flatMap(connection -> connection.segments().stream())
                .sorted((one, other) -> Integer.compare(one.frame(), other.frame()))
                .map(seen -> {
                    TcpSegment segment = seen.segment();
                    return String.join(
                            " ",
                            segment.sourcePort() + "",
                            segment.destinationPort() + "",
                            segment.seq() + "",
                            segment.ack() + "",
                            String.format("0x%04x", segment.controlBits().octet()),
                            segment.win() + "",
                            seen.length() + "");
                })
                .toList();
        List<String> fields = new ArrayList<>(FIELDS);
        fields.addAll(List.of("icmp.type", "icmpv6.type"));
        List<String> theirs = read(saved(capture).getFirst(), fields).stream()
                .filter(row -> !row[0].isEmpty() && row[FIELDS.size()].isEmpty() && row[FIELDS.size() + 1].isEmpty())
                .map(row -> String.join(" ", Arrays.asList(row).subList(0, FIELDS.size())))
                .toList();
        assertThat(theirs).containsExactlyElementsOf(ours);
    }

    /** In either format, where a pcap file can hold it. */
    private List<Path> saved(Capture capture) throws IOException {
        Path next = folder.resolve("capture.pcapng");
        Path old = folder.resolve("capture.pcap");
        capture.save(next);
        if (capture.frames().stream().map(Frame::linkType).distinct().count() > 1) {
            return List.of(next);
        }
        capture.save(old);
        return List.of(next, old);
    }

    private static List<String[]> read(List<Path> files, List<String> fields) throws IOException, InterruptedException {
        List<String[]> first = read(files.getFirst(), fields);
        for (Path other : files.subList(1, files.size())) {
            assertThat(read(other, fields)).usingRecursiveComparison().isEqualTo(first);
        }
        return first;
    }

    /** A row for each frame, with what tshark says of these fields. */
    private static List<String[]> read(Path file, List<String> fields) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-T", "fields"));
        for (String layer : List.of("ip", "tcp", "udp")) {
            command.addAll(List.of("-o", layer + ".check_checksum:TRUE"));
        }
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        Process tshark = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tshark.waitFor()).isZero();
        return told.lines().map(line -> line.split("\t", -1)).toList();
    }
}

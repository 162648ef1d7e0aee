package wirebook.bench;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV4Rfc1349Tos;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.packet.namednumber.TcpPort;
import wirebook.bytes.Checksum;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.pcap.Capture;
import wirebook.pcap.Frame;
import wirebook.pcap.Pcap;
import wirebook.tcp.ControlBit;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.TcpSegment;

/** How many packets of IPv4, TCP and 1,460 octets with both checksums one thread builds and reads, beside pcap4j. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PacketBench {
    private static final int FRAMES = 1000;

    private final byte[] data = data();
    private final Octets octets = Octets.wrap(data);
    private final Ipv4Address source = Ipv4Address.of("192.0.2.10");
    private final Ipv4Address destination = Ipv4Address.of("198.51.100.7");
    private final Inet4Address theirSource = inet("192.0.2.10");
    private final Inet4Address theirDestination = inet("198.51.100.7");
    private final Octets packet = packet(1).bytes();
    private final byte[] packetArray = packet.toArray();
    private final Octets file = Pcap.of(Collections.nCopies(FRAMES, Frame.of(Duration.ZERO, packet(1))))
            .encode();
    private int number;

    private static byte[] data() {
        byte[] data = new byte[1460];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i * 31 + 7);
        }
        return data;
    }

    private static Inet4Address inet(String text) {
        try {
            return (Inet4Address) InetAddress.getByName(text);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private IpPacket packet(int seq) {
        TcpSegment segment =
                TcpSegment.of(49152, 80).seq(seq).ack(1).flags(ControlBit.ACK).data(octets);
        return Ipv4Packet.of(source, destination).payload(segment);
    }

    /** Ours: a new packet of new sequence numbers, in octets. */
    @Benchmark
    public Octets build() {
        return packet(number++ & 0xffff).bytes();
    }

    /** Theirs: the same. */
    @Benchmark
    public byte[] buildPcap4j() {
        TcpPacket.Builder tcp = new TcpPacket.Builder()
                .srcAddr(theirSource)
                .dstAddr(theirDestination)
                .srcPort(TcpPort.getInstance((short) 49152))
                .dstPort(TcpPort.HTTP)
                .sequenceNumber(number++ & 0xffff)
                .acknowledgmentNumber(1)
                .ack(true)
                .window((short) 65535)
                .payloadBuilder(new UnknownPacket.Builder().rawData(data))
                .correctChecksumAtBuild(true)
                .correctLengthAtBuild(true);
        return new IpV4Packet.Builder()
                .version(IpVersion.IPV4)
                .tos(IpV4Rfc1349Tos.newInstance((byte) 0))
                .ttl((byte) 64)
                .protocol(IpNumber.TCP)
                .srcAddr(theirSource)
                .dstAddr(theirDestination)
                .dontFragmentFlag(true)
                .payloadBuilder(tcp)
                .correctChecksumAtBuild(true)
                .correctLengthAtBuild(true)
                .build()
                .getRawData();
    }

    /** Ours: octets to a packet whose checksums are verified. */
    @Benchmark
    public boolean decode() {
        return PacketDecoder.decode(packet).intact();
    }

    /** Theirs: the same. */
    @Benchmark
    public boolean decodePcap4j() throws IllegalRawDataException {
        IpV4Packet ip = IpV4Packet.newPacket(packetArray, 0, packetArray.length);
        boolean header = ip.getHeader().hasValidChecksum(false);
        return header && ip.get(TcpPacket.class).hasValidChecksum(theirSource, theirDestination, false);
    }

    /** The Internet checksum of 1,460 octets. */
    @Benchmark
    public int checksum() {
        return Checksum.of(octets);
    }

    /** From the octets of a pcap file to verified packets. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int capture() {
        int intact = 0;
        for (Frame frame : Capture.decode(file).frames()) {
            if (frame.layer() instanceof IpPacket read && read.intact()) {
                intact++;
            }
        }
        return intact;
    }

    /** Runs them all and prints the table. */
    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(PacketBench.class.getName() + (arguments.length > 0 ? "." + arguments[0] : ""))
                .verbosity(VerboseMode.SILENT)
                .build();
        Map<String, Double> rates = new TreeMap<>();
        for (RunResult result : new Runner(options).run()) {
            rates.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
        line("what, on one thread", "ours", "pcap4j", "ratio");
        compare("build and encode, packets a second", rates, "build");
        compare("decode and verify, packets a second", rates, "decode");
        compare("pcap to verified packets, a second", rates, "capture");
        line("checksum of 1,460 octets, GB/s", number(rates.getOrDefault("checksum", 0.0) * 1460 / 1e9), "", "");
    }

    private static void compare(String what, Map<String, Double> rates, String name) {
        double ours = rates.getOrDefault(name, 0.0);
        double theirs = rates.getOrDefault(name + "Pcap4j", 0.0);
        boolean known = theirs > 0;
        line(
                what,
                number(ours / 1e6) + " M",
                known ? number(theirs / 1e6) + " M" : "",
                known ? number(ours / theirs) : "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void line(String what, String ours, String theirs, String ratio) {
        System.out.println(String.format(Locale.ROOT, "%-40s %10s %10s %8s", what, ours, theirs, ratio));
    }
}

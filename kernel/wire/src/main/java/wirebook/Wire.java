package wirebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.drill.Drill;
import wirebook.ethernet.EthernetFrame;
import wirebook.ethernet.MacAddress;
import wirebook.field.Layer;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.http.Method;
import wirebook.ip.Fragments;
import wirebook.ip.IcmpMessage;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.ip.Ipv6Address;
import wirebook.ip.Ipv6Packet;
import wirebook.ip.UdpDatagram;
import wirebook.net.Client;
import wirebook.net.Comparison;
import wirebook.net.Delivery;
import wirebook.net.Fault;
import wirebook.net.Link;
import wirebook.net.Rate;
import wirebook.net.Router;
import wirebook.net.Run;
import wirebook.net.Selector;
import wirebook.net.Server;
import wirebook.net.Visit;
import wirebook.pcap.Capture;
import wirebook.replay.Replay;
import wirebook.tcp.ControlBit;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.Tcp;
import wirebook.tcp.TcpOption;
import wirebook.tcp.profile.Profile;
import wirebook.view.StateDiagram;

/** The vocabulary of the cells: what can be built, wrapped, delivered and opened. */
public final class Wire {
    /** Synchronize sequence numbers: the first segment each way. */
    public static final ControlBit SYN = ControlBit.SYN;

    /** The Acknowledgment Number means something. */
    public static final ControlBit ACK = ControlBit.ACK;

    /** No more data from the sender. */
    public static final ControlBit FIN = ControlBit.FIN;

    /** Reset the connection. */
    public static final ControlBit RST = ControlBit.RST;

    /** Push: hand the data to the application now. */
    public static final ControlBit PSH = ControlBit.PSH;

    /** The Urgent Pointer means something. */
    public static final ControlBit URG = ControlBit.URG;

    /** ECN-Echo (RFC 3168). */
    public static final ControlBit ECE = ControlBit.ECE;

    /** Congestion Window Reduced (RFC 3168). */
    public static final ControlBit CWR = ControlBit.CWR;

    /** How far into a message the first line is looked for, in octets. */
    private static final int START_LINE = 8_192;

    /** What no IP header begins with: a method, a target and the name of HTTP. */
    private static final Pattern REQUEST_LINE = Pattern.compile("[A-Za-z]+ [^\\r\\n]* HTTP/");

    private Wire() {}

    /** A request that asks for the content of a target (RFC 9110, 9.3.1). */
    public static HttpRequest GET(String target) {
        return HttpRequest.of(Method.GET, target);
    }

    /** A request that asks for the header section that GET would get (RFC 9110, 9.3.2). */
    public static HttpRequest HEAD(String target) {
        return HttpRequest.of(Method.HEAD, target);
    }

    /** A request that hands content to a target (RFC 9110, 9.3.3). */
    public static HttpRequest POST(String target) {
        return HttpRequest.of(Method.POST, target);
    }

    /** A request that replaces the content of a target (RFC 9110, 9.3.4). */
    public static HttpRequest PUT(String target) {
        return HttpRequest.of(Method.PUT, target);
    }

    /** A request that removes a target (RFC 9110, 9.3.5). */
    public static HttpRequest DELETE(String target) {
        return HttpRequest.of(Method.DELETE, target);
    }

    /** A request that asks what a target can do (RFC 9110, 9.3.7). */
    public static HttpRequest OPTIONS(String target) {
        return HttpRequest.of(Method.OPTIONS, target);
    }

    /**
     * A response with the usual reason phrase.
     *
     * @param status the status code, three digits (RFC 9110, 15)
     */
    public static HttpResponse response(int status) {
        return HttpResponse.of(status);
    }

    /**
     * TCP from one port to another: what {@code over} cuts a message with.
     *
     * @param sourcePort 0 to 65,535
     * @param destinationPort 0 to 65,535
     */
    public static Tcp tcp(int sourcePort, int destinationPort) {
        return Tcp.of(sourcePort, destinationPort);
    }

    /**
     * An IPv4 packet that carries nothing yet: what {@code over} wraps segments in.
     *
     * @param source the source address in dotted decimal
     * @param destination the destination address in dotted decimal
     */
    public static Ipv4Packet ipv4(String source, String destination) {
        return Ipv4Packet.of(Ipv4Address.of(source), Ipv4Address.of(destination));
    }

    /**
     * An IPv6 packet that carries nothing yet: what {@code over} wraps segments in.
     *
     * @param source the source address, such as {@code 2001:db8::1}
     * @param destination the destination address
     */
    public static Ipv6Packet ipv6(String source, String destination) {
        return Ipv6Packet.of(Ipv6Address.of(source), Ipv6Address.of(destination));
    }

    /**
     * UDP from one port to another: what {@code over} puts in front of a message, whole (RFC 768).
     *
     * @param sourcePort 0 to 65,535
     * @param destinationPort 0 to 65,535
     */
    public static UdpDatagram udp(int sourcePort, int destinationPort) {
        return UdpDatagram.of(sourcePort, destinationPort);
    }

    /**
     * An Ethernet frame that carries nothing yet: {@code packet.over(ethernet(…))} puts a packet in it.
     *
     * @param source the hardware address that sends it, such as {@code 02:00:5e:10:00:01}
     * @param destination the hardware address that it is for
     */
    public static EthernetFrame ethernet(String source, String destination) {
        return EthernetFrame.of(MacAddress.of(source), MacAddress.of(destination));
    }

    /**
     * The question that ping asks, Echo (RFC 792).
     *
     * @param identifier 0 to 65,535
     * @param sequenceNumber 0 to 65,535
     */
    public static IcmpMessage icmpEcho(int identifier, int sequenceNumber) {
        return IcmpMessage.echo(identifier, sequenceNumber, Octets.EMPTY);
    }

    /**
     * Echo of ICMPv6: what ping asks over IPv6 (RFC 4443, 4.1).
     *
     * @param identifier 0 to 65,535
     * @param sequenceNumber 0 to 65,535
     */
    public static IcmpMessage icmpv6Echo(int identifier, int sequenceNumber) {
        return IcmpMessage.echo6(identifier, sequenceNumber, Octets.EMPTY);
    }

    /** What the router says that took the last hop off {@code packet}: Time Exceeded (RFC 792; RFC 4443, 3.3). */
    public static IcmpMessage icmpTimeExceeded(IpPacket packet) {
        return IcmpMessage.timeExceeded(packet);
    }

    /**
     * What the router says whose next link takes only {@code mtu} octets: Fragmentation Needed (RFC 1191, 4), or Packet Too Big
     * (RFC 4443, 3.2).
     */
    public static IcmpMessage icmpTooBig(int mtu, IpPacket packet) {
        return IcmpMessage.tooBig(mtu, packet);
    }

    /** What the host says where nobody listens on the destination port: Port Unreachable (RFC 792; RFC 4443, 3.1). */
    public static IcmpMessage icmpPortUnreachable(IpPacket packet) {
        return IcmpMessage.portUnreachable(packet);
    }

    /**
     * The packet that these fragments are pieces of.
     *
     * @throws IllegalArgumentException where a piece is missing
     */
    public static IpPacket reassemble(List<? extends IpPacket> fragments) {
        List<IpPacket> whole = Fragments.reassemble(fragments, PacketDecoder::payload);
        if (whole.isEmpty()) {
            throw new IllegalArgumentException("these fragments do not make a whole packet: a piece is missing");
        }
        return whole.getFirst();
    }

    /** The Maximum Segment Size option: data octets, 0 to 65,535 (RFC 9293, 3.7.1). */
    public static TcpOption mss(int octets) {
        return new TcpOption.MaximumSegmentSize(octets);
    }

    /** The Window Scale option: a shift, 0 to 14 (RFC 7323, 2). */
    public static TcpOption windowScale(int shift) {
        return new TcpOption.WindowScale(shift);
    }

    /** The SACK-Permitted option (RFC 2018, 2). */
    public static TcpOption sackPermitted() {
        return new TcpOption.SackPermitted();
    }

    /** The Timestamps option (RFC 7323, 3). */
    public static TcpOption timestamps(long tsval, long tsecr) {
        return new TcpOption.Timestamps(tsval, tsecr);
    }

    /** No-Operation: an octet of padding between options (RFC 9293, 3.2). */
    public static TcpOption nop() {
        return new TcpOption.NoOperation();
    }

    /** The octets of a text in UTF-8. */
    public static Octets octets(String text) {
        return Octets.ofText(text);
    }

    /** Octets from hexadecimal digits; spaces, line breaks and colons are passed over. */
    public static Octets hex(String digits) {
        return Octets.ofHex(digits);
    }

    /**
     * The message, packet or frame that these octets are: HTTP by its start-line, IP by its version, else Ethernet if an EtherType
     * of IP or ARP says so.
     *
     * @throws Malformed with what is wrong, at which octet, and the RFC's section
     */
    public static Layer parse(Octets octets) {
        if (octets.isEmpty()) {
            throw new Malformed("there are no octets to parse", 0, "RFC 791, 3.1");
        }
        String start = octets.slice(0, Math.min(octets.length(), START_LINE)).latin1();
        if (start.startsWith("HTTP/")) {
            return HttpResponse.decode(octets);
        }
        if (REQUEST_LINE.matcher(start).lookingAt()) {
            return HttpRequest.decode(octets);
        }
        int version = octets.at(0) >>> 4;
        return version != 4 && version != 6 && EthernetFrame.startsWith(octets)
                ? EthernetFrame.decode(octets, PacketDecoder::decode)
                : PacketDecoder.decode(octets);
    }

    /** The packet or message that these octets are. */
    public static Layer parse(byte[] octets) {
        return parse(Octets.of(octets));
    }

    /**
     * The packet or message that these hexadecimal digits are; spaces, line breaks and colons are passed over. A message that is
     * written as text is {@code parse(octets("GET / HTTP/1.1…"))}.
     */
    public static Layer parse(String hex) {
        return parse(digits(hex));
    }

    private static Octets digits(String hex) {
        try {
            return Octets.ofHex(hex);
        } catch (IllegalArgumentException noHex) {
            throw new IllegalArgumentException(noHex.getMessage() + "; for a text, write parse(octets(\"…\"))", noHex);
        }
    }

    /** Packets built by hand, ready to be delivered to a receiver that puts the stream together: {@code .over(link())}. */
    public static Delivery replay(List<? extends IpPacket> packets) {
        return Delivery.of(packets);
    }

    /**
     * A host that opens connections; {@code .over(link).to(server)} says where to.
     *
     * @param address its address
     */
    public static Client client(String address) {
        return Client.of(address);
    }

    /**
     * A web server that listens; {@code .page(path, html)} gives it something to serve.
     *
     * @param address its address
     * @param port 0 to 65,535
     */
    public static Server server(String address, int port) {
        return Server.of(address, port);
    }

    /** A router on the way from a client to a server: {@code client(…).over(link()).via(router(…), link())}. */
    public static Router router(String address) {
        return Router.of(address);
    }

    /**
     * A proxy between a client and a server: {@code proxy(…).over(link()).to(server)}; {@code .blind()} is one that does not
     * understand the field Connection.
     *
     * @param address its address
     * @param port 1 to 65,535
     */
    public static Server.Proxied proxy(String address, int port) {
        return Server.proxy(address, port);
    }

    /** TCP with slow start, congestion avoidance, fast retransmit and fast recovery (RFC 5681). */
    public static Profile reno() {
        return Profile.reno();
    }

    /** Reno that recovers several losses of one window (RFC 6582), without SACK. */
    public static Profile newReno() {
        return Profile.newReno();
    }

    /** CUBIC with SACK, PRR and RACK-TLP: what a common server runs (RFC 9438, 6675, 6937, 8985). */
    public static Profile cubic() {
        return Profile.cubic();
    }

    /** What Linux does where the RFCs leave it free: CUBIC, an RTO 200 ms above the round trip, quick acknowledgments at first. */
    public static Profile linux() {
        return Profile.linux();
    }

    /** Several ways to fetch the same pages, on one scale of time. */
    public static Comparison compare(Visit... visits) {
        return Comparison.of(visits);
    }

    /** A script in packetdrill's notation, to be run against one TCP endpoint: {@code drill("…").run(newReno())}. */
    public static Drill drill(String script) {
        return Drill.of(script);
    }

    /** A link with 10 ms of delay and no limits or faults; what it does to packets is added behind a dot. */
    public static Link link() {
        return Link.of();
    }

    /** A rate in thousands of bits a second. */
    public static Rate kbps(double kilobits) {
        return Rate.kbps(kilobits);
    }

    /** A rate in millions of bits a second. */
    public static Rate mbps(double megabits) {
        return Rate.mbps(megabits);
    }

    /** Packet {@code number} on a link, from 1. */
    public static Selector packet(int number) {
        return Selector.packet(number);
    }

    /** Packets {@code first} to {@code last} on a link, from 1, both included. */
    public static Selector packet(int first, int last) {
        return Selector.packet(first, last);
    }

    /** The packets that pass a test of one's own: {@code drop(packet(p -> p.length() > 1000))}. */
    public static Selector packet(Predicate<IpPacket> test) {
        return Selector.matching("packet(a test)", test);
    }

    /** The packet that carries data for the {@code number}th time, from 1; {@code .fromServer()} counts one side alone. */
    public static Selector data(int number) {
        return Selector.data(number);
    }

    /** The packets that carry data for the {@code first} to the {@code last} time, from 1, both included. */
    public static Selector data(int first, int last) {
        return Selector.data(first, last);
    }

    /** The first segment with this control bit. */
    public static Selector first(ControlBit bit) {
        return Selector.first(bit);
    }

    /** The {@code number}th segment with this control bit, from 1. */
    public static Selector nth(ControlBit bit, int number) {
        return Selector.nth(bit, number);
    }

    /** Every packet. */
    public static Selector every() {
        return Selector.every();
    }

    /** Each packet with this probability, 0 to 1: {@code corrupt(chance(0.01))}. */
    public static Selector chance(double probability) {
        return Selector.chance(probability);
    }

    /** The fault that loses packets. */
    public static Fault drop(Selector which) {
        return Fault.drop(which);
    }

    /** The fault that flips a bit of packets. */
    public static Fault corrupt(Selector which) {
        return Fault.corrupt(which);
    }

    /** The fault that delivers packets twice. */
    public static Fault duplicate(Selector which) {
        return Fault.duplicate(which);
    }

    /** The fault that keeps packets back for a time. */
    public static Fault hold(Selector which, Duration time) {
        return Fault.hold(which, time);
    }

    /** The fault that lets the next packet overtake. */
    public static Fault reorder(Selector which) {
        return Fault.reorder(which);
    }

    /** The fault that lets the next {@code behind} packets overtake. */
    public static Fault reorder(Selector which, int behind) {
        return Fault.reorder(which, behind);
    }

    /** The fault that lets packets {@code first} and {@code second} of the client, from 1, change places. */
    public static Fault swap(int first, int second) {
        return Fault.swap(first, second);
    }

    /** The fault that loses each packet with this probability, 0 to 1; {@code .seed(n)} makes another chance of it. */
    public static Fault loss(double probability) {
        return Fault.loss(probability);
    }

    /** TCP's state diagram, from the table that runs it (RFC 9293, 3.3.2). */
    public static StateDiagram states() {
        return StateDiagram.tcp(List.of());
    }

    /** TCP's state diagram with the way that the client's end has taken. */
    public static StateDiagram states(Run run) {
        return states(run.replay(), 0);
    }

    /**
     * TCP's state diagram with the way that an end of the first connection has taken up to a step: {@code states(run.step(12), 1)}.
     *
     * @param end 0 for the end that opened, 1 for the other one
     */
    public static StateDiagram states(Replay replay, int end) {
        return StateDiagram.of(replay, 0, end);
    }

    /**
     * A capture from a pcap or pcapng file.
     *
     * @throws IOException where the file cannot be read
     */
    public static Capture pcap(String file) throws IOException {
        Path path = Path.of(file);
        if (Files.notExists(path)) {
            throw new NoSuchFileException(
                    file, null, "there is no such file; a name is looked for beside the notebook");
        }
        return Capture.load(path);
    }

    /** A capture of packets built by hand, to be saved as pcap or pcapng. */
    public static Capture capture(List<? extends IpPacket> packets) {
        return Capture.of(packets);
    }

    /**
     * Holds a value against what was expected.
     *
     * @param what the expectation in words
     * @throws Check.Failed with one readable line where they differ
     */
    public static Check check(String what, Object expected, Object actual) {
        return Check.equal(what, expected, actual);
    }

    /** Holds a run against what was expected: {@code check(run).delivered(page).retransmissions(1)}. */
    public static RunCheck check(Run run) {
        return RunCheck.of(run);
    }

    /** A time in microseconds. */
    public static Duration us(long microseconds) {
        return Duration.ofNanos(microseconds * 1_000);
    }

    /** A time in milliseconds. */
    public static Duration ms(double milliseconds) {
        return Duration.ofNanos(Math.round(milliseconds * 1e6));
    }

    /** A time in seconds. */
    public static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}

package wirebook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.drill.Drill;
import wirebook.field.Layer;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.http.Method;
import wirebook.ip.Fragments;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
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
import wirebook.tcp.ControlBit;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.Tcp;
import wirebook.tcp.TcpOption;
import wirebook.tcp.profile.Profile;

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
     * The packet or message that these octets are: IP by its version, HTTP by its start-line.
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
        return REQUEST_LINE.matcher(start).lookingAt() ? HttpRequest.decode(octets) : PacketDecoder.decode(octets);
    }

    /** The packet or message that these octets are. */
    public static Layer parse(byte[] octets) {
        return parse(Octets.of(octets));
    }

    /** The packet or message that these hexadecimal digits are; spaces, line breaks and colons are passed over. */
    public static Layer parse(String hex) {
        return parse(Octets.ofHex(hex));
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

    /** The packet that carries data for the {@code number}th time, from 1; {@code .fromServer()} counts one side alone. */
    public static Selector data(int number) {
        return Selector.data(number);
    }

    /** The first segment with this control bit. */
    public static Selector first(ControlBit bit) {
        return Selector.first(bit);
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

    /** The fault that loses each packet with this probability, 0 to 1; {@code .seed(n)} makes another chance of it. */
    public static Fault loss(double probability) {
        return Fault.loss(probability);
    }

    /**
     * A capture from a pcap or pcapng file.
     *
     * @throws IOException where the file cannot be read
     */
    public static Capture pcap(String file) throws IOException {
        return Capture.load(Path.of(file));
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

package wirebook.ip;

import static wirebook.ip.IcmpHeader.CHECKSUM;
import static wirebook.ip.IcmpHeader.CODE;
import static wirebook.ip.IcmpHeader.ECHO;
import static wirebook.ip.IcmpHeader.REST;
import static wirebook.ip.IcmpHeader.TYPE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import wirebook.bytes.Checksum;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Header;
import wirebook.field.Layer;
import wirebook.field.Part;
import wirebook.field.Pins;
import wirebook.field.Text;

/**
 * An ICMP message of IPv4 (RFC 792) or IPv6 (RFC 4443): an immutable value whose Checksum is derived until it is pinned.
 *
 * @param v6 whether it is one of ICMPv6
 * @param type what it says, 0 to 255
 * @param code and more precisely, 0 to 255
 * @param rest the last four octets of its header, which each type reads in its way
 * @param data what follows: an echo's data, or the beginning of the packet that an error is about
 * @param pins the Checksum, if somebody has set it
 */
public record IcmpMessage(boolean v6, int type, int code, long rest, Octets data, Pins pins) implements Payload, Layer {
    private static final int FIXED = 8;
    private static final int QUOTE_4 = 576 - 20 - FIXED;
    private static final int QUOTE_6 = 1280 - 40 - FIXED;

    /** Checks every field against its width. */
    public IcmpMessage {
        TYPE.check(type);
        CODE.check(code);
        REST.check(rest);
    }

    /** An Echo message of IPv4: a ping. Identifier and Sequence Number: 0 to 65,535. */
    public static IcmpMessage echo(int identifier, int sequenceNumber, Octets data) {
        return new IcmpMessage(false, 8, 0, pair(identifier, sequenceNumber), data, Pins.NONE);
    }

    /** An Echo Request of IPv6. Identifier and Sequence Number: 0 to 65,535. */
    public static IcmpMessage echo6(int identifier, int sequenceNumber, Octets data) {
        return new IcmpMessage(true, 128, 0, pair(identifier, sequenceNumber), data, Pins.NONE);
    }

    private static long pair(int identifier, int sequenceNumber) {
        return ECHO.field("Identifier").check(identifier) << 16
                | ECHO.field("Sequence Number").check(sequenceNumber);
    }

    /**
     * An error about {@code packet}, of the packet's version.
     *
     * @param type the type of that version
     * @param code the code
     * @param rest what the header's last four octets say: an MTU, a pointer; else 0
     * @param packet what was wrong; as much of it is quoted as 576 octets (RFC 1812, 4.3.2.3) or 1280 (RFC 4443, 3) hold
     */
    public static IcmpMessage error(int type, int code, long rest, IpPacket packet) {
        boolean v6 = packet instanceof Ipv6Packet;
        Octets quoted = packet.bytes();
        int length = Math.min(quoted.length(), v6 ? QUOTE_6 : QUOTE_4);
        return new IcmpMessage(v6, type, code, rest, quoted.slice(0, length), Pins.NONE);
    }

    /** Time Exceeded in transit: the packet's Time to Live or Hop Limit ran out. */
    public static IcmpMessage timeExceeded(IpPacket packet) {
        return error(packet instanceof Ipv6Packet ? 3 : 11, 0, 0, packet);
    }

    /** The packet needs a link of more than {@code mtu} octets and must not be cut (RFC 1191, 4; RFC 4443, 3.2). */
    public static IcmpMessage tooBig(int mtu, IpPacket packet) {
        return packet instanceof Ipv6Packet ? error(2, 0, mtu, packet) : error(3, 4, mtu & 0xffff, packet);
    }

    /** Nobody listens on the packet's destination port. */
    public static IcmpMessage portUnreachable(IpPacket packet) {
        return packet instanceof Ipv6Packet ? error(1, 4, 0, packet) : error(3, 3, 0, packet);
    }

    /**
     * The message that {@code octets} are.
     *
     * @param v6 whether they came in an IPv6 packet as protocol 58
     * @param pseudo the addresses, by which an ICMPv6 checksum is verified
     * @throws Malformed for fewer octets than the header has
     */
    public static IcmpMessage decode(boolean v6, Octets octets, PseudoHeader pseudo) {
        if (octets.length() < FIXED) {
            throw new Malformed(
                    "an ICMP header has 8 octets, here are " + octets.length(),
                    octets.length(),
                    v6 ? "RFC 4443, 2.1" : "RFC 792");
        }
        IcmpMessage bare = new IcmpMessage(
                v6, (int) TYPE.get(octets), (int) CODE.get(octets), REST.get(octets), octets.from(FIXED), Pins.NONE);
        boolean verified = Checksum.fold(octets.sum(bare.covered(pseudo))) == 0;
        return verified
                ? bare
                : bare.pins(Pins.NONE.keep(CHECKSUM, CHECKSUM.get(octets), bare.derivedChecksum(pseudo)));
    }

    /** Whether it reports that something went wrong with a packet: such a message never answers another (RFC 1122, 3.2.2). */
    public boolean isError() {
        return v6
                ? type < 128
                : switch (type) {
                    case 3, 4, 5, 11, 12 -> true;
                    default -> false;
                };
    }

    /** Whether it asks for an Echo Reply. */
    public boolean isEcho() {
        return type == (v6 ? 128 : 8);
    }

    /** The answer to an echo: the same identifier, number and data (RFC 792). */
    public IcmpMessage reply() {
        return new IcmpMessage(v6, v6 ? 129 : 0, 0, rest, data, Pins.NONE);
    }

    /** An echo's Identifier, 0 to 65,535. */
    public int identifier() {
        return (int) (rest >>> 16);
    }

    /** An echo's Sequence Number, 0 to 65,535. */
    public int sequenceNumber() {
        return (int) (rest & 0xffff);
    }

    /** The MTU of the next link, if this message tells one (RFC 1191, 4; RFC 4443, 3.2). */
    public Optional<Long> mtu() {
        boolean tells = v6 ? type == 2 : type == 3 && code == 4;
        return tells ? Optional.of(v6 ? rest : rest & 0xffff) : Optional.empty();
    }

    /**
     * The beginning of the packet that an error is about; empty if this is no error, or if not even that packet's header is
     * whole and sound.
     *
     * @param next who reads what that packet carried
     */
    public Optional<IpPacket> quoted(PayloadDecoder next) {
        try {
            return isError() ? Optional.of(IpPacket.decodeBeginning(data, next)) : Optional.empty();
        } catch (Malformed cut) {
            return Optional.empty();
        }
    }

    /** What the message is called: {@code Echo Reply}, {@code Destination Unreachable, port}. */
    public String name() {
        return IcmpHeader.name(v6, type, code);
    }

    @Override
    public int protocol() {
        return v6 ? Protocols.ICMPV6 : Protocols.ICMP;
    }

    @Override
    public int length() {
        return FIXED + data.length();
    }

    /** The unfolded sum of what the checksum covers beside the message: a pseudo-header in IPv6 alone. */
    private long covered(PseudoHeader pseudo) {
        return v6 ? pseudo.sum(Protocols.ICMPV6, length()) : 0;
    }

    @Override
    public void encode(byte[] target, int at, PseudoHeader pseudo) {
        encode(target, at);
        long derived = Checksum.fold(Checksum.sum(covered(pseudo), target, at, length()));
        CHECKSUM.put(target, at, pins.value(CHECKSUM, derived));
    }

    private void encode(byte[] target, int at) {
        TYPE.put(target, at, type);
        CODE.put(target, at, code);
        REST.put(target, at, rest);
        data.copyTo(target, at + FIXED);
    }

    private long derivedChecksum(PseudoHeader pseudo) {
        byte[] target = new byte[length()];
        encode(target, 0);
        return Checksum.fold(Checksum.sum(covered(pseudo), target, 0, length()));
    }

    @Override
    public boolean intact(PseudoHeader pseudo) {
        return !pins.has(CHECKSUM) || pins.value(CHECKSUM, 0) == derivedChecksum(pseudo);
    }

    /** The octets of the message by itself. An ICMPv6 checksum needs addresses: it is zero here unless pinned. */
    @Override
    public Octets bytes() {
        byte[] target = new byte[length()];
        encode(target, 0);
        long alone = v6 ? 0 : Checksum.fold(Checksum.sum(0, target, 0, length()));
        CHECKSUM.put(target, 0, pins.value(CHECKSUM, alone));
        return Octets.wrap(target);
    }

    @Override
    public Part layout() {
        return Part.of(name(v6), 0, length() * 8, line(), sections(0, bytes(), part -> part));
    }

    private static String name(boolean v6) {
        return v6 ? "ICMPv6 message" : "ICMP message";
    }

    @Override
    public List<Part> sections(int at, PseudoHeader pseudo) {
        byte[] target = new byte[length()];
        encode(target, 0, pseudo);
        return sections(
                at,
                Octets.wrap(target),
                part -> part.name().equals(CHECKSUM.name()) && pins.has(CHECKSUM)
                        ? part.mark(pins.mark(CHECKSUM, derivedChecksum(pseudo)))
                        : part);
    }

    private List<Part> sections(int at, Octets octets, UnaryOperator<Part> more) {
        Header table = IcmpHeader.of(v6, type, code);
        List<Part> sections = new ArrayList<>();
        String title = v6 ? "ICMPv6 header" : "ICMP header";
        sections.add(
                Part.of(title, at * 8, FIXED * 8, table.rfc(), table.parts(octets, at, part -> named(more, part))));
        if (!data.isEmpty()) {
            sections.addAll(data(at + FIXED));
        }
        return sections;
    }

    private Part named(UnaryOperator<Part> more, Part part) {
        Part marked = more.apply(part);
        return part.name().equals(TYPE.name()) ? marked.value(part.value() + " (" + name() + ")") : marked;
    }

    /** The packet that an error quotes, header by header; anything else as octets. */
    private List<Part> data(int at) {
        Part octets = Part.of("Data", at * 8, data.length() * 8, Text.preview(data, 40), "what the message carries");
        return quoted(PayloadDecoder.OPAQUE)
                .filter(packet -> packet.length() == data.length())
                .map(packet -> packet.layout().shifted(at).parts().stream()
                        .map(part -> part.named("Quoted " + part.name()))
                        .toList())
                .orElse(List.of(octets));
    }

    @Override
    public String line() {
        String echo = isEcho() || type == (v6 ? 129 : 0) ? " id " + identifier() + " seq " + sequenceNumber() : "";
        String about = quoted(PayloadDecoder.OPAQUE)
                .map(packet -> " about " + packet.source() + " → " + packet.destination())
                .orElse("");
        return (v6 ? "ICMPv6 " : "ICMP ")
                + name()
                + echo
                + mtu().map(octets -> " mtu " + octets).orElse("")
                + about;
    }

    @Override
    public String line(PseudoHeader pseudo) {
        return line() + (intact(pseudo) ? "" : " (bad checksum)");
    }

    /** This message in a packet like {@code packet}. */
    public Ipv4Packet over(Ipv4Packet packet) {
        return packet.payload(this);
    }

    /** This message in a packet like {@code packet}. */
    public IpPacket over(IpPacket packet) {
        return packet.payload(this);
    }

    private IcmpMessage pins(Pins newPins) {
        return new IcmpMessage(v6, type, code, rest, data, newPins);
    }

    /** This message with its Checksum pinned, 0 to 65,535. */
    @Override
    public IcmpMessage checksum(int value) {
        return pins(pins.and(CHECKSUM, value));
    }

    @Override
    public String toString() {
        return line() + "\n" + diagram();
    }
}

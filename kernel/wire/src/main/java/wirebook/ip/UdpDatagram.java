package wirebook.ip;

import static wirebook.ip.UdpHeader.CHECKSUM;
import static wirebook.ip.UdpHeader.DESTINATION_PORT;
import static wirebook.ip.UdpHeader.LENGTH;
import static wirebook.ip.UdpHeader.SOURCE_PORT;
import static wirebook.ip.UdpHeader.TABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import wirebook.bytes.Carrier;
import wirebook.bytes.Checksum;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Field;
import wirebook.field.Layer;
import wirebook.field.Part;
import wirebook.field.Pins;
import wirebook.field.Text;

/**
 * A UDP datagram (RFC 768): an immutable value whose Length and Checksum are derived until they are pinned.
 *
 * @param sourcePort 0 to 65,535
 * @param destinationPort 0 to 65,535
 * @param data the data octets
 * @param pins the computed fields that somebody has set
 */
public record UdpDatagram(int sourcePort, int destinationPort, Octets data, Pins pins)
        implements Payload, Layer, Carrier<UdpDatagram> {
    private static final int FIXED = TABLE.length();

    /** Checks every field against its width. */
    public UdpDatagram {
        SOURCE_PORT.check(sourcePort);
        DESTINATION_PORT.check(destinationPort);
        if (FIXED + data.length() > 65_535) {
            throw new IllegalArgumentException(
                    "a UDP datagram has at most 65535 octets (Length, RFC 768); this one would" + " have "
                            + (FIXED + data.length()));
        }
    }

    /** An empty datagram between two ports. */
    public static UdpDatagram of(int sourcePort, int destinationPort) {
        return new UdpDatagram(sourcePort, destinationPort, Octets.EMPTY, Pins.NONE);
    }

    /**
     * The datagram that {@code octets} are. Octets behind Length are passed over.
     *
     * @param pseudo the addresses of the packet, by which the checksum is verified
     * @throws Malformed for a datagram that is cut off or shorter than its header
     */
    public static UdpDatagram decode(Octets octets, PseudoHeader pseudo) {
        if (octets.length() < FIXED) {
            throw new Malformed("a UDP header has 8 octets, here are " + octets.length(), octets.length(), TABLE.rfc());
        }
        int length = (int) LENGTH.get(octets);
        if (length < FIXED || length > octets.length()) {
            throw new Malformed(
                    "Length says " + length + "; from 8 to " + octets.length() + " octets are possible here",
                    4,
                    TABLE.rfc());
        }
        Octets whole = octets.slice(0, length);
        UdpDatagram bare = new UdpDatagram(
                (int) SOURCE_PORT.get(octets), (int) DESTINATION_PORT.get(octets), whole.from(FIXED), Pins.NONE);
        long found = CHECKSUM.get(octets);
        boolean verified = found != 0 && Checksum.fold(whole.sum(pseudo.sum(Protocols.UDP, length))) == 0;
        return verified ? bare : bare.pins(Pins.NONE.keep(CHECKSUM, found, bare.derivedChecksum(pseudo)));
    }

    @Override
    public int protocol() {
        return Protocols.UDP;
    }

    @Override
    public int length() {
        return FIXED + data.length();
    }

    @Override
    public void encode(byte[] target, int at, PseudoHeader pseudo) {
        encode(target, at);
        CHECKSUM.put(target, at, pins.value(CHECKSUM, sum(target, at, pseudo)));
    }

    private void encode(byte[] target, int at) {
        SOURCE_PORT.put(target, at, sourcePort);
        DESTINATION_PORT.put(target, at, destinationPort);
        LENGTH.put(target, at, pins.value(LENGTH, length()));
        data.copyTo(target, at + FIXED);
    }

    /** A sum that is zero is sent as all ones: zero says that there is none (RFC 768). */
    private int sum(byte[] target, int at, PseudoHeader pseudo) {
        int sum = Checksum.fold(Checksum.sum(pseudo.sum(Protocols.UDP, length()), target, at, length()));
        return sum == 0 ? 0xffff : sum;
    }

    private int derivedChecksum(PseudoHeader pseudo) {
        byte[] target = new byte[length()];
        encode(target, 0);
        return sum(target, 0, pseudo);
    }

    /** Zero is right in IPv4, where the checksum may be left out, and wrong in IPv6 (RFC 8200, 8.1). */
    @Override
    public boolean intact(PseudoHeader pseudo) {
        return !pins.has(CHECKSUM)
                || (pins.value(CHECKSUM, 0) == 0 && pseudo.source() instanceof Ipv4Address)
                || pins.value(CHECKSUM, 0) == derivedChecksum(pseudo);
    }

    /** The octets of the datagram by itself. Without addresses there is no checksum: the field is zero unless pinned. */
    @Override
    public Octets bytes() {
        byte[] target = new byte[length()];
        encode(target, 0);
        CHECKSUM.put(target, 0, pins.value(CHECKSUM, 0));
        return Octets.wrap(target);
    }

    @Override
    public Part layout() {
        List<Part> sections = sections(
                0,
                bytes(),
                part -> part.name().equals(CHECKSUM.name()) && !pins.has(CHECKSUM) ? part.value("in a packet") : part);
        return Part.of("UDP datagram", 0, length() * 8, line(), sections);
    }

    @Override
    public List<Part> sections(int at, PseudoHeader pseudo) {
        byte[] target = new byte[length()];
        encode(target, 0, pseudo);
        return sections(at, Octets.wrap(target), part -> marked(part, pseudo));
    }

    private Part marked(Part part, PseudoHeader pseudo) {
        Field field = TABLE.field(part.name());
        if (!pins.has(field)) {
            return part;
        }
        if (field.equals(CHECKSUM) && pins.value(CHECKSUM, 0) == 0) {
            return part.mark("none, could be " + CHECKSUM.show(derivedChecksum(pseudo)));
        }
        return part.mark(pins.mark(field, field.equals(CHECKSUM) ? derivedChecksum(pseudo) : length()));
    }

    private List<Part> sections(int at, Octets octets, UnaryOperator<Part> more) {
        List<Part> sections = new ArrayList<>();
        sections.add(Part.of("UDP header", at * 8, FIXED * 8, TABLE.rfc(), TABLE.parts(octets, at, more)));
        if (!data.isEmpty()) {
            sections.add(Part.of(
                    "Data", (at + FIXED) * 8, data.length() * 8, Text.preview(data, 40), "the datagram's octets"));
        }
        return sections;
    }

    @Override
    public String line() {
        return sourcePort + " → " + destinationPort + " UDP len " + data.length();
    }

    @Override
    public String line(PseudoHeader pseudo) {
        return line() + (intact(pseudo) ? "" : " (bad checksum)");
    }

    /** This datagram with other data. */
    public UdpDatagram data(Octets octets) {
        return new UdpDatagram(sourcePort, destinationPort, octets, pins);
    }

    @Override
    public UdpDatagram carry(Octets octets) {
        return data(octets);
    }

    /** This datagram in a packet like {@code packet}. */
    public IpPacket over(IpPacket packet) {
        return packet.payload(this);
    }

    /** This datagram in a packet like {@code packet}. */
    public Ipv4Packet over(Ipv4Packet packet) {
        return packet.payload(this);
    }

    private UdpDatagram pins(Pins newPins) {
        return new UdpDatagram(sourcePort, destinationPort, data, newPins);
    }

    /** This datagram with its Checksum pinned, 0 to 65,535; 0 says that there is none. */
    @Override
    public UdpDatagram checksum(int value) {
        return pins(pins.and(CHECKSUM, value));
    }

    /** This datagram with its Length pinned, 0 to 65,535. */
    public UdpDatagram length(int octets) {
        return pins(pins.and(LENGTH, octets));
    }

    @Override
    public String toString() {
        return line() + "\n" + diagram();
    }
}

package wirebook.ip;

import static wirebook.ip.Ipv6Header.FLOW_LABEL;
import static wirebook.ip.Ipv6Header.HOP_LIMIT;
import static wirebook.ip.Ipv6Header.NEXT_HEADER;
import static wirebook.ip.Ipv6Header.PAYLOAD_LENGTH;
import static wirebook.ip.Ipv6Header.TABLE;
import static wirebook.ip.Ipv6Header.TRAFFIC_CLASS;
import static wirebook.ip.Ipv6Header.VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Field;
import wirebook.field.Part;
import wirebook.field.Pins;

/**
 * An IPv6 packet (RFC 8200): an immutable value whose computed fields (Payload Length, Next Header) are derived until they
 * are pinned.
 *
 * @param source the source address
 * @param destination the destination address
 * @param trafficClass DSCP and ECN, 0 to 255
 * @param flowLabel 0 to 1,048,575
 * @param hopLimit 0 to 255
 * @param extensions the extension headers in wire order
 * @param payload what the packet carries
 * @param pins the computed fields that somebody has set
 */
public record Ipv6Packet(
        Ipv6Address source,
        Ipv6Address destination,
        int trafficClass,
        int flowLabel,
        int hopLimit,
        List<ExtensionHeader> extensions,
        Payload payload,
        Pins pins)
        implements IpPacket {
    static final int FIXED = TABLE.length();
    private static final int MAX = 65_535;

    /** Checks every field against its width, and the packet against the 65,535 octets that Payload Length can say. */
    public Ipv6Packet {
        TRAFFIC_CLASS.check(trafficClass);
        FLOW_LABEL.check(flowLabel);
        HOP_LIMIT.check(hopLimit);
        extensions = List.copyOf(extensions);
        int length = length(extensions) + payload.length();
        if (length > MAX) {
            throw new IllegalArgumentException("an IPv6 packet carries at most 65535 octets (Payload Length, RFC 8200);"
                    + " this one would carry " + length);
        }
    }

    /** A packet from {@code source} to {@code destination} that carries nothing yet: Hop Limit 64. */
    public static Ipv6Packet of(Ipv6Address source, Ipv6Address destination) {
        return new Ipv6Packet(source, destination, 0, 0, 64, List.of(), Opaque.NOTHING, Pins.NONE);
    }

    /**
     * The packet that {@code octets} are. Octets behind Payload Length (a link's padding) are passed over.
     *
     * @param octets from the first octet of the header on
     * @param next who reads the payload; fragments but the first of one piece stay {@link Opaque}
     * @throws Malformed for a packet that is cut off, of another version, or whose lengths contradict each other
     */
    public static Ipv6Packet decode(Octets octets, PayloadDecoder next) {
        return Ipv6Codec.decode(octets, next, Extent.WHOLE);
    }

    private static int length(List<ExtensionHeader> extensions) {
        int length = 0;
        for (ExtensionHeader extension : extensions) {
            length += extension.length();
        }
        return length;
    }

    /** The length of the header and the extension headers in octets. */
    public int headerLength() {
        return FIXED + length(extensions);
    }

    @Override
    public int length() {
        return headerLength() + payload.length();
    }

    @Override
    public int announcedLength() {
        return FIXED + (int) value(PAYLOAD_LENGTH);
    }

    /** The fragment header, if there is one. */
    public Optional<ExtensionHeader.Fragment> fragmentHeader() {
        for (ExtensionHeader extension : extensions) {
            if (extension instanceof ExtensionHeader.Fragment fragment) {
                return Optional.of(fragment);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean isFragment() {
        return fragmentHeader()
                .filter(fragment -> fragment.more() || fragment.offset() > 0)
                .isPresent();
    }

    @Override
    public Octets bytes() {
        byte[] target = new byte[length()];
        header(target);
        payload.encode(target, headerLength(), pseudo());
        return Octets.wrap(target);
    }

    private void header(byte[] target) {
        VERSION.put(target, 0, 6);
        TRAFFIC_CLASS.put(target, 0, trafficClass);
        FLOW_LABEL.put(target, 0, flowLabel);
        PAYLOAD_LENGTH.put(target, 0, value(PAYLOAD_LENGTH));
        NEXT_HEADER.put(target, 0, value(NEXT_HEADER));
        HOP_LIMIT.put(target, 0, hopLimit);
        source.bytes().copyTo(target, 8);
        destination.bytes().copyTo(target, 24);
        int at = FIXED;
        for (int i = 0; i < extensions.size(); i++) {
            extensions.get(i).encode(target, at);
            target[at] = (byte) following(i + 1);
            at += extensions.get(i).length();
        }
    }

    /** The number of what stands at {@code index} of the chain: an extension header, or the payload. */
    private int following(int index) {
        return index < extensions.size() ? extensions.get(index).number() : payload.protocol();
    }

    private long value(Field computed) {
        return pins.value(computed, derived(computed));
    }

    /** What a computed field should be. */
    long derived(Field computed) {
        return computed.equals(PAYLOAD_LENGTH) ? length() - FIXED : following(0);
    }

    @Override
    public boolean intact() {
        return payload.intact(pseudo());
    }

    @Override
    public Part layout() {
        Octets octets = bytes();
        List<Part> sections = new ArrayList<>();
        sections.add(Part.of("IPv6 header", 0, FIXED * 8, TABLE.rfc(), TABLE.parts(octets, 0, this::reading)));
        int at = FIXED;
        for (ExtensionHeader extension : extensions) {
            sections.add(section(extension, octets.slice(at, at + extension.length()), at));
            at += extension.length();
        }
        sections.addAll(payload.sections(headerLength(), pseudo()));
        return Part.of("IPv6 packet", 0, octets.length() * 8, line(), sections);
    }

    private Part reading(Part part) {
        Field field = TABLE.field(part.name());
        Part marked = pins.has(field) ? part.mark(pins.mark(field, derived(field))) : part;
        return named(marked);
    }

    private static Part named(Part part) {
        return part.name().equals(NEXT_HEADER.name())
                ? part.value(part.value() + Protocols.next(Integer.parseInt(part.value())))
                : part;
    }

    private static Part section(ExtensionHeader extension, Octets octets, int at) {
        List<Part> fields = new ArrayList<>(extension.table().parts(octets, at, Ipv6Packet::named));
        extension
                .rest()
                .ifPresent(rest -> fields.add(
                        Part.of(rest.name(), at * 8 + rest.offset(), rest.bits(), rest.text(octets), rest.meaning())));
        String rfc = extension.table().rfc();
        return Part.of(extension.name() + " header", at * 8, extension.length() * 8, rfc, fields);
    }

    @Override
    public String line() {
        String fragment = isFragment() ? fragmentHeader().map(Ipv6Packet::where).orElse("") : "";
        return source + " → " + destination + " " + payload.line(pseudo()) + fragment;
    }

    private static String where(ExtensionHeader.Fragment fragment) {
        return ", fragment at " + fragment.offset() * 8 + (fragment.more() ? ", more follow" : ", the last");
    }

    @Override
    public int ttl() {
        return hopLimit;
    }

    @Override
    public int ecn() {
        return trafficClass & 3;
    }

    /** The Differentiated Services codepoint, 0 to 63. */
    public int dscp() {
        return trafficClass >>> 2;
    }

    @Override
    public List<IpPacket> fragment(int mtu) {
        return fragment(mtu, 1);
    }

    /** As {@link #fragment(int)}, with the Identification that the pieces share, 0 to 4,294,967,295. */
    public List<IpPacket> fragment(int mtu, long identification) {
        return Fragments.of(this, mtu, identification);
    }

    @Override
    public Ipv6Packet payload(Payload newPayload) {
        return new Ipv6Packet(source, destination, trafficClass, flowLabel, hopLimit, extensions, newPayload, pins);
    }

    @Override
    public Ipv6Packet ttl(int hops) {
        return new Ipv6Packet(source, destination, trafficClass, flowLabel, hops, extensions, payload, pins);
    }

    @Override
    public Ipv6Packet ecn(int codepoint) {
        return trafficClass((trafficClass & ~3) | (int) Ipv4Header.ECN.check(codepoint));
    }

    /** This packet with another Traffic Class, 0 to 255. */
    public Ipv6Packet trafficClass(int octet) {
        return new Ipv6Packet(source, destination, octet, flowLabel, hopLimit, extensions, payload, pins);
    }

    /** This packet with another Flow Label, 0 to 1,048,575. */
    public Ipv6Packet flowLabel(int label) {
        return new Ipv6Packet(source, destination, trafficClass, label, hopLimit, extensions, payload, pins);
    }

    /** This packet with exactly these extension headers. */
    public Ipv6Packet extensions(List<ExtensionHeader> headers) {
        return new Ipv6Packet(source, destination, trafficClass, flowLabel, hopLimit, headers, payload, pins);
    }

    /** This packet with exactly these extension headers. */
    public Ipv6Packet extensions(ExtensionHeader... headers) {
        return extensions(List.of(headers));
    }

    /** This packet with other pins. */
    Ipv6Packet pins(Pins newPins) {
        return new Ipv6Packet(source, destination, trafficClass, flowLabel, hopLimit, extensions, payload, newPins);
    }

    /** This packet with its Payload Length pinned, 0 to 65,535. */
    public Ipv6Packet payloadLength(int octets) {
        return pins(pins.and(PAYLOAD_LENGTH, octets));
    }

    /** This packet with the Next Header field of its fixed header pinned, 0 to 255. */
    public Ipv6Packet nextHeader(int number) {
        return pins(pins.and(NEXT_HEADER, number));
    }

    @Override
    public Ipv6Packet checksum(int value) {
        return payload(payload.checksum(value));
    }

    /** The same: IPv6 numbers fragments alone. */
    @Override
    public Ipv6Packet numbered(int index) {
        return this;
    }

    @Override
    public String toString() {
        return line() + "\n" + diagram();
    }
}

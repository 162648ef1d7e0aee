package wirebook.ip;

import static wirebook.ip.Ipv4Header.DESTINATION_ADDRESS;
import static wirebook.ip.Ipv4Header.DF;
import static wirebook.ip.Ipv4Header.DSCP;
import static wirebook.ip.Ipv4Header.ECN;
import static wirebook.ip.Ipv4Header.FRAGMENT_OFFSET;
import static wirebook.ip.Ipv4Header.HEADER_CHECKSUM;
import static wirebook.ip.Ipv4Header.IDENTIFICATION;
import static wirebook.ip.Ipv4Header.IHL;
import static wirebook.ip.Ipv4Header.MF;
import static wirebook.ip.Ipv4Header.PROTOCOL;
import static wirebook.ip.Ipv4Header.RESERVED;
import static wirebook.ip.Ipv4Header.SOURCE_ADDRESS;
import static wirebook.ip.Ipv4Header.TABLE;
import static wirebook.ip.Ipv4Header.TIME_TO_LIVE;
import static wirebook.ip.Ipv4Header.TOTAL_LENGTH;
import static wirebook.ip.Ipv4Header.VERSION;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Checksum;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Field;
import wirebook.field.Part;
import wirebook.field.Pins;
import wirebook.field.Text;

/**
 * An IPv4 packet (RFC 791): an immutable value whose computed fields (IHL, Total Length, Protocol, Header Checksum) are
 * derived until they are pinned.
 *
 * @param source the source address
 * @param destination the destination address
 * @param dscp Differentiated Services codepoint, 0 to 63
 * @param ecn Explicit Congestion Notification, 0 to 3
 * @param identification 0 to 65,535
 * @param reserved the bit that must be zero
 * @param dontFragment the DF bit
 * @param moreFragments the MF bit
 * @param fragmentOffset in units of 8 octets, 0 to 8,191
 * @param timeToLive 0 to 255
 * @param options the options as octets, padded to a multiple of 4, at most 40
 * @param payload what the packet carries
 * @param pins the computed fields that somebody has set
 */
public record Ipv4Packet(
        Ipv4Address source,
        Ipv4Address destination,
        int dscp,
        int ecn,
        int identification,
        int reserved,
        boolean dontFragment,
        boolean moreFragments,
        int fragmentOffset,
        int timeToLive,
        Octets options,
        Payload payload,
        Pins pins)
        implements IpPacket {
    private static final int FIXED = TABLE.length();
    private static final int MAX = 65_535;

    /** Checks every field against its width, and the packet against the 65,535 octets that Total Length can say. */
    public Ipv4Packet {
        DSCP.check(dscp);
        ECN.check(ecn);
        IDENTIFICATION.check(identification);
        RESERVED.check(reserved);
        FRAGMENT_OFFSET.check(fragmentOffset);
        TIME_TO_LIVE.check(timeToLive);
        if (options.length() > 40 || options.length() % 4 != 0) {
            throw new IllegalArgumentException("IPv4 options take a multiple of 4 octets, at most 40; these are "
                    + Text.count(options.length(), "octet"));
        }
        int length = FIXED + options.length() + payload.length();
        if (length > MAX) {
            throw new IllegalArgumentException(
                    "an IPv4 packet has at most 65535 octets (Total Length, RFC 791); this one would have " + length
                            + ": " + (FIXED + options.length()) + " of header and " + payload.length() + " of data");
        }
    }

    /** A packet from {@code source} to {@code destination} that carries nothing yet: Time to Live 64, DF set. */
    public static Ipv4Packet of(Ipv4Address source, Ipv4Address destination) {
        return new Ipv4Packet(
                source, destination, 0, 0, 0, 0, true, false, 0, 64, Octets.EMPTY, Opaque.NOTHING, Pins.NONE);
    }

    /**
     * The packet that {@code octets} are. Octets behind Total Length (a link's padding) are passed over.
     *
     * @param octets from the first octet of the header on
     * @param next who reads the payload; fragments but the first of one piece stay {@link Opaque}
     * @throws Malformed for a packet that is cut off, of another version, or whose lengths contradict each other
     */
    public static Ipv4Packet decode(Octets octets, PayloadDecoder next) {
        return Ipv4Codec.decode(octets, next, Extent.WHOLE);
    }

    /** The header's length in octets, 20 to 60. */
    public int headerLength() {
        return FIXED + options.length();
    }

    @Override
    public int length() {
        return headerLength() + payload.length();
    }

    @Override
    public int announcedLength() {
        return (int) value(TOTAL_LENGTH);
    }

    @Override
    public boolean isFragment() {
        return moreFragments || fragmentOffset > 0;
    }

    @Override
    public Octets bytes() {
        byte[] target = new byte[length()];
        long derived = header(target);
        HEADER_CHECKSUM.put(target, 0, pins.value(HEADER_CHECKSUM, derived));
        payload.encode(target, headerLength(), pseudo());
        return Octets.wrap(target);
    }

    /** Writes the header with no checksum in it, and returns the one that belongs there. */
    private long header(byte[] target) {
        VERSION.put(target, 0, value(VERSION));
        IHL.put(target, 0, value(IHL));
        DSCP.put(target, 0, dscp);
        ECN.put(target, 0, ecn);
        TOTAL_LENGTH.put(target, 0, value(TOTAL_LENGTH));
        IDENTIFICATION.put(target, 0, identification);
        RESERVED.put(target, 0, reserved);
        DF.put(target, 0, dontFragment ? 1 : 0);
        MF.put(target, 0, moreFragments ? 1 : 0);
        FRAGMENT_OFFSET.put(target, 0, fragmentOffset);
        TIME_TO_LIVE.put(target, 0, timeToLive);
        PROTOCOL.put(target, 0, value(PROTOCOL));
        SOURCE_ADDRESS.put(target, 0, source.unsigned());
        DESTINATION_ADDRESS.put(target, 0, destination.unsigned());
        options.copyTo(target, FIXED);
        return Checksum.fold(Checksum.sum(0, target, 0, headerLength()));
    }

    private long value(Field computed) {
        return pins.value(computed, derived(computed));
    }

    /** What a computed field should be. */
    long derived(Field computed) {
        return switch (computed.name()) {
            case "Version" -> 4;
            case "IHL" -> headerLength() / 4;
            case "Total Length" -> length();
            case "Protocol" -> payload.protocol();
            default -> header(new byte[headerLength()]);
        };
    }

    @Override
    public boolean intact() {
        return (!pins.has(HEADER_CHECKSUM) || value(HEADER_CHECKSUM) == derived(HEADER_CHECKSUM))
                && payload.intact(pseudo());
    }

    @Override
    public Part layout() {
        Octets octets = bytes();
        List<Part> fields = new ArrayList<>(TABLE.parts(octets, 0, this::reading));
        if (!options.isEmpty()) {
            fields.add(Part.of(
                    "Options", FIXED * 8, options.length() * 8, "0x" + options.hex(), "IPv4 options (RFC 791, 3.1)"));
        }
        List<Part> sections = new ArrayList<>();
        sections.add(Part.of("IPv4 header", 0, headerLength() * 8, TABLE.rfc(), fields));
        sections.addAll(payload.sections(headerLength(), pseudo()));
        return Part.of("IPv4 packet", 0, octets.length() * 8, line(), sections);
    }

    private Part reading(Part part) {
        Field field = TABLE.field(part.name());
        Part marked = pins.has(field) ? part.mark(pins.mark(field, derived(field))) : part;
        return field.equals(PROTOCOL)
                ? marked.value(part.value() + Protocols.named(Integer.parseInt(part.value())))
                : marked;
    }

    @Override
    public String line() {
        String fragment = isFragment()
                ? ", fragment at " + fragmentOffset * 8 + (moreFragments ? ", more follow" : ", the last")
                : "";
        return source + " → " + destination + " " + payload.line(pseudo()) + fragment;
    }

    @Override
    public int ttl() {
        return timeToLive;
    }

    @Override
    public Ipv4Packet payload(Payload newPayload) {
        return new Ipv4Packet(
                source,
                destination,
                dscp,
                ecn,
                identification,
                reserved,
                dontFragment,
                moreFragments,
                fragmentOffset,
                timeToLive,
                options,
                newPayload,
                pins);
    }

    @Override
    public Ipv4Packet ttl(int hops) {
        return new Ipv4Packet(
                source,
                destination,
                dscp,
                ecn,
                identification,
                reserved,
                dontFragment,
                moreFragments,
                fragmentOffset,
                hops,
                options,
                payload,
                pins);
    }

    /** This packet with another Identification, 0 to 65,535. */
    public Ipv4Packet id(int newIdentification) {
        return new Ipv4Packet(
                source,
                destination,
                dscp,
                ecn,
                newIdentification,
                reserved,
                dontFragment,
                moreFragments,
                fragmentOffset,
                timeToLive,
                options,
                payload,
                pins);
    }

    /** This packet with DF set or clear. */
    public Ipv4Packet dontFragment(boolean df) {
        return new Ipv4Packet(
                source,
                destination,
                dscp,
                ecn,
                identification,
                reserved,
                df,
                moreFragments,
                fragmentOffset,
                timeToLive,
                options,
                payload,
                pins);
    }

    /** This packet as the piece at {@code units} of 8 octets, more pieces behind it or not. */
    public Ipv4Packet fragment(int units, boolean more) {
        return new Ipv4Packet(
                source,
                destination,
                dscp,
                ecn,
                identification,
                reserved,
                dontFragment,
                more,
                units,
                timeToLive,
                options,
                payload,
                pins);
    }

    /** This packet with another Differentiated Services codepoint, 0 to 63. */
    public Ipv4Packet dscp(int codepoint) {
        return new Ipv4Packet(
                source,
                destination,
                codepoint,
                ecn,
                identification,
                reserved,
                dontFragment,
                moreFragments,
                fragmentOffset,
                timeToLive,
                options,
                payload,
                pins);
    }

    @Override
    public Ipv4Packet ecn(int codepoint) {
        return new Ipv4Packet(
                source,
                destination,
                dscp,
                codepoint,
                identification,
                reserved,
                dontFragment,
                moreFragments,
                fragmentOffset,
                timeToLive,
                options,
                payload,
                pins);
    }

    /** This packet with options, as octets; padded with zeros to a multiple of 4. */
    public Ipv4Packet options(Octets newOptions) {
        Octets padded = newOptions.plus(Octets.wrap(new byte[-newOptions.length() & 3]));
        return new Ipv4Packet(
                source,
                destination,
                dscp,
                ecn,
                identification,
                reserved,
                dontFragment,
                moreFragments,
                fragmentOffset,
                timeToLive,
                padded,
                payload,
                pins);
    }

    /** This packet with other pins. */
    Ipv4Packet pins(Pins newPins) {
        return new Ipv4Packet(
                source,
                destination,
                dscp,
                ecn,
                identification,
                reserved,
                dontFragment,
                moreFragments,
                fragmentOffset,
                timeToLive,
                options,
                payload,
                newPins);
    }

    /** This packet with the Header Checksum that was found, where it is not the derived one. */
    Ipv4Packet keepChecksum(int found) {
        return pins(pins.keep(HEADER_CHECKSUM, found, derived(HEADER_CHECKSUM)));
    }

    @Override
    public List<IpPacket> fragment(int mtu) {
        return Fragments.of(this, mtu);
    }

    /** This packet with its Header Checksum pinned, 0 to 65,535. */
    public Ipv4Packet headerChecksum(int value) {
        return pins(pins.and(HEADER_CHECKSUM, value));
    }

    /** This packet with its Total Length pinned, 0 to 65,535. */
    public Ipv4Packet totalLength(int value) {
        return pins(pins.and(TOTAL_LENGTH, value));
    }

    /** This packet with its Protocol field pinned, 0 to 255. */
    public Ipv4Packet protocol(int value) {
        return pins(pins.and(PROTOCOL, value));
    }

    @Override
    public Ipv4Packet checksum(int value) {
        return payload(payload.checksum(value));
    }

    @Override
    public Ipv4Packet numbered(int index) {
        return id(identification + index & 0xffff);
    }

    @Override
    public String toString() {
        return line() + "\n" + diagram();
    }
}

package wirebook.ethernet;

import static wirebook.ethernet.EthernetHeader.DEI;
import static wirebook.ethernet.EthernetHeader.DESTINATION;
import static wirebook.ethernet.EthernetHeader.ETHER_TYPE;
import static wirebook.ethernet.EthernetHeader.PCP;
import static wirebook.ethernet.EthernetHeader.SOURCE;
import static wirebook.ethernet.EthernetHeader.TABLE;
import static wirebook.ethernet.EthernetHeader.VID;
import static wirebook.ethernet.EthernetHeader.VLAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Layer;
import wirebook.field.Part;
import wirebook.field.Pins;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Packet;
import wirebook.ip.Ipv6Packet;
import wirebook.ip.PacketCarrier;

/**
 * An Ethernet II frame without preamble and check sequence (IEEE 802.3, RFC 894): an immutable value whose EtherType is
 * derived until it is pinned.
 *
 * @param destination the interface that it is for
 * @param source the interface that sent it
 * @param tags the VLAN tags, the outermost first
 * @param payload what it carries: an IP packet, an ARP message, or {@link EtherData}
 * @param trailer the octets behind the payload that fill a frame up to its least length
 * @param pins the EtherType, if somebody has set it
 */
public record EthernetFrame(
        MacAddress destination, MacAddress source, List<VlanTag> tags, Layer payload, Octets trailer, Pins pins)
        implements Layer, PacketCarrier<EthernetFrame> {
    private static final int FIXED = TABLE.length();
    private static final int IPV4 = 0x0800;
    private static final int ARP = 0x0806;
    private static final int IPV6 = 0x86dd;

    /** Keeps its own list of tags. */
    public EthernetFrame {
        tags = List.copyOf(tags);
    }

    /** A frame from one interface to another that carries nothing yet. */
    public static EthernetFrame of(MacAddress source, MacAddress destination) {
        Layer nothing = new EtherData(0, Octets.EMPTY);
        return new EthernetFrame(destination, source, List.of(), nothing, Octets.EMPTY, Pins.NONE);
    }

    /**
     * The frame that {@code octets} are.
     *
     * @param packets who reads an IP packet
     * @throws Malformed for a header or tag that is cut off, or for a packet or ARP message that is malformed
     */
    public static EthernetFrame decode(Octets octets, Function<Octets, IpPacket> packets) {
        if (octets.length() < FIXED) {
            throw new Malformed(
                    "an Ethernet header has 14 octets, here are " + octets.length(), octets.length(), TABLE.rfc());
        }
        List<VlanTag> tags = new ArrayList<>();
        int etherType = (int) ETHER_TYPE.get(octets);
        int at = FIXED;
        while (etherType == VlanTag.CUSTOMER || etherType == VlanTag.PROVIDER) {
            Octets tag = tag(octets, at);
            tags.add(new VlanTag(etherType, (int) PCP.get(tag), DEI.get(tag) == 1, (int) VID.get(tag)));
            etherType = tag.u16(2);
            at += VlanTag.LENGTH;
        }
        Layer payload = payload(etherType, octets.from(at), packets, at);
        Octets trailer = octets.from(at + length(payload));
        MacAddress destination = new MacAddress(DESTINATION.get(octets));
        MacAddress source = new MacAddress(SOURCE.get(octets));
        EthernetFrame frame = new EthernetFrame(destination, source, tags, payload, trailer, Pins.NONE);
        return frame.pins(Pins.NONE.keep(ETHER_TYPE, etherType, frame.derivedType()));
    }

    /** Whether these octets begin like a frame that carries IP or ARP, or has a VLAN tag. */
    public static boolean startsWith(Octets octets) {
        return octets.length() >= FIXED
                && switch ((int) ETHER_TYPE.get(octets)) {
                    case IPV4, ARP, IPV6, VlanTag.CUSTOMER, VlanTag.PROVIDER -> true;
                    default -> false;
                };
    }

    private static Octets tag(Octets octets, int at) {
        if (octets.length() - at < VlanTag.LENGTH) {
            throw new Malformed("a VLAN tag has 4 octets, here are " + (octets.length() - at), at, VLAN.rfc());
        }
        return octets.slice(at, at + VlanTag.LENGTH);
    }

    private static Layer payload(int etherType, Octets octets, Function<Octets, IpPacket> packets, int shift) {
        try {
            return switch (etherType) {
                case IPV4, IPV6 -> packets.apply(octets);
                case ARP -> ArpMessage.decode(octets);
                default -> new EtherData(etherType, octets);
            };
        } catch (Malformed inside) {
            throw inside.shifted(shift);
        }
    }

    private static int length(Layer payload) {
        return payload instanceof IpPacket packet
                ? packet.length()
                : payload.bytes().length();
    }

    /** The packet in it, if it carries one. */
    public Optional<IpPacket> packet() {
        return payload instanceof IpPacket packet ? Optional.of(packet) : Optional.empty();
    }

    private int derivedType() {
        return switch (payload) {
            case Ipv4Packet _ -> IPV4;
            case Ipv6Packet _ -> IPV6;
            case ArpMessage _ -> ARP;
            case EtherData data -> data.etherType();
            default -> 0;
        };
    }

    private int headerLength() {
        return FIXED + tags.size() * VlanTag.LENGTH;
    }

    @Override
    public Octets bytes() {
        byte[] header = new byte[headerLength()];
        DESTINATION.put(header, 0, destination.bits());
        SOURCE.put(header, 0, source.bits());
        int at = FIXED;
        for (VlanTag tag : tags) {
            ETHER_TYPE.put(header, at - FIXED, tag.etherType());
            PCP.put(header, at, tag.priority());
            DEI.put(header, at, tag.dropEligible() ? 1 : 0);
            VID.put(header, at, tag.id());
            at += VlanTag.LENGTH;
        }
        ETHER_TYPE.put(header, at - FIXED, pins.value(ETHER_TYPE, derivedType()));
        return Octets.join(List.of(Octets.wrap(header), payload.bytes(), trailer));
    }

    @Override
    public Part layout() {
        Octets octets = bytes();
        List<Part> sections = new ArrayList<>();
        List<Part> fields = TABLE.parts(octets, 0, this::marked);
        sections.add(Part.of("Ethernet header", 0, FIXED * 8, TABLE.rfc(), fields));
        for (int at = FIXED; at < headerLength(); at += VlanTag.LENGTH) {
            List<Part> tag = VLAN.parts(octets.from(at), at, this::marked);
            sections.add(Part.of("VLAN tag", at * 8, VlanTag.LENGTH * 8, VLAN.rfc(), tag));
        }
        sections.addAll(payload.layout().shifted(headerLength()).parts());
        if (!trailer.isEmpty()) {
            int at = octets.length() - trailer.length();
            sections.add(Part.of("Trailer", at * 8, trailer.length() * 8, "", "fills the frame up to 60 octets"));
        }
        return Part.of("Ethernet frame", 0, octets.length() * 8, line(), sections);
    }

    private Part marked(Part part) {
        return part.name().equals(ETHER_TYPE.name()) && tags.isEmpty()
                ? part.mark(pins.mark(ETHER_TYPE, derivedType()))
                : part;
    }

    @Override
    public String line() {
        String tagged = tags.isEmpty() ? "" : tags + " ";
        return source + " → " + destination + " " + tagged + payload.line();
    }

    /** This frame carrying something else: an IP packet, an ARP message, or {@link EtherData}. */
    public EthernetFrame payload(Layer newPayload) {
        return new EthernetFrame(destination, source, tags, newPayload, trailer, pins);
    }

    /** This frame carrying a packet: {@code packet.over(ethernet(…))}. */
    @Override
    public EthernetFrame carry(IpPacket packet) {
        return payload(packet);
    }

    /** This frame with exactly these VLAN tags. */
    public EthernetFrame tags(VlanTag... newTags) {
        return new EthernetFrame(destination, source, List.of(newTags), payload, trailer, pins);
    }

    /** This frame with zeros behind the payload, up to the 60 octets that Ethernet asks for. */
    public EthernetFrame padded() {
        int missing = Math.max(0, 60 - headerLength() - length(payload));
        return new EthernetFrame(destination, source, tags, payload, Octets.wrap(new byte[missing]), pins);
    }

    private EthernetFrame pins(Pins newPins) {
        return new EthernetFrame(destination, source, tags, payload, trailer, newPins);
    }

    /** This frame with its EtherType pinned, 0 to 65,535. */
    public EthernetFrame etherType(int number) {
        return pins(pins.and(ETHER_TYPE, number));
    }

    @Override
    public String toString() {
        return line() + "\n" + diagram();
    }
}

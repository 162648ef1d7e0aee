package wirebook.ip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;
import wirebook.field.Text;

/** Packets in pieces: cut by a router or a source (RFC 791, 3.2; RFC 8200, 4.5), and put together again. */
public final class Fragments {
    private static final int UNIT = 8;
    private static final int COPIED = 0x80;

    private Fragments() {}

    static List<IpPacket> of(Ipv4Packet packet, int mtu) {
        if (packet.length() <= mtu) {
            return List.of(packet);
        }
        if (packet.dontFragment()) {
            throw new IllegalArgumentException("the packet has " + Text.count(packet.length(), "octet") + " and DF set:"
                    + " a router with an MTU of " + mtu + " drops it and answers Fragmentation Needed (RFC 1191)");
        }
        List<IpPacket> pieces = new ArrayList<>();
        Octets data = packet.bytes().from(packet.headerLength());
        int protocol = packet.payload().protocol();
        Ipv4Packet later = packet.options(copied(packet.options()));
        for (int at = 0; at < data.length(); ) {
            Ipv4Packet template = at == 0 ? packet : later;
            int end = at + room(mtu - template.headerLength(), data.length() - at, mtu);
            boolean more = end < data.length() || packet.moreFragments();
            pieces.add(template.payload(new Opaque(protocol, data.slice(at, end)))
                    .fragment(packet.fragmentOffset() + at / UNIT, more));
            at = end;
        }
        return List.copyOf(pieces);
    }

    static List<IpPacket> of(Ipv6Packet packet, int mtu, long identification) {
        if (packet.length() <= mtu) {
            return List.of(packet);
        }
        if (packet.fragmentHeader().isPresent()) {
            throw new IllegalArgumentException(
                    "only the source cuts an IPv6 packet (RFC 8200, 5): this is a piece already");
        }
        int kept = perFragment(packet.extensions());
        List<ExtensionHeader> front = packet.extensions().subList(0, kept);
        Ipv6Packet template = packet.extensions(front);
        Octets data = packet.bytes().from(template.headerLength());
        int number = kept < packet.extensions().size()
                ? packet.extensions().get(kept).number()
                : packet.payload().protocol();
        List<IpPacket> pieces = new ArrayList<>();
        for (int at = 0; at < data.length(); ) {
            int end = at + room(mtu - template.headerLength() - UNIT, data.length() - at, mtu);
            List<ExtensionHeader> headers = new ArrayList<>(front);
            headers.add(new ExtensionHeader.Fragment(at / UNIT, end < data.length(), identification));
            pieces.add(template.payload(new Opaque(number, data.slice(at, end))).extensions(headers));
            at = end;
        }
        return List.copyOf(pieces);
    }

    /** How many octets of data a piece takes: all that are left, or a multiple of 8. */
    private static int room(int space, int left, int mtu) {
        if (space < Math.min(UNIT, left)) {
            throw new IllegalArgumentException(
                    "an MTU of " + mtu + " has no room for the header and 8 octets of data (RFC 791, 3.2)");
        }
        return left <= space ? left : space / UNIT * UNIT;
    }

    /** The options that go into every piece: those whose first bit is set (RFC 791, 3.1). */
    private static Octets copied(Octets options) {
        Octets copied = Octets.EMPTY;
        for (int at = 0; at < options.length() && options.at(at) != 0; ) {
            int length = options.at(at) == 1 || at + 1 == options.length() ? 1 : Math.max(2, options.at(at + 1));
            int end = Math.min(options.length(), at + length);
            if ((options.at(at) & COPIED) != 0) {
                copied = copied.plus(options.slice(at, end));
            }
            at = end;
        }
        return copied;
    }

    /** How many extension headers routers read: all up to Routing, or else Hop-by-Hop Options (RFC 8200, 4.5). */
    private static int perFragment(List<ExtensionHeader> extensions) {
        int kept = 0;
        for (int i = 0; i < extensions.size(); i++) {
            boolean read = extensions.get(i) instanceof ExtensionHeader.Routing
                    || extensions.get(i) instanceof ExtensionHeader.HopByHop;
            kept = read ? i + 1 : kept;
        }
        return kept;
    }

    /**
     * The whole packets among {@code packets}, in the order in which they became whole; pieces that lack others are left
     * out.
     *
     * @param next who reads what the packets carry
     */
    public static List<IpPacket> reassemble(List<? extends IpPacket> packets, PayloadDecoder next) {
        Reassembly reassembly = new Reassembly(next);
        List<IpPacket> whole = new ArrayList<>();
        packets.forEach(packet -> reassembly.receive(packet, Duration.ZERO).ifPresent(whole::add));
        return List.copyOf(whole);
    }
}

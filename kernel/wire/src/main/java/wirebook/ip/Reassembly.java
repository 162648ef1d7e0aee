package wirebook.ip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Pins;

/**
 * A host's store of fragments, without a clock or a network: pieces and time go in, whole packets and ICMP errors come out.
 *
 * <p>Pieces belong together by source, destination, Identification and, in IPv4, Protocol (RFC 791, 3.2; RFC 815). A piece
 * that is no multiple of 8 octets and not the last, one that would reach beyond 65,535 octets, and TCP's second piece at
 * offset 1, which could rewrite the flags (RFC 1858, 4.2), are dropped. IPv6 drops packets whose pieces overlap (RFC 5722).
 */
public final class Reassembly {
    private static final int MAX = 65_535;
    private static final int UNIT = 8;

    private record Key(IpAddress source, IpAddress destination, int protocol, long identification) {}

    private final Map<Key, Pieces> pending = new LinkedHashMap<>();
    private final PayloadDecoder next;
    private final Overlap overlap;
    private final Duration timeout;
    private final int capacity;

    /** A store that takes the newest octets where pieces overlap, waits 60 seconds, and holds 1,024 packets in pieces. */
    public Reassembly(PayloadDecoder next) {
        this(next, Overlap.NEWEST, Duration.ofSeconds(60), 1024);
    }

    /**
     * A store.
     *
     * @param next who reads what a whole packet carries; what it calls malformed stays {@link Opaque}
     * @param overlap what to do where IPv4 pieces overlap
     * @param timeout how long after its first piece a packet is given up: 60 to 120 seconds (RFC 1122, 3.3.2), 60 in IPv6
     * @param capacity how many packets may be in pieces at once; the oldest gives way
     */
    public Reassembly(PayloadDecoder next, Overlap overlap, Duration timeout, int capacity) {
        this.next = next;
        this.overlap = overlap;
        this.timeout = timeout;
        this.capacity = capacity;
    }

    /** A packet arrives: itself if it is whole, the packet that it completes, or nothing yet. */
    public Optional<IpPacket> receive(IpPacket packet, Duration now) {
        if (!packet.isFragment()) {
            return Optional.of(packet);
        }
        return switch (packet) {
            case Ipv4Packet piece ->
                piece(
                        piece,
                        new Key(
                                piece.source(),
                                piece.destination(),
                                piece.payload().protocol(),
                                piece.identification()),
                        piece.fragmentOffset() * UNIT,
                        piece.moreFragments(),
                        now);
            case Ipv6Packet piece ->
                piece.fragmentHeader()
                        .flatMap(header -> piece(
                                piece,
                                new Key(piece.source(), piece.destination(), 0, header.identification()),
                                header.offset() * UNIT,
                                header.more(),
                                now));
        };
    }

    private Optional<IpPacket> piece(IpPacket piece, Key key, int from, boolean more, Duration now) {
        Octets data = data(piece);
        if (impossible(piece, from, data.length(), more)) {
            return Optional.empty();
        }
        Pieces pieces = pending.computeIfAbsent(
                key, _ -> new Pieces(piece instanceof Ipv6Packet ? Overlap.DROP : overlap, now.plus(timeout)));
        pieces.add(piece, from, data, more);
        if (!pieces.isWhole()) {
            makeRoom();
            return Optional.empty();
        }
        pending.remove(key);
        return pieces.first()
                .filter(first -> first.length() - first.payload().length() + pieces.length() <= MAX)
                .map(first -> whole(first, pieces.data()));
    }

    private static Octets data(IpPacket piece) {
        byte[] target = new byte[piece.payload().length()];
        piece.payload().encode(target, 0, piece.pseudo());
        return Octets.wrap(target);
    }

    private static boolean impossible(IpPacket piece, int from, int length, boolean more) {
        boolean rewritesFlags =
                from == UNIT && piece.payload().protocol() == Protocols.TCP && piece instanceof Ipv4Packet;
        return length == 0 || (more && length % UNIT != 0) || from + length > MAX || rewritesFlags;
    }

    private void makeRoom() {
        if (pending.size() > capacity) {
            Iterator<Key> oldest = pending.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private IpPacket whole(IpPacket first, Octets data) {
        return switch (first) {
            case Ipv4Packet header -> {
                Ipv4Packet bare = header.pins(Pins.NONE).fragment(0, false);
                int protocol = header.payload().protocol();
                yield bare.payload(payload(protocol, data, bare.pseudo()));
            }
            case Ipv6Packet header -> whole(header, data);
        };
    }

    private IpPacket whole(Ipv6Packet first, Octets data) {
        List<ExtensionHeader> front = new ArrayList<>();
        for (ExtensionHeader extension : first.extensions()) {
            if (extension instanceof ExtensionHeader.Fragment) {
                break;
            }
            front.add(extension);
        }
        Ipv6Packet bare = first.pins(Pins.NONE).extensions(front);
        Ipv6Packet joined = bare.payload(new Opaque(first.payload().protocol(), data));
        try {
            return Ipv6Packet.decode(joined.bytes(), next);
        } catch (Malformed broken) {
            return joined;
        }
    }

    private Payload payload(int protocol, Octets data, PseudoHeader pseudo) {
        try {
            return next.decode(protocol, data, pseudo);
        } catch (Malformed broken) {
            return new Opaque(protocol, data);
        }
    }

    /**
     * Time passes: packets that waited too long for their pieces are given up.
     *
     * @return for each whose first piece had arrived, that piece: its source is told Time Exceeded, code 1 (RFC 792)
     */
    public List<IpPacket> tick(Duration now) {
        List<IpPacket> lost = new ArrayList<>();
        for (Iterator<Pieces> each = pending.values().iterator(); each.hasNext(); ) {
            Pieces pieces = each.next();
            if (pieces.expires().compareTo(now) <= 0) {
                pieces.first().ifPresent(lost::add);
                each.remove();
            }
        }
        return List.copyOf(lost);
    }

    /** How many packets are in pieces. */
    public int pending() {
        return pending.size();
    }
}

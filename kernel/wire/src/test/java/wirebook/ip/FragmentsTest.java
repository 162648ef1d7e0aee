package wirebook.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.ForAll.forAll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;

class FragmentsTest {
    private static final Ipv4Packet V4 = Ipv4Packet.of(Ipv4Address.of("192.0.2.10"), Ipv4Address.of("198.51.100.7"))
            .dontFragment(false);
    private static final Ipv6Packet V6 = Ipv6Packet.of(Ipv6Address.of("2001:db8::1"), Ipv6Address.of("2001:db8::2"));
    private static final Duration NOW = Duration.ZERO;

    private static final PayloadDecoder UDP = (protocol, octets, pseudo) -> UdpDatagram.decode(octets, pseudo);

    private static UdpDatagram datagram(int octets) {
        byte[] data = new byte[octets];
        new Random(octets).nextBytes(data);
        return UdpDatagram.of(1, 2).data(Octets.wrap(data));
    }

    /** A piece of an IPv4 packet that carries {@code text} at {@code offset} octets. */
    private static Ipv4Packet piece(int offset, String text, boolean more) {
        return V4.payload(new Opaque(200, Octets.ofText(text))).fragment(offset / 8, more);
    }

    private static String reassembled(Overlap overlap, Ipv4Packet... pieces) {
        Reassembly store = new Reassembly(PayloadDecoder.OPAQUE, overlap, Duration.ofSeconds(60), 16);
        String whole = "";
        for (Ipv4Packet piece : pieces) {
            whole = store.receive(piece, NOW)
                    .map(packet -> ((Opaque) packet.payload()).data().text())
                    .orElse(whole);
        }
        return whole;
    }

    @Test
    void aDatagramOf4000OctetsTakesThreePackets() {
        List<IpPacket> pieces = V4.id(77).payload(datagram(4000)).fragment(1500);
        assertThat(pieces.stream().map(IpPacket::line))
                .containsExactly(
                        "192.0.2.10 → 198.51.100.7 protocol 17, 1480 octets, fragment at 0, more follow",
                        "192.0.2.10 → 198.51.100.7 protocol 17, 1480 octets, fragment at 1480, more follow",
                        "192.0.2.10 → 198.51.100.7 protocol 17, 1048 octets, fragment at 2960, the last");
    }

    @Test
    void piecesInAnyOrderMakeThePacketAgain() {
        forAll(random -> random, random -> {
            IpPacket packet =
                    (random.nextBoolean() ? V4.id(random.nextInt(65_536)) : V6).payload(datagram(random.nextInt(5000)));
            List<IpPacket> pieces = new ArrayList<>(packet.fragment(100 + random.nextInt(1500)));
            pieces.addAll(pieces.subList(0, random.nextInt(pieces.size())));
            Collections.shuffle(pieces, random);
            assertThat(Fragments.reassemble(pieces, UDP)).contains(packet);
        });
    }

    @Test
    void aPieceCanBeCutAgain() {
        IpPacket packet = V4.payload(datagram(3000));
        List<IpPacket> twice = packet.fragment(1500).stream()
                .flatMap(piece -> piece.fragment(300).stream())
                .toList();
        assertThat(Fragments.reassemble(twice, UDP)).containsExactly(packet);
    }

    @Test
    void aPacketWithDfIsNotCut() {
        IpPacket packet = V4.dontFragment(true).payload(datagram(2000));
        assertThatThrownBy(() -> packet.fragment(1500))
                .hasMessage("the packet has 2028 octets and DF set: a router with an MTU of 1500 drops it"
                        + " and answers Fragmentation Needed (RFC 1191)");
    }

    @Test
    void onlyOptionsThatSaySoGoIntoEveryPiece() {
        Octets routerAlertAndTimestamp = Octets.ofHex("94040000 44040500");
        List<IpPacket> pieces =
                V4.options(routerAlertAndTimestamp).payload(datagram(100)).fragment(68);
        assertThat(((Ipv4Packet) pieces.get(0)).options()).isEqualTo(routerAlertAndTimestamp);
        assertThat(((Ipv4Packet) pieces.get(1)).options().hex()).isEqualTo("94040000");
    }

    @Test
    void wherePiecesOverlapThePolicyDecides() {
        Ipv4Packet[] pieces = {
            piece(0, "AAAAAAAAAAAAAAAA", true), piece(8, "BBBBBBBBBBBBBBBB", true), piece(24, "C", false)
        };
        assertThat(reassembled(Overlap.NEWEST, pieces)).isEqualTo("AAAAAAAABBBBBBBBBBBBBBBBC");
        assertThat(reassembled(Overlap.OLDEST, pieces)).isEqualTo("AAAAAAAAAAAAAAAABBBBBBBBC");
        assertThat(reassembled(Overlap.DROP, pieces)).isEmpty();
    }

    @Test
    void piecesOfIpv6ThatOverlapAreDroppedForGood() {
        List<IpPacket> pieces = V6.payload(datagram(3000)).fragment(1280);
        List<IpPacket> other = V6.payload(datagram(2999)).fragment(1000);
        Reassembly store = new Reassembly(UDP);
        store.receive(pieces.get(0), NOW);
        store.receive(other.get(1), NOW);
        pieces.forEach(piece -> assertThat(store.receive(piece, NOW)).isEmpty());
    }

    @Test
    void aSecondPieceThatCouldRewriteTcpsFlagsIsDropped() {
        Ipv4Packet attack =
                V4.payload(new Opaque(Protocols.TCP, Octets.wrap(new byte[16]))).fragment(1, true);
        Reassembly store = new Reassembly(PayloadDecoder.OPAQUE);
        assertThat(store.receive(attack, NOW)).isEmpty();
        assertThat(store.pending()).isZero();
    }

    @Test
    void afterAMinuteThePiecesAreGivenUpAndTheSourceIsTold() {
        Reassembly store = new Reassembly(UDP);
        IpPacket first = V4.payload(datagram(3000)).fragment(1500).getFirst();
        store.receive(first, NOW);
        assertThat(store.tick(Duration.ofSeconds(59))).isEmpty();
        assertThat(store.tick(Duration.ofSeconds(60))).containsExactly(first);
        assertThat(store.pending()).isZero();
    }

    @Test
    void aPacketOfMoreThan65535OctetsIsNeverMade() {
        String eight = "12345678";
        assertThat(reassembled(Overlap.NEWEST, piece(0, eight, true), piece(65_528, eight, false)))
                .isEmpty();
    }
}

package wirebook.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.ForAll.forAll;

import java.util.Random;
import org.junit.jupiter.api.Test;
import wirebook.ForAll;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

class Ipv4PacketTest {
    private static final Ipv4Address HERE = Ipv4Address.of("192.0.2.10");
    private static final Ipv4Address THERE = Ipv4Address.of("198.51.100.7");

    /** A UDP datagram from 192.168.0.1 to 192.168.0.199. */
    private static final Octets HEADER = Octets.ofHex("4500 0073 0000 4000 4011 b861 c0a8 0001 c0a8 00c7");

    private static Ipv4Packet any(Random random) {
        return Ipv4Packet.of(new Ipv4Address(random.nextInt()), new Ipv4Address(random.nextInt()))
                .id(random.nextInt(65_536))
                .ttl(random.nextInt(256))
                .dscp(random.nextInt(64))
                .ecn(random.nextInt(4))
                .dontFragment(random.nextBoolean())
                .options(Octets.wrap(ForAll.octets(random, 40)))
                .payload(new Opaque(random.nextInt(256), Octets.wrap(ForAll.octets(random, 100))));
    }

    @Test
    void theHeaderOfARealPacket() {
        Octets octets = HEADER.plus(Octets.wrap(new byte[0x73 - 20]));
        Ipv4Packet packet = Ipv4Packet.decode(octets, PayloadDecoder.OPAQUE);
        assertThat(packet.source()).hasToString("192.168.0.1");
        assertThat(packet.destination()).hasToString("192.168.0.199");
        assertThat(packet.payload().protocol()).isEqualTo(Protocols.UDP);
        assertThat(packet.dontFragment()).isTrue();
        assertThat(packet.intact()).isTrue();
        assertThat(packet.bytes()).isEqualTo(octets);
    }

    @Test
    void whatIsEncodedIsDecodedAgain() {
        forAll(
                Ipv4PacketTest::any,
                packet -> assertThat(Ipv4Packet.decode(packet.bytes(), PayloadDecoder.OPAQUE))
                        .isEqualTo(packet));
    }

    @Test
    void aPacketHasAtMost65535Octets() {
        Payload tooMuch = new Opaque(17, Octets.wrap(new byte[70_000]));
        assertThatThrownBy(() -> Ipv4Packet.of(HERE, THERE).payload(tooMuch))
                .hasMessage("an IPv4 packet has at most 65535 octets (Total Length, RFC 791);"
                        + " this one would have 70020: 20 of header and 70000 of data");
    }

    @Test
    void aPinnedChecksumSaysWhatItShouldBe() {
        Ipv4Packet packet = Ipv4Packet.of(HERE, THERE).headerChecksum(0xdead);
        assertThat(packet.intact()).isFalse();
        assertThat(packet.tree().toString()).contains("0xdead  (pinned, should be 0x4e6a)");
        assertThat(Ipv4Packet.decode(packet.bytes(), PayloadDecoder.OPAQUE)).isEqualTo(packet);
    }

    @Test
    void aPinThatIsRightIsStillAPin() {
        assertThat(Ipv4Packet.of(HERE, THERE).totalLength(20).tree().toString()).contains("20  (pinned)");
    }

    @Test
    void paddingBehindTotalLengthIsPassedOver() {
        Ipv4Packet packet = Ipv4Packet.of(HERE, THERE);
        Octets padded = packet.bytes().plus(Octets.wrap(new byte[26]));
        assertThat(Ipv4Packet.decode(padded, PayloadDecoder.OPAQUE)).isEqualTo(packet);
    }

    @Test
    void errorsSayWhatWhereAndByWhichRule() {
        assertThatThrownBy(() -> IpPacket.decode(HEADER.slice(0, 12), PayloadDecoder.OPAQUE))
                .isInstanceOf(Malformed.class)
                .hasMessage("an IPv4 header has at least 20 octets, here are 12 (at octet 12; RFC 791, 3.1)");
        assertThatThrownBy(() -> IpPacket.decode(HEADER, PayloadDecoder.OPAQUE))
                .hasMessage("Total Length says 115 octets, here are 20 (at octet 20; RFC 791, 3.1)");
        assertThatThrownBy(() -> IpPacket.decode(Octets.ofHex("00"), PayloadDecoder.OPAQUE))
                .hasMessage("IP has Version 4 or 6, this is 0 (at octet 0; RFC 791, 3.1)");
        assertThatThrownBy(() -> Ipv4Address.of("192.0.2.256"))
                .hasMessage("\"192.0.2.256\" is not an IPv4 address: four numbers from 0 to 255, such as 192.0.2.1");
    }

    @Test
    void theBeginningOfAPacketKeepsWhatItsHeaderSays() {
        IpPacket packet = IpPacket.decodeBeginning(HEADER, PayloadDecoder.OPAQUE);
        assertThat(packet.length()).isEqualTo(20);
        assertThat(packet.announcedLength()).isEqualTo(115);
        assertThat(packet.tree().toString()).contains("115  (pinned, should be 20)");
    }
}

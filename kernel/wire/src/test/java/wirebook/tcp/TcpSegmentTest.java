package wirebook.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.ForAll.forAll;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wirebook.ForAll;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;

class TcpSegmentTest {
    private static final Ipv4Packet PACKET =
            Ipv4Packet.of(Ipv4Address.of("192.0.2.10"), Ipv4Address.of("198.51.100.7"));

    private static TcpOption option(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new TcpOption.NoOperation();
            case 1 -> new TcpOption.MaximumSegmentSize(random.nextInt(65_536));
            case 2 -> new TcpOption.WindowScale(random.nextInt(15));
            case 3 -> new TcpOption.SackPermitted();
            case 4 -> new TcpOption.Sack(List.of(new SackBlock(random.nextInt(1000), 1000)));
            default -> new TcpOption.Unknown(200, Octets.wrap(ForAll.octets(random, 4)));
        };
    }

    private static IpPacket any(Random random) {
        List<TcpOption> options = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            options.add(option(random));
        }
        return PACKET.payload(TcpSegment.of(random.nextInt(65_536), random.nextInt(65_536))
                .seq(random.nextLong() & 0xffff_ffffL)
                .ack(random.nextLong() & 0xffff_ffffL)
                .flags(new ControlBits(random.nextInt(256)))
                .win(random.nextInt(65_536))
                .options(options)
                .data(Octets.wrap(ForAll.octets(random, 100))));
    }

    @Test
    void aSynInOctets() {
        TcpSegment syn = TcpSegment.of(49152, 80)
                .seq(1000)
                .flags(ControlBit.SYN)
                .options(new TcpOption.MaximumSegmentSize(1460), new TcpOption.SackPermitted());
        assertThat(PACKET.payload(syn).bytes().from(20).hex())
                .isEqualTo("c000" + "0050" + "000003e8" + "00000000" + "7002" + "ffff" + "d3a2" + "0000" + "020405b4"
                        + "0402" + "0000");
    }

    @Test
    void whatIsEncodedIsDecodedAgain() {
        forAll(TcpSegmentTest::any, packet -> {
            assertThat(PacketDecoder.decode(packet.bytes())).isEqualTo(packet);
            assertThat(packet.intact()).isTrue();
        });
    }

    @Test
    void oneBitThatChangesOnTheWayIsFound() {
        forAll(
                random -> {
                    byte[] octets = any(random).bytes().toArray();
                    int bit = random.nextInt(octets.length * 8 - 160) + 160;
                    octets[bit / 8] ^= (byte) (1 << bit % 8);
                    return Octets.wrap(octets);
                },
                octets -> {
                    try {
                        assertThat(PacketDecoder.decode(octets).intact()).isFalse();
                    } catch (wirebook.bytes.Malformed found) {
                        assertThat(found.rule()).startsWith("RFC 9293");
                    }
                });
    }

    @Test
    void aPortThatDoesNotFitIsRefusedInTheRfcsWords() {
        assertThatThrownBy(() -> TcpSegment.of(49152, 80_000))
                .hasMessage("Destination Port 80000 does not fit in 16 bits (0 to 65535)");
    }

    @Test
    void aPinnedChecksumSaysWhatItShouldBe() {
        IpPacket packet = PACKET.payload(TcpSegment.of(1, 2)).checksum(0xdead);
        assertThat(packet.tree().toString()).contains("0xdead  (pinned, should be 0xc39c)");
        assertThat(packet.intact()).isFalse();
        assertThat(packet.line()).endsWith("(bad checksum)");
        assertThat(PacketDecoder.decode(packet.bytes())).isEqualTo(packet);
    }

    @Test
    void optionsThatBreakTheirFormatAreMalformed() {
        String fixed = "c000 0050 00000000 00000000 6002 ffff 0000 0000";
        assertThatThrownBy(() -> TcpSegment.decode(Octets.ofHex(fixed + "02050000"), PACKET.pseudo()))
                .hasMessage("option of kind 2 says it has 5 octets; from 2 to 4 are possible here"
                        + " (at octet 21; RFC 9293, 3.1)");
        assertThatThrownBy(() -> TcpSegment.decode(Octets.ofHex(fixed), PACKET.pseudo()))
                .hasMessage("Data Offset says 24 octets of header, here are 20 (at octet 12; RFC 9293, 3.1)");
    }
}

package wirebook.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.ForAll.forAll;

import org.junit.jupiter.api.Test;
import wirebook.ForAll;
import wirebook.bytes.Octets;

class UdpDatagramTest {
    private static final Ipv4Packet PACKET =
            Ipv4Packet.of(Ipv4Address.of("192.0.2.10"), Ipv4Address.of("198.51.100.7"));
    private static final Ipv6Packet PACKET_6 =
            Ipv6Packet.of(Ipv6Address.of("2001:db8::1"), Ipv6Address.of("2001:db8::2"));

    private static Octets encoded(UdpDatagram datagram) {
        return PACKET.payload(datagram).bytes().from(20);
    }

    @Test
    void aDatagramInOctets() {
        assertThat(encoded(UdpDatagram.of(1024, 53).data(Octets.ofText("hi"))).hex())
                .isEqualTo("0400" + "0035" + "000a" + "a6f6" + "6869");
    }

    @Test
    void whatIsEncodedIsDecodedAgain() {
        forAll(
                random -> UdpDatagram.of(random.nextInt(65_536), random.nextInt(65_536))
                        .data(Octets.wrap(ForAll.octets(random, 200))),
                datagram -> {
                    assertThat(UdpDatagram.decode(encoded(datagram), PACKET.pseudo()))
                            .isEqualTo(datagram);
                    assertThat(datagram.intact(PACKET.pseudo())).isTrue();
                });
    }

    @Test
    void aChecksumOfZeroMeansNoneInIpv4AndAnErrorInIpv6() {
        UdpDatagram none = UdpDatagram.of(1, 2).checksum(0);
        assertThat(none.intact(PACKET.pseudo())).isTrue();
        assertThat(none.intact(PACKET_6.pseudo())).isFalse();
        assertThat(PACKET.payload(none).tree().toString()).contains("0x0000  (none, could be 0x1396)");
    }

    @Test
    void lengthsThatContradictThePacketAreMalformed() {
        assertThatThrownBy(() -> UdpDatagram.decode(Octets.ofHex("0001 0002 0007 0000"), PACKET.pseudo()))
                .hasMessage("Length says 7; from 8 to 8 octets are possible here (at octet 4; RFC 768)");
        assertThatThrownBy(() -> UdpDatagram.of(1, 2).data(Octets.wrap(new byte[65_530])))
                .hasMessage("a UDP datagram has at most 65535 octets (Length, RFC 768); this one would have 65538");
    }
}

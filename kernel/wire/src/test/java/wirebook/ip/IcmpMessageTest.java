package wirebook.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;

class IcmpMessageTest {
    private static final Ipv4Packet PACKET =
            Ipv4Packet.of(Ipv4Address.of("192.0.2.10"), Ipv4Address.of("198.51.100.7"));

    @Test
    void aPing() {
        IcmpMessage ping = IcmpMessage.echo(1, 2, Octets.ofText("ping"));
        assertThat(ping.bytes().hex()).isEqualTo("0800" + "192c" + "0001" + "0002" + "70696e67");
        assertThat(ping.line()).isEqualTo("ICMP Echo id 1 seq 2");
        assertThat(ping.reply().line()).isEqualTo("ICMP Echo Reply id 1 seq 2");
        assertThat(ping.reply().data()).isEqualTo(ping.data());
    }

    @Test
    void anErrorQuotesThePacketThatItIsAbout() {
        IpPacket packet = PACKET.payload(UdpDatagram.of(1, 53).data(Octets.wrap(new byte[1000])));
        IcmpMessage error = IcmpMessage.tooBig(576, packet);
        assertThat(error.length()).isEqualTo(556);
        assertThat(error.mtu()).hasValue(576L);
        assertThat(error.line())
                .isEqualTo("ICMP Destination Unreachable, fragmentation needed and DF set mtu 576"
                        + " about 192.0.2.10 → 198.51.100.7");
        IpPacket quoted = error.quoted(PayloadDecoder.OPAQUE).orElseThrow();
        assertThat(quoted.destination()).isEqualTo(packet.destination());
        assertThat(quoted.announcedLength()).isEqualTo(packet.length());
    }

    @Test
    void anIpv6PacketGetsAnErrorOfItsVersion() {
        Ipv6Packet packet = Ipv6Packet.of(Ipv6Address.of("2001:db8::1"), Ipv6Address.of("2001:db8::2"));
        assertThat(IcmpMessage.tooBig(1280, packet).line())
                .isEqualTo("ICMPv6 Packet Too Big mtu 1280 about 2001:db8::1 → 2001:db8::2");
        assertThat(IcmpMessage.timeExceeded(packet).type()).isEqualTo(3);
    }

    @Test
    void aWrongChecksumIsKeptAndMarked() {
        Octets octets = PACKET.payload(IcmpMessage.echo(1, 2, Octets.EMPTY).checksum(0xdead))
                .bytes();
        IpPacket read = Ipv4Packet.decode(octets, (protocol, data, pseudo) -> IcmpMessage.decode(false, data, pseudo));
        assertThat(read.intact()).isFalse();
        assertThat(read.tree().toString()).contains("0xdead  (pinned, should be 0xf7fc)");
        assertThat(read.bytes()).isEqualTo(octets);
    }

    @Test
    void fewerThanEightOctetsAreNoMessage() {
        assertThatThrownBy(() -> IcmpMessage.decode(false, Octets.ofHex("0800"), PACKET.pseudo()))
                .hasMessage("an ICMP header has 8 octets, here are 2 (at octet 2; RFC 792)");
    }
}

package wirebook.ethernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.ip.PayloadDecoder;

class EthernetFrameTest {
    private static final MacAddress HERE = MacAddress.of("02:00:00:00:00:01");
    private static final MacAddress THERE = MacAddress.of("02:00:00:00:00:02");
    private static final Ipv4Address ADDRESS = Ipv4Address.of("192.0.2.10");
    private static final Ipv4Address OTHER = Ipv4Address.of("192.0.2.1");

    private static EthernetFrame decode(Octets octets) {
        return EthernetFrame.decode(octets, packet -> IpPacket.decode(packet, PayloadDecoder.OPAQUE));
    }

    @Test
    void whoHasThisAddress() {
        ArpMessage question = ArpMessage.request(HERE, ADDRESS, OTHER);
        EthernetFrame frame =
                EthernetFrame.of(HERE, MacAddress.BROADCAST).payload(question).padded();
        assertThat(frame.bytes().hex())
                .isEqualTo("ffffffffffff" + "020000000001" + "0806" + "0001" + "0800" + "0604" + "0001" + "020000000001"
                        + "c000020a" + "000000000000" + "c0000201" + "00".repeat(18));
        assertThat(frame.line())
                .isEqualTo("02:00:00:00:00:01 → ff:ff:ff:ff:ff:ff ARP who has 192.0.2.1? tell 192.0.2.10");
        assertThat(decode(frame.bytes())).isEqualTo(frame);
        assertThat(question.reply(THERE).line()).isEqualTo("ARP 192.0.2.1 is at 02:00:00:00:00:02");
    }

    @Test
    void aPacketInTwoVirtualNetworks() {
        EthernetFrame frame = EthernetFrame.of(HERE, THERE)
                .tags(new VlanTag(0x88a8, 5, false, 100), VlanTag.of(7))
                .payload(Ipv4Packet.of(ADDRESS, OTHER));
        assertThat(frame.bytes().slice(12, 22).hex()).isEqualTo("88a8" + "a064" + "8100" + "0007" + "0800");
        assertThat(decode(frame.bytes())).isEqualTo(frame);
        assertThat(frame.packet()).contains(Ipv4Packet.of(ADDRESS, OTHER));
    }

    @Test
    void aPinnedEtherTypeSaysWhatItShouldBe() {
        EthernetFrame frame = EthernetFrame.of(HERE, THERE)
                .payload(Ipv4Packet.of(ADDRESS, OTHER))
                .etherType(0x86dd);
        assertThat(frame.tree().toString()).contains("0x86dd  (pinned, should be 0x0800)");
    }

    @Test
    void errorsCountFromTheFirstOctetOfTheFrame() {
        Octets header = Octets.ofHex("020000000002 020000000001 0800 45");
        assertThatThrownBy(() -> decode(header))
                .hasMessage("an IPv4 header has at least 20 octets, here are 1 (at octet 15; RFC 791, 3.1)");
        assertThatThrownBy(() -> MacAddress.of("02:00"))
                .hasMessage("\"02:00\" is not a hardware address: six octets, such as 02:00:5e:10:00:01");
    }
}

package wirebook.tcp;

import org.junit.jupiter.api.Test;
import wirebook.Golden;
import wirebook.bytes.Octets;
import wirebook.ethernet.ArpMessage;
import wirebook.ethernet.EthernetFrame;
import wirebook.ethernet.MacAddress;
import wirebook.ethernet.VlanTag;
import wirebook.field.Layer;
import wirebook.ip.ExtensionHeader;
import wirebook.ip.IcmpMessage;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.ip.Ipv6Address;
import wirebook.ip.Ipv6Packet;
import wirebook.ip.UdpDatagram;

/** Each header as a box, as a tree and in hexadecimal: the drawings are files beside this test. */
class HeaderDrawingsTest {
    private static final Ipv4Packet V4 = Ipv4Packet.of(Ipv4Address.of("192.0.2.10"), Ipv4Address.of("198.51.100.7"));
    private static final Ipv6Packet V6 = Ipv6Packet.of(Ipv6Address.of("2001:db8::1"), Ipv6Address.of("2001:db8::2"));
    private static final MacAddress HERE = MacAddress.of("02:00:00:00:00:01");

    private static void draw(String name, Layer layer) {
        Golden.compare(
                "headers/" + name + ".txt",
                layer.line() + "\n\n" + layer.diagram() + "\n\n" + layer.tree() + "\n\n" + layer.hexdump());
    }

    @Test
    void tcpInIpv4() {
        draw(
                "tcp-ipv4",
                V4.payload(TcpSegment.of(49152, 80)
                        .seq(1)
                        .ack(1)
                        .options(new TcpOption.NoOperation(), new TcpOption.Timestamps(7, 5))
                        .data(Octets.ofText("GET / HTTP/1.1\r\n\r\n"))));
    }

    @Test
    void aPinnedChecksum() {
        draw(
                "tcp-pinned",
                V4.headerChecksum(0xdead).payload(TcpSegment.of(49152, 80).checksum(0xbeef)));
    }

    @Test
    void udpInIpv6WithExtensionHeaders() {
        draw(
                "udp-ipv6",
                V6.extensions(
                                new ExtensionHeader.HopByHop(Octets.ofHex("050200000100")),
                                new ExtensionHeader.Fragment(0, false, 7))
                        .payload(UdpDatagram.of(1024, 53).data(Octets.ofText("hi"))));
    }

    @Test
    void anIcmpErrorAndThePacketThatItQuotes() {
        draw("icmp-error", V4.payload(IcmpMessage.tooBig(576, V4.payload(UdpDatagram.of(1024, 53)))));
    }

    @Test
    void arpInAVirtualNetwork() {
        ArpMessage question = ArpMessage.request(HERE, Ipv4Address.of("192.0.2.10"), Ipv4Address.of("192.0.2.1"));
        draw(
                "arp-vlan",
                EthernetFrame.of(HERE, MacAddress.BROADCAST).tags(VlanTag.of(7)).payload(question));
    }
}

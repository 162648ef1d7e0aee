package wirebook.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static wirebook.ForAll.forAll;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wirebook.ForAll;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ethernet.EthernetFrame;
import wirebook.ip.ExtensionHeader;
import wirebook.ip.IcmpMessage;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.ip.Ipv6Address;
import wirebook.ip.Ipv6Packet;
import wirebook.ip.UdpDatagram;
import wirebook.tcp.ControlBit;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;

/** Octets that somebody has tampered with: they are read, or they are Malformed; nothing else happens. */
@Timeout(120)
class HostileCaptureTest {
    private static final Ipv4Packet V4 = Ipv4Packet.of(Ipv4Address.of("192.0.2.10"), Ipv4Address.of("198.51.100.7"))
            .dontFragment(false);
    private static final Ipv6Packet V6 = Ipv6Packet.of(Ipv6Address.of("2001:db8::1"), Ipv6Address.of("2001:db8::2"));
    private static final TcpSegment REQUEST = TcpSegment.of(49152, 80)
            .seq(1)
            .ack(1)
            .flags(ControlBit.ACK)
            .options(new TcpOption.Timestamps(1, 2))
            .data(Octets.ofText("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    private static final TcpSegment RESPONSE = TcpSegment.of(80, 49152)
            .seq(1)
            .ack(28)
            .data(Octets.ofText("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));

    private static final List<IpPacket> SOUND = List.of(
            V4.payload(REQUEST),
            V6.payload(REQUEST),
            V4.payload(RESPONSE),
            V4.payload(UdpDatagram.of(1, 2).data(Octets.ofText("hi"))),
            V4.payload(IcmpMessage.tooBig(576, V4.payload(REQUEST))),
            V6.payload(IcmpMessage.timeExceeded(V6.payload(REQUEST))),
            V6.extensions(
                            new ExtensionHeader.HopByHop(Octets.ofHex("010400000000")),
                            new ExtensionHeader.Fragment(0, true, 7))
                    .payload(UdpDatagram.of(1, 2)),
            V4.payload(REQUEST).fragment(44).get(1));

    private static Octets packet(Random random) {
        byte[] sound = SOUND.get(random.nextInt(SOUND.size())).bytes().toArray();
        return Octets.wrap(ForAll.mutated(random, sound));
    }

    private static Octets file(Random random) {
        List<Frame> frames =
                SOUND.stream().map(sound -> Frame.of(Duration.ZERO, sound)).toList();
        Octets sound = random.nextBoolean()
                ? Pcap.of(frames).encode()
                : Pcapng.of(frames).encode();
        return Octets.wrap(ForAll.mutated(random, sound.toArray()));
    }

    @Test
    void aPacketThatWasTamperedWithIsReadOrMalformed() {
        forAll(HostileCaptureTest::packet, octets -> {
            try {
                IpPacket read = PacketDecoder.decode(octets);
                read.layout();
                assertThat(read.line()).isNotEmpty();
                assertThat(read.length()).isLessThanOrEqualTo(octets.length());
                assertThat(PacketDecoder.decode(read.bytes())).isEqualTo(read);
            } catch (Malformed refused) {
                assertThat(refused.where()).isBetween(0, octets.length());
                assertThat(refused.rule()).isNotEmpty();
            }
        });
    }

    @Test
    void aPacketThatIsReadIsWrittenAsItCameExceptForReservedBits() {
        forAll(HostileCaptureTest::packet, octets -> {
            try {
                IpPacket read = PacketDecoder.decode(octets);
                assertThat(read.bytes().length()).isEqualTo(read.announcedLength());
            } catch (Malformed refused) {
                assertThat(refused.what()).isNotEmpty();
            }
        });
    }

    @Test
    void aFrameOfRandomOctetsIsReadOrMalformed() {
        forAll(random -> Octets.wrap(ForAll.octets(random, 120)), octets -> {
            for (int linkType : new int[] {0, 1, 101, 108, 113, 228, 229, 276, 999}) {
                try {
                    new Frame(Duration.ZERO, new LinkType(linkType), octets, octets.length()).layer();
                    EthernetFrame.decode(octets, PacketDecoder::decode).layout();
                } catch (Malformed refused) {
                    assertThat(refused.where()).isBetween(0, octets.length());
                }
            }
        });
    }

    @Test
    void aFileThatWasTamperedWithIsReadOrMalformed() {
        forAll(HostileCaptureTest::file, octets -> {
            try {
                Capture capture = Capture.decode(octets);
                assertThat(capture.frames().stream()
                                .mapToInt(frame -> frame.octets().length())
                                .sum())
                        .isLessThanOrEqualTo(octets.length());
                assertThatCode(() -> capture.facts().json()).doesNotThrowAnyException();
                assertThatCode(() -> capture.connections().forEach(Connection::toString))
                        .doesNotThrowAnyException();
            } catch (Malformed refused) {
                assertThat(refused.where()).isBetween(0, octets.length());
            }
        });
    }
}

package wirebook.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpSegment;

class CaptureTest {
    private static final Ipv4Packet SYN = Ipv4Packet.of(Ipv4Address.of("192.0.2.10"), Ipv4Address.of("198.51.100.7"))
            .payload(TcpSegment.of(49152, 80).flags(ControlBit.SYN));

    private static final Octets ONE_FRAME = Octets.ofHex("""
            d4c3b2a1 0200 0400 00000000 00000000 ffff0000 01000000
            01000000 02000000 04000000 3c000000 deadbeef""");

    @Test
    void aLittleEndianFileOfMicroseconds() {
        Frame frame = Capture.decode(ONE_FRAME).frames().getFirst();
        assertThat(frame.time()).isEqualTo(Duration.ofSeconds(1, 2000));
        assertThat(frame.linkType()).isEqualTo(LinkType.ETHERNET);
        assertThat(frame.octets().hex()).isEqualTo("deadbeef");
        assertThat(frame.isCut()).isTrue();
        assertThat(frame).hasToString("1.000002 Ethernet 4 of 60 octets");
    }

    @Test
    void aBigEndianFileOfNanoseconds() {
        Capture capture = Capture.decode(Octets.ofHex("""
                a1b23c4d 0002 0004 00000000 00000000 00040000 00000065
                00000001 3b9ac9ff 00000001 00000001 45"""));
        assertThat(capture).hasToString("1.999999999 raw IP 1 octets");
    }

    @Test
    void aFileOfTheModifiedFormatHasEightOctetsMoreInARecord() {
        Octets file = Octets.ofHex("34cdb2a1")
                .plus(ONE_FRAME.slice(4, 40))
                .plus(Octets.ofHex("0300000008000000"))
                .plus(ONE_FRAME.from(40));
        assertThat(Capture.decode(file)).isEqualTo(Capture.decode(ONE_FRAME));
    }

    @Test
    void aTimeThatNobodyCanTellIsTheNearestThatCanBeTold() {
        Octets file = Octets.ofHex("""
                0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c
                00000001 0000002c 0065 0000 00000000
                0009 0001 00000000 000e 0008 8000000000000000 0000 0000 0000002c
                00000006 00000024 00000000 00000000 00000001 00000001 00000001 45000000 00000024
                00000001 00000020 0065 0000 00000000 0009 0001 00000000 0000 0000 00000020
                00000006 00000024 00000001 ffffffff ffffffff 00000001 00000001 45000000 00000024""");
        Capture capture = Capture.decode(file);
        assertThat(capture.fault()).isEmpty();
        assertThat(capture.frames().stream().map(Frame::time))
                .containsExactly(Duration.ZERO, Duration.ofNanos(Long.MAX_VALUE));
        assertThat(Capture.decode(capture.encode())).isEqualTo(capture);
    }

    @Test
    void whatIsWrittenIsReadAgainInBothOrdersAndResolutions() {
        List<Frame> frames = List.of(
                Frame.of(Duration.ofNanos(5_000), SYN),
                new Frame(Duration.ofSeconds(1_600_000_000, 7_000), LinkType.RAW, Octets.ofHex("4500"), 1500));
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (boolean nanoseconds : List.of(true, false)) {
                Pcap file = new Pcap(order, nanoseconds, 65_535, LinkType.RAW, frames, Optional.empty());
                assertThat(Pcap.decode(file.encode())).isEqualTo(file);
            }
        }
        assertThat(Capture.decode(Capture.ofFrames(frames).encode()).frames()).isEqualTo(frames);
    }

    @Test
    void theSnapLengthCutsWhatIsWritten() {
        Pcap file = new Pcap(
                ByteOrder.BIG_ENDIAN, true, 16, LinkType.RAW, List.of(Frame.of(Duration.ZERO, SYN)), Optional.empty());
        Frame read = Pcap.decode(file.encode()).frames().getFirst();
        assertThat(read.octets()).isEqualTo(SYN.bytes().slice(0, 16));
        assertThat(read.originalLength()).isEqualTo(40);
    }

    @Test
    void aNameThatEndsInPcapMakesAPcapFileAnyOtherPcapng(@TempDir Path folder) throws IOException {
        Capture capture = Capture.of(List.of(SYN));
        capture.save(folder.resolve("visit.pcap"));
        capture.save(folder.resolve("visit.pcapng"));
        assertThat(Capture.load(folder.resolve("visit.pcap"))).isEqualTo(capture);
        assertThat(Capture.load(folder.resolve("visit.pcapng"))).isEqualTo(capture);
        assertThat(Files.readAllBytes(folder.resolve("visit.pcapng"))).startsWith(0x0a, 0x0d, 0x0d, 0x0a);
    }

    @Test
    void aRecordThatIsCutOffKeepsWhatCameBeforeIt() {
        Capture cut = Capture.decode(ONE_FRAME.plus(Octets.ofHex("01000000 02000000 04000000 3c000000 dead")));
        assertThat(cut.frames()).hasSize(1);
        assertThat(cut.fault().orElseThrow())
                .hasMessage("record 2 is cut off: 4 octets should follow, here are 2"
                        + " (at octet 44; draft-ietf-opsawg-pcap, 5)");
    }

    @Test
    void whatIsNoCaptureIsMalformed() {
        assertThatThrownBy(() -> Capture.decode(Octets.wrap(new byte[24])))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("neither pcap (a1b2c3d4 or a1b23c4d) nor pcapng (0a0d0d0a):"
                        + " the file begins with 00000000 (at octet 0;");
        assertThatThrownBy(() -> Capture.decode(Octets.EMPTY)).isInstanceOf(Malformed.class);
    }

    @Test
    void aBlockWhoseLengthsDifferEndsTheReading() {
        Octets file = Capture.of(List.of(SYN, SYN)).encode();
        byte[] broken = file.toArray();
        broken[broken.length - 4]++;
        Capture capture = Capture.decode(Octets.wrap(broken));
        assertThat(capture.frames()).hasSize(1);
        assertThat(capture.fault().orElseThrow().what())
                .isEqualTo("the block's lengths differ: 72 in front, 73 behind");
    }

    @Test
    void framesOfSeveralLinkTypesNeedPcapng() {
        Frame raw = Frame.of(Duration.ZERO, SYN);
        Frame ethernet = new Frame(Duration.ZERO, LinkType.ETHERNET, Octets.ofHex("00"), 1);
        assertThatThrownBy(() -> Pcap.of(List.of(raw, ethernet)))
                .hasMessage("a pcap file has one link type, here are raw IP and Ethernet: save it as pcapng");
        Capture both = Capture.ofFrames(List.of(raw, ethernet));
        assertThat(Capture.decode(both.encode())).isEqualTo(both);
    }
}

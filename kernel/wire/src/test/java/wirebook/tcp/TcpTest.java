package wirebook.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;

class TcpTest {
    private static final Octets MESSAGE = Octets.ofText("GET /power-tools.html HTTP/1.1\r\n\r\n");
    private static final Tcp TCP = Tcp.of(49152, 80).seq(1).ack(1).mss(10);

    @Test
    void eachSegmentStartsWhereTheOneBeforeItEnded() {
        Segments segments = MESSAGE.over(TCP);

        assertThat(segments).extracting(TcpSegment::seq).containsExactly(1L, 11L, 21L, 31L);
        assertThat(segments.data()).isEqualTo(MESSAGE);
    }

    @Test
    void onlyTheLastSegmentIsPushed() {
        assertThat(MESSAGE.over(TCP))
                .extracting(segment -> segment.has(ControlBit.PSH))
                .containsExactly(false, false, false, true);
    }

    @Test
    void sequenceNumbersWrapAround() {
        assertThat(MESSAGE.over(TCP.seq(0xffff_fffaL)).get(1).seq()).isEqualTo(4);
    }

    @Test
    void noOctetsAreOneSegmentWithoutData() {
        assertThat(Octets.EMPTY.over(TCP)).containsExactly(TCP.segment());
    }

    @Test
    void anIdentificationForEachPacket() {
        Ipv4Packet template = Ipv4Packet.of(Ipv4Address.of("192.0.2.10"), Ipv4Address.of("198.51.100.7"))
                .id(7);

        assertThat(MESSAGE.over(TCP).over(template))
                .extracting(packet -> ((Ipv4Packet) packet).identification())
                .containsExactly(7, 8, 9, 10);
    }

    @Test
    void aPortThatDoesNotFitIsNamedWithItsRange() {
        assertThatThrownBy(() -> Tcp.of(49152, 80_000))
                .hasMessage("Destination Port 80000 does not fit in 16 bits (0 to 65535)");
    }

    @Test
    void anMssOfNothingIsRefused() {
        assertThatThrownBy(() -> TCP.mss(0)).hasMessageContaining("MSS 0 is not possible");
    }

    @Test
    void theTableShowsASegmentARow() {
        assertThat(MESSAGE.over(TCP)).hasToString("""
                4 segments
                #  flags     seq  ack  window  length  data
                -  --------  ---  ---  ------  ------  ----------
                0  ACK         1    1   65535      10  GET /power
                1  ACK        11    1   65535      10  -tools.htm
                2  ACK        21    1   65535      10  l HTTP/1.1
                3  PSH, ACK   31    1   65535       4  \\r\\n\\r\\n
                """.strip());
    }
}

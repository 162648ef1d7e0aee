package wirebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.Wire.GET;
import static wirebook.Wire.hex;
import static wirebook.Wire.ipv4;
import static wirebook.Wire.octets;
import static wirebook.Wire.parse;
import static wirebook.Wire.response;
import static wirebook.Wire.tcp;

import org.junit.jupiter.api.Test;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

class WireTest {
    private static final Octets PACKET = GET("/").over(tcp(49152, 80).seq(1).ack(1))
            .over(ipv4("192.0.2.10", "198.51.100.7"))
            .first()
            .bytes();

    @Test
    void octetsAreParsedAsWhatTheyBeginLike() {
        assertThat(parse(PACKET).bytes()).isEqualTo(PACKET);
        assertThat(parse(PACKET.hex()).bytes()).isEqualTo(PACKET);
        assertThat(parse(GET("/").host("example.com").bytes())).isEqualTo(GET("/").host("example.com"));
        assertThat(parse(response(200).body("hello").bytes()))
                .isEqualTo(response(200).body("hello"));
    }

    @Test
    void octetsThatAreCutOffSayWhere() {
        assertThatThrownBy(() -> parse(PACKET.slice(0, 19)))
                .isInstanceOf(Malformed.class)
                .hasMessage("an IPv4 header has at least 20 octets, here are 19 (at octet 19; RFC 791, 3.1)");
        assertThatThrownBy(() -> parse(Octets.EMPTY)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> parse(hex("f0"))).isInstanceOf(Malformed.class);
    }

    @Test
    void aHeaderNameWithALineBreakIsRefused() {
        assertThatThrownBy(() -> GET("/").header("X\r\nHost: evil", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GET("/").header("X", "1\r\nHost: evil")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPacketLongerThanItsLengthFieldCanSayIsRefused() {
        assertThatThrownBy(() ->
                        octets("x".repeat(70_000)).over(tcp(1, 2).mss(65_535)).over(ipv4("192.0.2.1", "192.0.2.2")))
                .hasMessageContaining("at most 65535 octets");
    }
}

package wirebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.Wire.GET;
import static wirebook.Wire.client;
import static wirebook.Wire.ethernet;
import static wirebook.Wire.hex;
import static wirebook.Wire.ipv4;
import static wirebook.Wire.link;
import static wirebook.Wire.octets;
import static wirebook.Wire.parse;
import static wirebook.Wire.response;
import static wirebook.Wire.server;
import static wirebook.Wire.tcp;

import org.junit.jupiter.api.Test;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Layer;
import wirebook.ip.IpPacket;
import wirebook.net.Run;
import wirebook.tcp.TcpSegment;

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
    void aFrameIsParsedAsTheFrameThatItIs() {
        Layer frame = ((IpPacket) parse(PACKET)).over(ethernet("02:00:5e:10:00:01", "02:00:5e:10:00:02"));
        assertThat(parse(frame.bytes())).isEqualTo(frame);
    }

    @Test
    void numbersAreRelativeUntilTheWiresAreAskedFor() {
        Run run = client("192.0.2.10")
                .over(link())
                .to(server("192.0.2.7", 80))
                .open()
                .close()
                .run();
        long iss = ((TcpSegment) run.trace().flights().getFirst().packet().payload()).seq();
        assertThat(run.ladder().toString()).contains("#1 SYN  seq 0 ");
        assertThat(run.absolute().ladder().toString()).contains("#1 SYN  seq " + iss + " ");
        assertThat(run.find("sends SYN").toString()).contains("sends SYN seq 0:1\n", "SND.NXT    1\n");
        assertThat(run.absolute().find("sends SYN").toString())
                .contains("sends SYN seq " + iss + ":" + (iss + 1), "SND.NXT    " + (iss + 1));
    }

    @Test
    void aStepIsFoundByItsWords() {
        Run run = client("192.0.2.10")
                .over(link())
                .to(server("192.0.2.7", 80))
                .open()
                .close()
                .run();
        assertThat(run.find("FIN").number()).isGreaterThan(run.find("SYN").number());
        assertThat(run.find("FIN").find("FIN").number())
                .isGreaterThan(run.find("FIN").number());
        assertThatThrownBy(() -> run.find("nothing like it"))
                .hasMessage("no step behind step 0 says \"nothing like it\"");
    }

    @Test
    void octetsThatAreCutOffSayWhere() {
        assertThatThrownBy(() -> parse(PACKET.slice(0, 19)))
                .isInstanceOf(Malformed.class)
                .hasMessage("an IPv4 header has at least 20 octets, here are 19 (at octet 19; RFC 791, 3.1)");
        assertThatThrownBy(() -> parse(Octets.EMPTY)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> parse(hex("f0"))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> parse("4500")).isInstanceOf(Malformed.class).hasMessageNotContaining("octets(\"");
        assertThatThrownBy(() -> parse("GET / HTTP/1.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for a text, write parse(octets(");
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

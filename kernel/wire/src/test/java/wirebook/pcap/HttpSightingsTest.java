package wirebook.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpSegment;

/** What somebody sees who goes through a capture once; each expectation is what tshark 4.0 says of the same segments. */
class HttpSightingsTest {
    private static final Ipv4Address CLIENT = Ipv4Address.of("192.0.2.10");
    private static final Ipv4Address SERVER = Ipv4Address.of("198.51.100.7");
    private static final int ROUND_TRIP = 10;

    private final List<Frame> frames = new ArrayList<>();
    private int millis = 1;
    private int asked;
    private int answered;

    HttpSightingsTest() {
        put(true, TcpSegment.of(49152, 80).seq(0).flags(ControlBit.SYN));
        put(false, TcpSegment.of(80, 49152).seq(0).ack(1).flags(ControlBit.SYN, ControlBit.ACK));
        millis += ROUND_TRIP;
        put(true, TcpSegment.of(49152, 80).seq(1).ack(1));
    }

    private void put(boolean fromClient, TcpSegment segment) {
        Ipv4Packet packet = fromClient ? Ipv4Packet.of(CLIENT, SERVER) : Ipv4Packet.of(SERVER, CLIENT);
        frames.add(Frame.of(Duration.ofMillis(millis), packet.payload(segment)));
    }

    private void asks(String text) {
        put(true, TcpSegment.of(49152, 80).seq(1 + asked).ack(1 + answered).data(Octets.ofText(text)));
        asked += text.length();
    }

    private void answers(String text) {
        answersAt(answered, text);
        answered += text.length();
    }

    private void answersAt(int offset, String text) {
        put(false, TcpSegment.of(80, 49152).seq(1 + offset).ack(1 + asked).data(Octets.ofText(text)));
    }

    private List<List<String>> http() {
        return Capture.ofFrames(frames).facts().http();
    }

    @Test
    void aChunkedResponseInPiecesOfSevenOctets() {
        asks("GET /a HTTP/1.1\r\n\r\n");
        String response = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n"
                + "5;ext=1\r\nhello\r\n6\r\n world\r\n0\r\nX: y\r\n\r\n";
        for (int at = 0; at < response.length(); at += 7) {
            answers(response.substring(at, Math.min(response.length(), at + 7)));
        }
        asks("GET /b HTTP/1.1\r\n\r\n");
        assertThat(http()).containsExactly(List.of("GET", "/a"), List.of("200", ""), List.of("GET", "/b"));
    }

    @Test
    void theRestOfASegmentBehindALastChunkIsTheNextResponse() {
        asks("GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
        answers("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe");
        answers("llo\r\n0\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        assertThat(http()).containsExactly(List.of("GET,GET", "/a,/b"), List.of("200,404", ""));
    }

    @Test
    void behindAConnectThatWasGrantedIsATunnel() {
        asks("CONNECT www.joes-hardware.com:80 HTTP/1.1\r\n\r\n");
        answers("HTTP/1.1 200 Connection established\r\n\r\n");
        asks("GET /inside HTTP/1.1\r\n\r\n");
        answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        assertThat(http()).containsExactly(List.of("CONNECT", "www.joes-hardware.com:80"), List.of("200", ""));
    }

    @Test
    void anOctetOfATargetThatIsNoAsciiIsMarked() {
        asks("REPORT /ü HTTP/1.1\r\n\r\n");
        assertThat(http()).containsExactly(List.of("REPORT", "/\ufffd\ufffd"));
    }

    @Test
    void whatATimerSentAgainFillsNoHoleWhatWasOvertakenDoes() {
        asks("GET /a HTTP/1.1\r\n\r\n");
        answers("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
        answersAt(answered + 3, "def");
        millis += ROUND_TRIP / 2;
        answersAt(answered, "abc");
        answersAt(answered + 6, "ghi");
        answered += 9;
        asks("GET /b HTTP/1.1\r\n\r\n");
        answers("HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\n");
        answersAt(answered + 3, "def");
        millis += 200;
        answersAt(answered, "abc");
        answersAt(answered + 6, "ghi");
        assertThat(http()).containsExactly(List.of("GET", "/a"), List.of("200", ""), List.of("GET", "/b"));
    }
}

package wirebook.pcap;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.tcp.ControlBit;
import wirebook.tcp.ControlBits;
import wirebook.tcp.TcpSegment;

/** Whatever segments a capture holds, its connections, streams, findings and HTTP messages can be told. */
class FollowerFuzzTest {
    private static final Ipv4Address ONE = Ipv4Address.of("192.0.2.1");
    private static final Ipv4Address OTHER = Ipv4Address.of("192.0.2.2");
    private static final String[] WORDS = {
        "GET / HTTP/1.1\r\n", "HEAD /a HTTP/1.0\r\n", "CONNECT h:1 HTTP/1.1\r\n", "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 100 Continue\r\n", "HTTP/1.1 304 \r\n", "Content-Length: 5\r\n", "Content-Length: 999999999999\r\n",
        "Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n", "0\r\n", "\r\n", "hello", "fffffff\r\n"
    };

    @FuzzTest
    void anySegmentsHaveFacts(FuzzedDataProvider data) {
        List<Frame> frames = new ArrayList<>();
        long octets = 0;
        while (data.remainingBytes() > 0) {
            TcpSegment segment = segment(data);
            octets += segment.data().length();
            frames.add(frame(data, segment, frames.size()));
        }
        Facts facts = Capture.ofFrames(frames).facts();
        facts.json();
        for (Connection connection : facts.connections()) {
            connection.toString();
            connection.replay().trace().steps().forEach(step -> step.what().length());
            if (connection.toServer().stream().octets().length() > octets) {
                throw new AssertionError("the stream has more octets than the segments");
            }
        }
    }

    private static Frame frame(FuzzedDataProvider data, TcpSegment segment, int number) {
        boolean there = segment.sourcePort() < segment.destinationPort();
        IpPacket packet = (there ? Ipv4Packet.of(ONE, OTHER) : Ipv4Packet.of(OTHER, ONE)).payload(segment);
        Frame whole = Frame.of(Duration.ofMillis(number), packet);
        int kept = data.consumeBoolean() ? whole.octets().length() : data.consumeInt(40, whole.octets().length());
        return new Frame(whole.time(), LinkType.RAW, whole.octets().slice(0, kept), whole.originalLength());
    }

    private static TcpSegment segment(FuzzedDataProvider data) {
        boolean there = data.consumeBoolean();
        ControlBits bits = ControlBits.NONE.with(ControlBit.ACK);
        bits = data.consumeProbabilityFloat() < 0.2 ? bits.with(data.pickValue(ControlBit.values())) : bits;
        return TcpSegment.of(there ? 1 : 2, there ? 2 : 1)
                .flags(bits)
                .seq(0xffff_fff0L + data.consumeInt(0, 15))
                .ack(data.consumeInt(0, 64))
                .data(data.consumeBoolean()
                        ? Octets.ofText(data.pickValue(WORDS))
                        : Octets.wrap(data.consumeBytes(data.consumeInt(0, 20))));
    }
}

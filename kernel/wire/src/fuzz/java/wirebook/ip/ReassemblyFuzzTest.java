package wirebook.ip;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import wirebook.bytes.Octets;

/** Whatever pieces come, what is put together is a packet that can be written, and no more is kept than may be. */
class ReassemblyFuzzTest {
    private static final int CAPACITY = 4;
    private static final Ipv4Packet FOUR = Ipv4Packet.of(Ipv4Address.of("192.0.2.1"), Ipv4Address.of("192.0.2.2"));
    private static final Ipv6Packet SIX = Ipv6Packet.of(Ipv6Address.of("2001:db8::1"), Ipv6Address.of("2001:db8::2"));

    @FuzzTest
    void anyPiecesAreAPacketOrWait(FuzzedDataProvider data) {
        Overlap overlap = data.pickValue(Overlap.values());
        Reassembly reassembly = new Reassembly(PayloadDecoder.OPAQUE, overlap, Duration.ofSeconds(60), CAPACITY);
        long seconds = 0;
        while (data.remainingBytes() > 0) {
            seconds += data.consumeByte((byte) 0, (byte) 100);
            reassembly.receive(piece(data), Duration.ofSeconds(seconds)).ifPresent(ReassemblyFuzzTest::check);
            reassembly.tick(Duration.ofSeconds(seconds)).forEach(ReassemblyFuzzTest::check);
            if (reassembly.pending() > CAPACITY) {
                throw new AssertionError(reassembly.pending() + " packets in pieces");
            }
        }
    }

    private static IpPacket piece(FuzzedDataProvider data) {
        int offset = data.consumeBoolean() ? data.consumeInt(0, 6) : data.consumeInt(0, 8_191);
        boolean more = data.consumeBoolean();
        int number = data.consumeInt(0, 5);
        int protocol = data.pickValue(new int[] {Protocols.TCP, Protocols.UDP, 0, 44, 60});
        Octets octets = Octets.wrap(data.consumeBytes(data.consumeInt(0, 40)));
        Opaque payload = new Opaque(protocol, octets);
        return data.consumeBoolean()
                ? FOUR.payload(payload).id(number).fragment(offset, more)
                : SIX.payload(payload).extensions(new ExtensionHeader.Fragment(offset, more, number));
    }

    private static void check(IpPacket packet) {
        if (packet.bytes().length() != packet.length() || packet.length() > 65_575) {
            throw new AssertionError("its length is " + packet.length());
        }
        packet.layout();
    }
}

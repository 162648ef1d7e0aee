package wirebook.tcp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;

/** Any octets are a packet, or Malformed. */
class PacketFuzzTest {
    @FuzzTest
    void anyOctetsAreAPacketOrMalformed(byte[] octets) {
        try {
            IpPacket packet = PacketDecoder.decode(Octets.of(octets));
            packet.layout();
            if (!PacketDecoder.decode(packet.bytes()).equals(packet)) {
                throw new AssertionError("what was written is not what was read: " + packet.line());
            }
        } catch (Malformed refused) {
            refused.shifted(1);
        }
    }
}

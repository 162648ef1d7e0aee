package wirebook.pcap;

import com.code_intelligence.jazzer.junit.FuzzTest;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

/** Any octets are a capture, or Malformed; what follows its connections ends. */
class CaptureFuzzTest {
    @FuzzTest
    void anyOctetsAreACaptureOrMalformed(byte[] octets) {
        try {
            Facts facts = Capture.decode(Octets.of(octets)).facts();
            facts.json();
            facts.connections().forEach(Connection::toString);
        } catch (Malformed refused) {
            refused.shifted(1);
        }
    }
}

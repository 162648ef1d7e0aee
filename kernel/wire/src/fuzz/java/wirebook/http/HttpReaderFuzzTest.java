package wirebook.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import wirebook.bytes.Octets;

/** Any octets, however they are cut, end in events. */
class HttpReaderFuzzTest {
    @FuzzTest
    void anyOctetsEndInEvents(byte[] octets) {
        read(HttpReader.requests(), octets);
        read(HttpReader.responses().lenient(), octets);
    }

    private static void read(HttpReader reader, byte[] octets) {
        int half = octets.length / 2;
        Octets all = Octets.of(octets);
        reader.receive(all.slice(0, half));
        reader.receive(all.from(half));
        reader.end();
    }
}

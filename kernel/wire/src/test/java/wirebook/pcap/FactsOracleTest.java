package wirebook.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wirebook.Json;
import wirebook.Shared;

/** Real captures of Linux, nginx and curl, and the numbers that an importer must find in them. */
class FactsOracleTest {
    @Test
    void everyCaptureHasTheNumbersThatOthersFoundInIt() throws IOException {
        Map<?, ?> facts = (Map<?, ?>) Json.read(Files.readString(Shared.file("captures/facts.json")));
        int equal = 0;
        for (Map.Entry<?, ?> entry : facts.entrySet()) {
            Capture capture = Capture.load(Shared.file("captures/" + entry.getKey() + ".pcap"));
            Object found = Json.read(capture.facts().json());
            assertThat(found).as("facts of " + entry.getKey()).isEqualTo(entry.getValue());
            equal++;
        }
        System.out.println("capture facts: " + equal + " of " + facts.size() + " equal");
    }
}

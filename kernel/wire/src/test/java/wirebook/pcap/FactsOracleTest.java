package wirebook.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wirebook.Shared;

/** Real captures of Linux, nginx and curl, and the numbers that an importer must find in them. */
class FactsOracleTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void everyCaptureHasTheNumbersThatOthersFoundInIt() throws IOException {
        JsonNode facts = JSON.readTree(Files.readString(Shared.file("captures/facts.json")));
        int equal = 0;
        for (Map.Entry<String, JsonNode> entry : facts.properties()) {
            Capture capture = Capture.load(Shared.file("captures/" + entry.getKey() + ".pcap"));
            JsonNode found = JSON.readTree(capture.facts().json());
            assertThat(found).as("facts of " + entry.getKey()).isEqualTo(entry.getValue());
            equal++;
        }
        System.out.println("capture facts: " + equal + " of " + facts.size() + " equal");
    }
}

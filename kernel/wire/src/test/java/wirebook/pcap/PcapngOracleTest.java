package wirebook.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wirebook.Shared;
import wirebook.bytes.Octets;

/** Files of hadrielk/pcapng-test-generator, each with a description of its blocks. */
class PcapngOracleTest {
    @Test
    void everyFileHasTheBlocksOfItsDescriptionAndKeepsEveryPacketAndOptionWhenItIsWritten() throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(Shared.file("oracles/pcapng"))) {
            files = tree.filter(file -> file.toString().endsWith(".pcapng"))
                    .sorted()
                    .toList();
        }
        int equal = 0;
        for (Path file : files) {
            Octets octets = Octets.wrap(Files.readAllBytes(file));
            Pcapng pcapng = Pcapng.decode(octets);
            String description = Files.readString(Path.of(file.toString().replace(".pcapng", ".txt")));
            assertThat(description).as(file.toString()).endsWith(counts(pcapng) + "\n" + sequence(pcapng) + "\n");
            assertThat(pcapng.fault()).isEmpty();
            assertThat(Pcapng.decode(pcapng.encode()))
                    .as(file + " written and read again")
                    .isEqualTo(pcapng);
            equal++;
        }
        System.out.println("pcapng descriptions: " + equal + " of " + files.size() + " equal");
        assertThat(equal).isEqualTo(files.size());
    }

    private static String counts(Pcapng pcapng) {
        return "Block counts:\n"
                + pcapng.blocks().stream()
                        .collect(Collectors.groupingBy(Block::abbreviation, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> "\t" + entry.getKey() + ": " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static String sequence(Pcapng pcapng) {
        return "Block sequence: "
                + pcapng.blocks().stream().map(Block::abbreviation).collect(Collectors.joining(", "));
    }
}

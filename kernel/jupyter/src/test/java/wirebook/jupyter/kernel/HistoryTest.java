package wirebook.jupyter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wirebook.jupyter.channel.Channel;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HistoryTest {
    @TempDir
    Path home;

    private static Object history(Client client, Map<String, Object> asked) {
        client.send(Channel.SHELL, "history_request", asked);
        return client.reply().get("history");
    }

    private static void run(Client client, String... cells) {
        for (String cell : cells) {
            client.execute(cell);
            assertThat(client.reply().type()).isEqualTo("execute_reply");
        }
    }

    @Test
    void nothingIsWrittenBeforeTheFirstCell() {
        Path folder = home.resolve("history");
        try (Client client = new Client(folder)) {
            assertThat(history(client, Map.of("hist_access_type", "tail", "n", 5)))
                    .isEqualTo(List.of());
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void thisSessionCanBeAskedForByRange() {
        try (Client client = new Client(home)) {
            run(client, "one", "print two", "three");
            assertThat(history(
                            client,
                            Map.of("hist_access_type", "range", "session", 0, "start", 1, "stop", 3, "output", true)))
                    .isEqualTo(List.of(
                            List.of(0, 1, List.of("one", "one")),
                            List.of(0, 2, List.of("print two", Optional.empty()))));
        }
    }

    @Test
    void earlierSessionsAreRememberedOverARestart() {
        try (Client client = new Client(home)) {
            run(client, "alpha\n\"quoted\" 😀", "beta");
        }
        try (Client client = new Client(home)) {
            run(client, "gamma");
            assertThat(history(client, Map.of("hist_access_type", "tail", "n", 2)))
                    .isEqualTo(List.of(List.of(1, 2, "beta"), List.of(2, 1, "gamma")));
            assertThat(history(client, Map.of("hist_access_type", "range", "session", -1)))
                    .isEqualTo(List.of(List.of(1, 1, "alpha\n\"quoted\" 😀"), List.of(1, 2, "beta")));
            assertThat(history(client, Map.of("hist_access_type", "range", "session", 1, "start", 2)))
                    .isEqualTo(List.of(List.of(1, 2, "beta")));
            assertThat(history(client, Map.of("hist_access_type", "range", "session", 77)))
                    .isEqualTo(List.of());
        }
    }

    @Test
    void aSearchTakesAPattern() {
        try (Client client = new Client(home)) {
            run(client, "int a = 1", "int b = 2", "long c", "int a = 1");
            assertThat(history(client, Map.of("hist_access_type", "search", "pattern", "int ?*", "unique", true)))
                    .isEqualTo(List.of(List.of(1, 2, "int b = 2"), List.of(1, 4, "int a = 1")));
            assertThat(history(client, Map.of("hist_access_type", "search", "pattern", "int [b-z]*", "n", 1)))
                    .isEqualTo(List.of(List.of(1, 2, "int b = 2")));
            assertThat(history(client, Map.of("hist_access_type", "search", "pattern", "[z-a]")))
                    .isEqualTo(List.of());
        }
    }

    @Test
    void kernelsThatRunAtOnceKeepSessionsOfTheirOwn() {
        try (Client one = new Client(home);
                Client two = new Client(home)) {
            // A line is written behind the answer to its cell; the answer to the next question comes after that.
            run(one, "first");
            history(one, Map.of("hist_access_type", "tail"));
            run(two, "second");
            run(one, "third");
            assertThat(history(one, Map.of("hist_access_type", "range")))
                    .isEqualTo(List.of(List.of(0, 1, "first"), List.of(0, 2, "third")));
            assertThat(history(two, Map.of("hist_access_type", "tail", "n", 9)))
                    .isEqualTo(List.of(List.of(1, 1, "first"), List.of(1, 2, "third"), List.of(2, 1, "second")));
        }
    }

    @Test
    void whereNothingCanBeWrittenTheSessionIsStillKnown() throws IOException {
        Path file = Files.writeString(home.resolve("in-the-way"), "not a folder");
        Client client = new Client(file.resolve("history"));
        try (client) {
            run(client, "one", "two");
            assertThat(history(client, Map.of("hist_access_type", "tail", "n", 9)))
                    .isEqualTo(List.of(List.of(1, 1, "one"), List.of(1, 2, "two")));
        }
        assertThat(client.log.toString(java.nio.charset.StandardCharsets.UTF_8)).contains("for this session only");
    }

    @Test
    void aLineThatWasCutOffIsPassedOver() throws IOException {
        try (Client client = new Client(home)) {
            run(client, "one");
        }
        Files.writeString(home.resolve("session-000001.jsonl"), "{\"line\":2,\"in\":\"tw", StandardOpenOption.APPEND);
        try (Client client = new Client(home)) {
            assertThat(history(client, Map.of("hist_access_type", "tail"))).isEqualTo(List.of(List.of(1, 1, "one")));
        }
    }
}

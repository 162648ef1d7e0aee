package wirebook.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wirebook.Wire;
import wirebook.pcap.Capture;

class CommandsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new Commands(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(arguments);
    }

    @Test
    void aScriptThatPassesAndOneThatDoesNotAreToldApart() throws IOException {
        Files.writeString(folder.resolve("good.pkt"), """
                0.0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
                +0 bind(3, ..., ...) = 0
                +0 listen(3, 1) = 0
                +0 < S 0:0(0) win 65535 <mss 1460>
                +0 > S. 0:0(0) ack 1 <...>
                """);
        Files.writeString(folder.resolve("bad.pkt"), """
                0.0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
                +0 bind(3, ..., ...) = 0
                +0 listen(3, 1) = 0
                +0 < S 0:0(0) win 65535 <mss 1460>
                +0 > R. 0:0(0) ack 1
                """);

        assertThat(run("drill", folder.toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("good.pkt").contains("bad.pkt").contains("1 of 2 scripts passed");
    }

    @Test
    void aCaptureIsPrintedAsStepsOrAsNumbers() throws IOException {
        Path file = folder.resolve("get.pcap");
        Capture.of(Wire.GET("/a.html")
                        .over(Wire.tcp(49152, 80).seq(1).ack(1))
                        .over(Wire.ipv4("192.0.2.10", "198.51.100.7")))
                .save(file);

        assertThat(run("pcap", file.toString())).isZero();
        assertThat(out.toString(UTF_8)).contains("192.0.2.10:49152").contains("198.51.100.7:80");
        out.reset();
        assertThat(run("pcap", "--json", file.toString())).isZero();
        assertThat(out.toString(UTF_8)).startsWith("{").contains("\"frames\": 1");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(run("drill")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("the name of a script is needed")
                .contains("Usage: wirebook drill");
        assertThat(run("pcap", folder.resolve("nothing.pcap").toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("nothing.pcap");
        assertThat(run("drill", "--tcp", "vegas", "x.pkt")).isEqualTo(2);
    }
}

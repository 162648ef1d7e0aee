package wirebook.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wirebook.tcp.profile.Profile;

/** Scripts that nobody here wrote: freebsd-net/tcp-testsuite, read where it lies. */
class TcpTestsuiteTest {
    @ParameterizedTest
    @CsvSource({"LOOSE, 265", "STRICT, 265"})
    void asManyScriptsPassAsEver(Strictness strictness, int atLeast) throws IOException {
        Path scripts = shared().resolve("oracles/tcp-testsuite");
        assumeTrue(Files.isDirectory(scripts), "the scripts are not here: " + scripts);
        DrillReport report = DrillReport.EMPTY;
        for (Path file : files(scripts)) {
            report = report.with(file.getFileName().toString(), Files.readString(file), Profile.freeBsd(), strictness);
        }
        System.out.println(strictness + ": " + report.totals());
        report.rows().stream().filter(row -> !row.result().passed()).forEach(System.out::println);
        assertThat(report.passed()).as(report.totals()).isGreaterThanOrEqualTo(atLeast);
    }

    private static Path shared() {
        String named = System.getenv("WIREBOOK_SHARED");
        return named == null ? Path.of(System.getProperty("project.root"), "..", "shared") : Path.of(named);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".pkt"))
                    .sorted()
                    .toList();
        }
    }
}

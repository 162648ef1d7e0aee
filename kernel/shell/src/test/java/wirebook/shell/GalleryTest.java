package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a student reads after each of the common mistakes: a cell above the line, what is shown for it below. */
class GalleryTest {
    private static final Path GALLERY = Path.of("src/test/resources/gallery");
    private static final String LINE = "--------\n";
    private static JavaShell shell;

    @BeforeAll
    static void open() {
        shell = JavaShell.open(Options.standard());
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @BeforeEach
    void startAnew() {
        shell.evaluate(Cell.of("%reset"), Console.silent());
    }

    static Stream<Path> mistakes() throws IOException {
        return Files.list(GALLERY).sorted();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsShownAsAStudentCanReadIt(Path file) throws IOException {
        String text = Files.readString(file);
        String source = text.substring(0, text.indexOf(LINE));
        String shown = shown(source.stripTrailing());
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(file, source + LINE + shown);
        }
        assertThat(source + LINE + shown).isEqualTo(Files.readString(file));
        assertThat(shown.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }

    private static String shown(String source) {
        var recording = new Recording();
        Evaluation evaluation = shell.evaluate(new Cell(1, source), recording.console());
        List<String> lines =
                evaluation instanceof Evaluation.Failed failed ? failed.traceback() : List.of("no mistake");
        return recording.out() + recording.err() + String.join("\n", lines) + "\n";
    }
}

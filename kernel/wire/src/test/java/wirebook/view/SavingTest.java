package wirebook.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wirebook.Wire;
import wirebook.drill.DrillResult;
import wirebook.field.Shown;
import wirebook.replay.Ladder;
import wirebook.replay.Replay;
import wirebook.replay.Strip;
import wirebook.tcp.Packets;

/** Every value that shows itself can be kept as a file for slides. */
class SavingTest {
    @TempDir
    private Path folder = Path.of("");

    static Stream<Shown> values() {
        var message = Wire.GET("/power-tools.html").host("www.joes-hardware.com");
        var segments = message.over(Wire.tcp(49152, 80).seq(1).ack(1).mss(40));
        return Stream.of(
                message,
                Wire.response(200),
                segments,
                segments.getFirst(),
                segments.over(Wire.ipv4("192.0.2.10", "198.51.100.7")),
                Story.get(),
                Story.get().diagram(),
                Story.get().tree(),
                Story.get().hexdump(),
                Story.visit(),
                Story.visit().replay().steps(10, 30),
                Story.visit().step(12),
                Story.visit().ladder(),
                Story.visit().sequence(),
                Story.visit().connections(),
                Story.visit().capture(),
                Story.visit().capture().facts(),
                Story.visit().capture().connection(0),
                Story.visit().waterfall(),
                Story.comparison(),
                Story.states(),
                Strip.NONE,
                new Strip(List.of(new Strip.Range(1, 41, "read"))),
                new DrillResult(java.util.Optional.empty(), 3, 3, List.of()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void theSvgIsADocumentThatStandsForItself(Shown value) throws Exception {
        Path file = value.svg(folder.resolve("view.svg").toString());
        var parser = DocumentBuilderFactory.newInstance();
        parser.setNamespaceAware(true);
        var svg = parser.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        assertThat(svg.getNamespaceURI() + " " + svg.getLocalName()).isEqualTo("http://www.w3.org/2000/svg svg");
        assertThat(svg.getAttribute("viewBox"))
                .isEqualTo("0 0 " + svg.getAttribute("width") + " " + svg.getAttribute("height"));
        assertThat(svg.getTextContent()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("values")
    void thePageHoldsTheViewAndNeedsNothingElse(Shown value) throws IOException {
        String page = Files.readString(value.html(folder.resolve("view.html").toString()));
        assertThat(page)
                .startsWith("<!doctype html>\n")
                .contains("<div class=\"wirebook ")
                .endsWith("</html>\n");
        assertThat(page).doesNotContain("src=\"http", "href=");
        assertThat(page).contains(Views.of(value).orElseThrow().html());
    }

    @Test
    void aPacketsPictureHasItsFieldsAndItsOctets() {
        assertThat(Posters.svg(Story.get()))
                .contains(
                        ">Time to Live<",
                        ">64<",
                        ">0xdead !<",
                        ">192.0.2.10<",
                        ">45\u00a000\u00a0",
                        "! Checksum: 0xdead");
    }

    @Test
    void aStepsPictureHasBothEndsWithWhatChanged() {
        assertThat(Posters.svg(Replay.of(Story.page()).step(14)))
                .contains(
                        "Step 14 of 42",
                        ">client  ESTABLISHED<",
                        ">server  ESTABLISHED<",
                        ">81\u00a0→\u00a0121<",
                        "send buffer");
    }

    @Test
    void whatCannotBeWrittenIsSaidWithTheFilesName() {
        String nowhere = folder.resolve("missing/view.svg").toString();
        assertThatThrownBy(() -> Story.get().svg(nowhere))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(nowhere);
        assertThatThrownBy(() -> Story.get().html(nowhere)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void withoutAPainterAPngIsRefusedInWords() {
        assertThatThrownBy(() -> Story.get().png(folder.resolve("view.png").toString()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("nothing at hand can paint a PNG: the Wirebook kernel can; svg(file) needs no painter");
        assertThatThrownBy(() -> Story.get().png("view.png", 0)).hasMessage("scale 0.0 is not from 0.1 to 10");
    }

    @Test
    void aLongTextIsCutAndTheRestCounted() {
        var log = Stream.iterate(1, n -> n + 1).limit(600).map(n -> "line " + n).toList();
        var failed = new DrillResult.Fault(1, "+0 > .", String.join("\n", log));
        var result = new DrillResult(java.util.Optional.of(failed), 0, 1, List.of());
        assertThat(Posters.svg(result))
                .contains(">line\u00a0400<", "… 101 more lines")
                .doesNotContain(">line\u00a0600<");
    }

    @Test
    void manyRowsAreCutAndTheRestCounted() {
        var packets = new Packets(Stream.generate(Story::get).limit(250).toList());
        assertThat(Posters.svg(packets)).contains("… 50 more rows");
        assertThat(Posters.svg(Ladder.of(Story.transfer(200)))).contains("more packets of");
    }

    @Test
    void theSameValueIsTheSamePicture() {
        assertThat(values().map(Posters::svg).toList())
                .isEqualTo(values().map(Posters::svg).toList());
        assertThat(new ByteArrayInputStream(Posters.svg(Story.get()).getBytes(StandardCharsets.UTF_8)).available())
                .isLessThan(100_000);
    }
}

package wirebook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wirebook.Wire;
import wirebook.field.Shown;
import wirebook.tcp.TcpSegment;

class BrushTest {
    private static final Shown PACKET = Wire.ipv4("192.0.2.10", "198.51.100.7");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aViewIsPaintedInTheColoursOfItsSvg() throws IOException {
        BufferedImage image = painted(PACKET, 1);
        var colours = pixels(image).boxed().distinct().toList();
        assertThat(colours).contains(0xffffff, 0xd8e8f7);
        assertThat(pixels(image).filter(pixel -> pixel == 0x1b1f24).count())
                .as("pixels of ink: words are painted")
                .isGreaterThan(100);
    }

    @Test
    void theScaleSaysHowManyPixels() throws IOException {
        BufferedImage once = painted(PACKET, 1);
        BufferedImage twice = ImageIO.read(PACKET.png(file()).toFile());
        assertThat(twice.getWidth()).isEqualTo(2 * once.getWidth());
        assertThat(twice.getHeight()).isEqualTo(2 * once.getHeight());
    }

    @Test
    void hostileOctetsArePaintedAsText() throws IOException {
        var segment = TcpSegment.of(1, 2)
                .data(Wire.octets("</text></svg><image href=\"file:///etc/passwd\"/>\u202e\u001b[31m"));
        assertThat(painted(segment, 1).getHeight()).isGreaterThan(200);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsPainted() {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20000\" height=\"20000\"/>";
        assertThatThrownBy(() -> new Brush().png(svg, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20000 × 20000 pixels is too large");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        String nowhere = folder.resolve("missing/view.png").toString();
        assertThatThrownBy(() -> PACKET.png(nowhere))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(nowhere);
    }

    private BufferedImage painted(Shown value, double scale) throws IOException {
        return ImageIO.read(value.png(file(), scale).toFile());
    }

    private String file() {
        return folder.resolve("view.png").toString();
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .map(pixel -> pixel & 0xffffff);
    }
}

package wirebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wirebook.Wire;
import wirebook.cell.DisplayData;

class RenderersTest {
    private record Point(int x, int y) {}

    private static final class Nameless {}

    @Test
    void a_value_is_shown_as_its_text() {
        assertThat(text(42)).isEqualTo("42");
        assertThat(text("two\nlines")).isEqualTo("two\nlines");
        assertThat(text(new Point(1, 2))).isEqualTo("Point[x=1, y=2]");
        assertThat(text(null)).isEqualTo("null");
    }

    @Test
    void arrays_are_shown_with_what_is_in_them() {
        assertThat(text(new int[] {1, 2, 3})).isEqualTo("int[3] {1, 2, 3}");
        assertThat(text(new int[][] {{1}, {}})).isEqualTo("int[][2] {int[1] {1}, int[0] {}}");
        assertThat(text(new byte[0])).isEqualTo("byte[0] {}");
    }

    @Test
    void collections_show_what_their_elements_would_show() {
        assertThat(text(List.of(new int[] {1}, "a"))).isEqualTo("[int[1] {1}, a]");
        assertThat(text(new TreeMap<>(Map.of("b", 2, "a", 1)))).isEqualTo("{a=1, b=2}");
        assertThat(text(Optional.of(List.of()))).isEqualTo("Optional[[]]");
    }

    @Test
    void a_long_collection_is_cut_and_the_rest_counted() {
        assertThat(text(IntStream.range(0, 1_003).boxed().toList())).endsWith(", 999, … 3 more]");
    }

    @Test
    void a_collection_that_holds_itself_comes_to_an_end() {
        var list = new ArrayList<Object>();
        list.add(list);
        assertThat(text(list)).contains("…");
    }

    @Test
    void no_identity_hash_is_shown() {
        assertThat(Renderers.result(new Nameless(), "Nameless").data()).isEqualTo(Map.of("text/plain", "Nameless"));
        Function<Integer, Integer> twice = x -> 2 * x;
        assertThat(Renderers.result(twice, "Function<Integer, Integer>").data())
                .isEqualTo(Map.of("text/plain", "Function<Integer, Integer>"));
        assertThat(text(List.of(new Nameless(), twice))).isEqualTo("[Nameless, Function]");
    }

    @Test
    void a_value_of_the_protocol_language_has_a_rich_form_beside_its_text() {
        var packet = Wire.ipv4("192.0.2.10", "198.51.100.7");
        var data = Renderers.result(packet, "Ipv4Packet").data();
        assertThat(data.keySet()).containsExactly("text/plain", "text/html");
        assertThat(data).containsEntry("text/plain", packet.toString());
    }

    @Test
    void a_picture_is_a_png() {
        var data = Renderers.bundle(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB))
                .data();
        assertThat(data).containsEntry("text/plain", "image, 3 × 2");
        assertThat(Base64.getDecoder().decode((String) data.get("image/png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_text_can_be_taken_as_another_type() {
        assertThat(Renderers.bundle("<b>bold</b>", "text/html").data())
                .isEqualTo(Map.of("text/plain", "<b>bold</b>", "text/html", "<b>bold</b>"));
    }

    @Test
    void what_a_value_is_not_is_left_out() {
        assertThat(Renderers.bundle(42, "text/html", "image/png").data()).isEqualTo(Map.of("text/plain", "42"));
        assertThat(Renderers.bundle(Wire.ipv4("192.0.2.10", "198.51.100.7"), "text/html", "text/latex")
                        .data()
                        .keySet())
                .containsExactly("text/plain", "text/html");
    }

    @Test
    void a_picture_comes_in_the_formats_that_can_hold_it() {
        var opaque = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        assertThat(Renderers.bundle(opaque, "image/jpeg", "image/gif").data().keySet())
                .containsExactly("text/plain", "image/jpeg", "image/gif");
        var clear = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        assertThat(Renderers.bundle(clear, "image/jpeg").data().keySet()).containsExactly("text/plain");
    }

    @Test
    void what_is_given_as_display_data_is_shown_as_it_is() {
        var given = DisplayData.of("text/latex", "$x$").with("text/plain", "x");
        assertThat(Renderers.bundle(given).data()).isEqualTo(given.data());
    }

    private static String text(Object value) {
        return Renderers.text(value);
    }
}

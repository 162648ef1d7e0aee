package wirebook.jupyter.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static String text(Object value) {
        return new String(Json.utf8(Map.of("v", value)), UTF_8);
    }

    @Test
    void membersKeepTheirOrder() throws IOException {
        String text = "{\"z\":1,\"a\":[true,null,\"ä😀\",{\"b\":-1.5}],\"m\":12345678901234567890}";
        Map<String, Object> object = Json.object(text.getBytes(UTF_8));
        assertThat(object.keySet()).containsExactly("z", "a", "m");
        assertThat(object.get("a"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains(Optional.empty());
        assertThat(new String(Json.utf8(new LinkedHashMap<>(object)), UTF_8)).isEqualTo(text);
    }

    @Test
    void jsonHasNoNumberThatIsNone() {
        assertThat(text(List.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NaN, 1.5f)))
                .isEqualTo("{\"v\":[null,null,null,1.5]}");
    }

    @Test
    void halfASurrogatePairIsReplaced() {
        assertThat(text("a\ud83d" + "b")).isEqualTo("{\"v\":\"a?b\"}");
        assertThat(text("\ud83d\ude00")).isEqualTo("{\"v\":\"😀\"}");
    }

    @Test
    void whatIsNoJsonIsWrittenAsItsText() {
        assertThat(text(List.of('c', java.net.URI.create("a:b")))).isEqualTo("{\"v\":[\"c\",\"a:b\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{",
                "{}}",
                "{} x",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{'a':1}",
                "{\"a\":01}",
                "{a:1}"
            })
    void whatIsNoObjectIsRefused(String text) {
        assertThatThrownBy(() -> Json.object(text.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0x80, '"', '}'};
        assertThatThrownBy(() -> Json.object(overlong)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsTooDeepIsRefused() {
        byte[] deep = ("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").getBytes(UTF_8);
        assertThatThrownBy(() -> Json.object(deep)).isInstanceOf(IOException.class);
    }
}

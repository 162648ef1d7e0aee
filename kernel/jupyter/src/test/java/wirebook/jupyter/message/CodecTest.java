package wirebook.jupyter.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
    private static final Author AUTHOR =
            new Author("s", InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.000067Z")));

    private static Codec codec(String key) throws NoSuchAlgorithmException {
        return new Codec(new Signature("hmac-sha256", key));
    }

    private static Message message(Map<String, Object> content) {
        return AUTHOR.write(
                "execute_request", List.of("a".getBytes(UTF_8), new byte[0]), Header.NONE, Map.of(), content);
    }

    @Test
    void aMessageComesOutAsItWentIn() throws Exception {
        Message sent = message(Map.of("code", "täst 😀", "n", 3, "none", Optional.empty(), "list", List.of(1.5, true)));
        Message got = codec("k").decode(codec("k").encode(sent));
        assertThat(got.content()).isEqualTo(sent.content());
        assertThat(got.header().id()).isEqualTo(sent.header().id());
        assertThat(got.type()).isEqualTo("execute_request");
        assertThat(got.identities()).containsExactly("a".getBytes(UTF_8), new byte[0]);
    }

    @Test
    void aHeaderTellsWhoWhenAndWhat() {
        Map<String, Object> header = read(message(Map.of()).header().json());
        assertThat(header)
                .containsEntry("session", "s")
                .containsEntry("date", "2026-01-02T03:04:05.000067Z")
                .containsEntry("msg_type", "execute_request")
                .containsEntry("version", "5.5")
                .containsEntry("username", "kernel")
                .containsKey("msg_id");
    }

    private static Map<String, Object> read(byte[] json) {
        try {
            return Json.object(json);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSignatureIsThatOfRfc4231() throws Exception {
        Signature signature = new Signature("hmac-sha256", "Jefe");
        List<byte[]> parts = List.of("what do ya ".getBytes(UTF_8), "want for nothing?".getBytes(UTF_8));
        assertThat(new String(signature.sign(parts), UTF_8))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void aLongKeyIsHashedFirst() throws Exception {
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA512");
        String key = "long ".repeat(100);
        mac.init(new javax.crypto.spec.SecretKeySpec(key.getBytes(UTF_8), "x"));
        byte[] expected = mac.doFinal("text".getBytes(UTF_8));
        assertThat(new Signature("hmac-sha512", key).sign(List.of("text".getBytes(UTF_8))))
                .isEqualTo(java.util.HexFormat.of().formatHex(expected).getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "hmac-", "hmac-nonsense"})
    void aSchemeThatNobodyKnowsIsRefused(String scheme) {
        assertThatThrownBy(() -> new Signature(scheme, "k")).isInstanceOf(NoSuchAlgorithmException.class);
    }

    @Test
    void withoutAKeySignaturesAreEmptyAndNeverLookedAt() throws Exception {
        List<byte[]> frames = new ArrayList<>(codec("").encode(message(Map.of())));
        assertThat(frames.get(3)).isEmpty();
        frames.set(3, "whatever".getBytes(UTF_8));
        Codec codec = codec("");
        codec.decode(frames);
        assertThat(codec.decode(frames).type()).isEqualTo("execute_request");
    }

    @Test
    void aMessageIsTakenOnlyOnceAndOnlyIfItsSignatureIsRight() throws Exception {
        Codec codec = codec("k");
        List<byte[]> frames = codec.encode(message(Map.of()));
        codec.decode(frames);
        assertThatThrownBy(() -> codec.decode(frames))
                .isInstanceOf(BadMessage.class)
                .hasMessageContaining("seen before");
        assertThatThrownBy(() -> codec("other").decode(frames)).hasMessageContaining("wrong signature");
    }

    @ParameterizedTest
    @CsvSource({
        "[], malformed",
        "'{\"a\":NaN}', malformed",
        "'{} {}', malformed",
        "'{\"a\":', malformed",
        "'{}', msg_id"
    })
    void aHeaderThatIsNoneIsRefused(String json, String why) throws Exception {
        List<byte[]> dicts =
                List.of(json.getBytes(UTF_8), "{}".getBytes(UTF_8), "{}".getBytes(UTF_8), "{}".getBytes(UTF_8));
        List<byte[]> frames =
                new ArrayList<>(List.of("<IDS|MSG>".getBytes(UTF_8), new Signature("hmac-sha256", "k").sign(dicts)));
        frames.addAll(dicts);
        assertThatThrownBy(() -> codec("k").decode(frames))
                .isInstanceOf(BadMessage.class)
                .hasMessageContaining(why);
    }
}

package wirebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import wirebook.bytes.Octets;

/** Each rule with octets that break it, the octet at fault, and what a server answers. */
class HttpRuleTest {
    private static final String GET = "GET / HTTP/1.1\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = GET + "Transfer-Encoding: chunked\r\n\r\n";

    private record Example(HttpRule rule, String octets, int where) {
        boolean response() {
            return octets.stripLeading().startsWith("HTTP/");
        }
    }

    private static final List<Example> EXAMPLES = List.of(
            new Example(HttpRule.BOTH_LENGTHS, GET + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 35),
            new Example(HttpRule.BOTH_LENGTHS, OK + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 36),
            new Example(HttpRule.REPEATED_LENGTH, GET + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 35),
            new Example(HttpRule.REPEATED_LENGTH, GET + "Content-Length: 3, 3\r\n\r\nabc", 16),
            new Example(HttpRule.BAD_LENGTH, GET + "Content-Length: 3\r\nContent-Length: 4\r\n\r\n", 35),
            new Example(HttpRule.BAD_LENGTH, GET + "Content-Length: +3\r\n\r\n", 16),
            new Example(HttpRule.BAD_LENGTH, GET + "Content-Length: 0x3\r\n\r\n", 16),
            new Example(HttpRule.BAD_LENGTH, GET + "Content-Length:\r\n\r\n", 16),
            new Example(HttpRule.BAD_LENGTH, GET + "Content-Length: 9223372036854775808\r\n\r\n", 16),
            new Example(HttpRule.CODING_IN_HTTP_1_0, "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 16),
            new Example(HttpRule.UNKNOWN_CODING, GET + "Transfer-Encoding: xchunked\r\n\r\n", 16),
            new Example(HttpRule.UNKNOWN_CODING, GET + "Transfer-Encoding: identity\r\n\r\n", 16),
            new Example(HttpRule.CHUNKED_NOT_LAST, GET + "Transfer-Encoding: chunked, gzip\r\n\r\n", 16),
            new Example(HttpRule.CHUNKED_TWICE, GET + "Transfer-Encoding: chunked, chunked\r\n\r\n", 16),
            new Example(HttpRule.BARE_LF, "GET / HTTP/1.1\nHost: a\r\n\r\n", 14),
            new Example(HttpRule.BARE_LF, GET + "Host: a\n\r\n", 23),
            new Example(HttpRule.BARE_LF, GET + "Host: a\r\n\n", 25),
            new Example(HttpRule.BARE_CR, GET + "A: b\rContent-Length: 3\r\n\r\n", 20),
            new Example(HttpRule.CHUNK_LINE_BREAK, CHUNKED + "3\nabc\r\n0\r\n\r\n", 47),
            new Example(HttpRule.CHUNK_LINE_BREAK, CHUNKED + "3\r\nabcd\r\n0\r\n\r\n", 52),
            new Example(HttpRule.EMPTY_LINE, "\r\n" + OK + "\r\n", 0),
            new Example(HttpRule.BAD_REQUEST_LINE, "GET /\r\n", 5),
            new Example(HttpRule.BAD_REQUEST_LINE, "GET / HTTP/1.1 x\r\n", 6),
            new Example(HttpRule.BAD_METHOD, "G(T / HTTP/1.1\r\n", 1),
            new Example(HttpRule.BAD_METHOD, " GET / HTTP/1.1\r\n", 0),
            new Example(HttpRule.BAD_TARGET, "GET  / HTTP/1.1\r\n", 4),
            new Example(HttpRule.BAD_TARGET, "GET /\u0001 HTTP/1.1\r\n", 5),
            new Example(HttpRule.BAD_TARGET, "GET index.html HTTP/1.1\r\n", 4),
            new Example(HttpRule.BAD_VERSION, "GET / http/1.1\r\n", 6),
            new Example(HttpRule.BAD_VERSION, "HTTP/1.10 200 OK\r\n", 0),
            new Example(HttpRule.OTHER_MAJOR_VERSION, "GET / HTTP/2.0\r\n", 11),
            new Example(HttpRule.BAD_STATUS_LINE, "HTTP/1.1 20 OK\r\n", 9),
            new Example(HttpRule.BAD_STATUS_LINE, "HTTP/1.1 2000 OK\r\n", 12),
            new Example(HttpRule.BAD_STATUS_LINE, "HTTP/1.1 200 O\u0000K\r\n", 14),
            new Example(HttpRule.NO_SPACE_AFTER_STATUS, "HTTP/1.1 200\r\n\r\n", 12),
            new Example(HttpRule.NO_COLON, GET + "Host a\r\n", 20),
            new Example(HttpRule.BAD_NAME, GET + "Ho(st: a\r\n", 18),
            new Example(HttpRule.BAD_NAME, GET + ": a\r\n", 16),
            new Example(HttpRule.SPACE_BEFORE_COLON, GET + "Host : a\r\n", 20),
            new Example(HttpRule.SPACE_BEFORE_COLON, OK + "Server\t: a\r\n\r\n", 23),
            new Example(HttpRule.BAD_VALUE, GET + "Host: a\u0000b\r\n", 23),
            new Example(HttpRule.OBS_FOLD, GET + "A: b\r\n c\r\n\r\n", 22),
            new Example(HttpRule.SPACE_BEFORE_FIELDS, GET + " A: b\r\n", 16),
            new Example(HttpRule.BAD_CHUNK_SIZE, CHUNKED + "0x3\r\n", 47),
            new Example(HttpRule.BAD_CHUNK_SIZE, CHUNKED + "-1\r\n", 46),
            new Example(HttpRule.BAD_CHUNK_SIZE, CHUNKED + "\r\n", 46),
            new Example(HttpRule.CHUNK_SIZE_OVERFLOW, CHUNKED + "10000000000000000\r\n", 62),
            new Example(HttpRule.BAD_CHUNK_EXTENSION, CHUNKED + "3 \r\n", 47),
            new Example(HttpRule.BAD_CHUNK_EXTENSION, CHUNKED + "3;a=\"b\r\n", 50),
            new Example(HttpRule.METHOD_TOO_LONG, "A".repeat(9_000), 0),
            new Example(HttpRule.START_LINE_TOO_LONG, "GET /" + "a".repeat(9_000), 0),
            new Example(HttpRule.SECTION_TOO_LARGE, GET + "A: " + "b".repeat(70_000), 16),
            new Example(HttpRule.SECTION_TOO_LARGE, GET + "A:\r\n".repeat(257), 16 + 256 * 4),
            new Example(HttpRule.CHUNK_LINE_TOO_LONG, CHUNKED + "3;" + "a".repeat(5_000), 46),
            new Example(HttpRule.INCOMPLETE, GET + "Host", 20));

    @TestFactory
    List<DynamicTest> aStrictReaderNamesTheRuleAndTheOctet() {
        return EXAMPLES.stream()
                .filter(each -> each.rule() != HttpRule.OBS_FOLD || !each.response())
                .map(each -> DynamicTest.dynamicTest(name(each), () -> {
                    HttpReader reader = each.response() ? HttpReader.responses() : HttpReader.requests();
                    HttpEvent.Refused refused =
                            Verdict.of(reader, octets(each)).refusal().orElseThrow();
                    assertThat(refused.rule()).isEqualTo(each.rule());
                    assertThat(refused.fault().where()).isEqualTo(each.where());
                    assertThat(refused.fault().getMessage())
                            .contains(each.rule().rfc());
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> theRuleAndTheOctetAreTheSameWhenOctetsComeOneByOne() {
        return EXAMPLES.stream()
                .filter(each ->
                        each.rule() != HttpRule.INCOMPLETE && each.octets().length() < 1_000)
                .map(each -> DynamicTest.dynamicTest(name(each), () -> {
                    HttpReader reader = each.response() ? HttpReader.responses() : HttpReader.requests();
                    Octets octets = octets(each);
                    HttpEvent last = new HttpEvent.Content(Octets.EMPTY);
                    for (int i = 0; i < octets.length(); i++) {
                        for (HttpEvent event : reader.receive(octets.slice(i, i + 1))) {
                            last = event;
                        }
                    }
                    assertThat(last).isInstanceOfSatisfying(HttpEvent.Refused.class, refused -> {
                        assertThat(refused.rule()).isEqualTo(each.rule());
                        assertThat(refused.fault().where()).isEqualTo(each.where());
                    });
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> aLenientReaderGoesOnWhereTheRfcLetsItAndSaysSo() {
        return EXAMPLES.stream()
                .map(each -> DynamicTest.dynamicTest(name(each), () -> {
                    HttpReader reader = each.response() ? HttpReader.responses() : HttpReader.requests();
                    Verdict verdict = Verdict.of(reader.lenient(), octets(each));
                    if (each.rule().pardoned(true, each.response())) {
                        assertThat(verdict.forgiven())
                                .extracting(HttpEvent.Forgiven::rule)
                                .contains(each.rule());
                    } else {
                        assertThat(verdict.refusal().orElseThrow().rule()).isEqualTo(each.rule());
                    }
                }))
                .toList();
    }

    @Test
    void contentBeyondTheLimitIsRefusedBeforeItIsRead() {
        HttpReader reader = HttpReader.requests().limits(Limits.USUAL.content(9));
        Octets sized = Octets.ofText(GET + "Content-Length: 10\r\n\r\n");
        assertThat(Verdict.of(reader, sized).refusal().orElseThrow().rule()).isEqualTo(HttpRule.CONTENT_TOO_LARGE);
        HttpReader another = HttpReader.requests().limits(Limits.USUAL.content(9));
        Octets chunked = Octets.ofText(CHUNKED + "5\r\nhello\r\n5\r\n");
        assertThat(Verdict.of(another, chunked).refusal().orElseThrow().rule()).isEqualTo(HttpRule.CONTENT_TOO_LARGE);
    }

    @Test
    void everyRuleOfTheReaderHasAnExample() {
        Set<HttpRule> shown = EXAMPLES.stream()
                .map(Example::rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(HttpRule.class)));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(shown))).containsExactly(HttpRule.CONTENT_TOO_LARGE);
    }

    private static Octets octets(Example example) {
        return Octets.wrap(example.octets().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private static String name(Example example) {
        return example.rule() + " " + Fields.shown(example.octets());
    }
}

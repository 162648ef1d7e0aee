package wirebook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;

class HttpReaderTest {
    private static final String POST =
            "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;n=v\r\nhello\r\n6\r\n world\r\n0\r\nT: 1\r\n\r\n";

    @Test
    void whatIsReadDoesNotDependOnHowTheOctetsAreCut() {
        Octets stream = Octets.ofText(POST + "GET / HTTP/1.1\r\nHost: a\r\n\r\n" + POST);
        List<HttpMessage> whole = messages(HttpReader.requests(), stream, stream.length());
        assertThat(whole)
                .extracting(HttpMessage::startLine)
                .containsExactly("POST /x HTTP/1.1", "GET / HTTP/1.1", "POST /x HTTP/1.1");
        assertThat(whole.getFirst().content().text()).isEqualTo("hello world");
        for (int size = 1; size < stream.length(); size++) {
            assertThat(messages(HttpReader.requests(), stream, size)).isEqualTo(whole);
        }
    }

    @Test
    void chunksKeepTheirSizesExtensionsAndTrailers() {
        HttpMessage post =
                messages(HttpReader.requests(), Octets.ofText(POST), 7).getFirst();
        assertThat(post.body())
                .isEqualTo(new Body.Chunked(
                        List.of(new Chunk(Octets.ofText("hello"), ";n=v"), Chunk.of(Octets.ofText(" world"))),
                        "",
                        Fields.NONE.plus("T", "1")));
        assertThat(post.encode().text()).isEqualTo(POST);
    }

    @Test
    void pipelinedResponsesAnswerTheRequestsInTheirOrder() {
        HttpReader reader = HttpReader.responses();
        reader.expect(Method.HEAD);
        reader.expect(Method.GET);
        Octets stream = Octets.ofText("HTTP/1.1 100 Continue\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        assertThat(messages(reader, stream, 9))
                .extracting(message -> message.content().text())
                .containsExactly("", "", "hello");
    }

    @Test
    void aBodyWithoutALengthEndsWithTheConnection() {
        HttpReader reader = HttpReader.responses();
        assertThat(reader.receive(Octets.ofText("HTTP/1.0 200 OK\r\n\r\nhel")))
                .noneMatch(HttpEvent.End.class::isInstance);
        assertThat(reader.receive(Octets.ofText("lo"))).containsExactly(new HttpEvent.Content(Octets.ofText("lo")));
        assertThat(reader.end()).containsExactly(new HttpEvent.End(Fields.NONE, 24));
    }

    @Test
    void aBodyCutShortIsIncomplete() {
        HttpReader reader = HttpReader.responses();
        reader.receive(Octets.ofText("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"));
        assertThat(reader.end()).singleElement().isInstanceOfSatisfying(HttpEvent.Refused.class, refused -> {
            assertThat(refused.rule()).isEqualTo(HttpRule.INCOMPLETE);
            assertThat(refused.fault())
                    .hasMessage("the message ends too early: in its content, 2 octets before its end "
                            + "(at octet 41; RFC 9112, 8)");
        });
    }

    @Test
    void aResponseTo204Or304OrHeadHasNoBodyWhateverItsFieldsSay() {
        Octets stream = Octets.ofText("HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n");
        assertThat(messages(HttpReader.responses(), stream, 100)).hasSize(2);
    }

    @Test
    void afterConnectTheServerDecidesAndTheRestIsOpaque() {
        HttpReader reader = HttpReader.requests();
        reader.receive(Octets.ofText("CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\n\r\n\u0016\u0003"));
        assertThat(reader.state()).isEqualTo(ReaderState.PAUSED);
        assertThat(reader.receive(Octets.ofText("\u0001"))).isEmpty();
        assertThat(reader.switchProtocols()).containsExactly(new HttpEvent.Opaque(Octets.ofHex("160301")));
        assertThat(reader.receive(Octets.ofText("\u0001"))).containsExactly(new HttpEvent.Opaque(Octets.ofHex("01")));
    }

    @Test
    void anUpgradeThatIsDeclinedLeavesHttpToGoOn() {
        HttpReader reader = HttpReader.requests();
        reader.receive(Octets.ofText("GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: ws\r\n\r\nGET /2 "));
        assertThat(reader.proceed()).isEmpty();
        assertThat(reader.receive(Octets.ofText("HTTP/1.1\r\n\r\n"))).first().isInstanceOf(HttpEvent.Head.class);
        assertThatThrownBy(reader::proceed).hasMessageContaining("PAUSED");
    }

    @Test
    void afterSwitchingProtocolsTheResponsesAreOver() {
        HttpReader reader = HttpReader.responses();
        List<HttpEvent> events = reader.receive(Octets.ofText("HTTP/1.1 101 Switching Protocols\r\n\r\nframes"));
        assertThat(events).last().isEqualTo(new HttpEvent.Opaque(Octets.ofText("frames")));
    }

    @Test
    void aStatusThatNoServerMaySendIsReadAsAServerErrorWithContent() {
        Octets stream = Octets.ofText("HTTP/1.1 099 Odd\r\nContent-Length: 2\r\n\r\nhiHTTP/1.1 799 Odd\r\n\r\nrest");
        List<HttpMessage> messages = messages(HttpReader.responses(), stream, 5);
        assertThat(messages)
                .singleElement()
                .extracting(message -> message.content().text())
                .isEqualTo("hi");
        assertThat(messages.getFirst().encode()).isEqualTo(stream.slice(0, 41));
    }

    @Test
    void aClientFindsTheEndOfAResponseWhoseCodingItDoesNotKnow() {
        Octets stream = Octets.ofText("HTTP/1.1 200 OK\r\nTransfer-Encoding: secret\r\n\r\nrest");
        assertThat(Verdict.of(HttpReader.responses(), stream)
                        .message()
                        .orElseThrow()
                        .body())
                .isEqualTo(new Body.UntilClose(Octets.ofText("rest")));
    }

    @Test
    void aClientUnfoldsAValueAndSaysSo() {
        Verdict verdict = Verdict.of(
                HttpReader.responses(), Octets.ofText("HTTP/1.1 200 OK\r\nA: b\r\n  c\r\n\td\r\nB: e\r\n\r\n"));
        assertThat(verdict.message().orElseThrow().fields().get("A")).hasValue("b c d");
        assertThat(verdict.forgiven()).extracting(HttpEvent.Forgiven::rule).containsOnly(HttpRule.OBS_FOLD);
    }

    @Test
    void aLenientServerTakesTheChunksWhereALengthContradictsThem() {
        Octets smuggled =
                Octets.ofText("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\nGET /evil HTTP/1.1\r\n\r\n");
        Verdict verdict = Verdict.of(HttpReader.requests().lenient(), smuggled);
        assertThat(verdict.message().orElseThrow().content()).isEqualTo(Octets.EMPTY);
        assertThat(verdict.forgiven()).extracting(HttpEvent.Forgiven::rule).containsExactly(HttpRule.BOTH_LENGTHS);
    }

    private static List<HttpMessage> messages(HttpReader reader, Octets stream, int size) {
        Assembler assembler = new Assembler();
        List<HttpMessage> messages = new ArrayList<>();
        for (int at = 0; at < stream.length(); at += size) {
            for (HttpEvent event : reader.receive(stream.slice(at, Math.min(stream.length(), at + size)))) {
                Optional<HttpMessage> message = assembler.accept(event);
                message.ifPresent(messages::add);
            }
        }
        return messages;
    }
}

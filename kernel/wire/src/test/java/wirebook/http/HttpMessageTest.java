package wirebook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

class HttpMessageTest {
    private static final HttpRequest GET = HttpRequest.of("GET", "/power-tools.html")
            .host("www.joes-hardware.com")
            .header("Accept", "text/html");

    @Test
    void aRequestIsItsLinesAndAnEmptyOne() {
        assertThat(GET.encode().text())
                .isEqualTo("GET /power-tools.html HTTP/1.1\r\n"
                        + "Host: www.joes-hardware.com\r\n"
                        + "Accept: text/html\r\n"
                        + "\r\n");
        assertThat(GET.line()).isEqualTo("GET /power-tools.html HTTP/1.1 (2 fields, 0 octets of content)");
    }

    @Test
    void aLayoutSaysWhereEachOctetLies() {
        assertThat(GET.tree().toString().lines())
                .contains(
                        "HTTP request                        [0–81]",
                        "|- start-line                       [0–31]  GET /power-tools.html HTTP/1.1",
                        "|  |- request-target                [4–20]  /power-tools.html",
                        "|- header section                   [32–79]",
                        "|  |- Host                          [32–60]  www.joes-hardware.com",
                        "|  |  |- field value                [38–58]  www.joes-hardware.com",
                        "|  `- Accept                        [61–79]  text/html",
                        "`- empty line                       [80–81]  \\r\\n");
    }

    @Test
    void contentLengthIsDerivedFromTheContent() {
        HttpRequest post = HttpRequest.of("POST", "/x").host("a").body("a=b");
        assertThat(post.encode().text()).isEqualTo("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na=b");
        assertThat(post.fields().has("Content-Length")).isFalse();
        assertThat(post.body("a=bc").section().get("content-length")).hasValue("4");
    }

    @Test
    void aContentLengthThatSomebodySetsIsPinnedAndTheViewsSayWhatItShouldBe() {
        HttpRequest post = HttpRequest.of("POST", "/x").host("a").body("a=b").header("Content-Length", 5);
        assertThat(post.encode().text()).endsWith("Content-Length: 5\r\n\r\na=b");
        assertThat(post.pinned()).containsExactly(new HttpMessage.Pinned(FieldLine.of("Content-Length", "5"), "3"));
        assertThat(post.tree().toString()).contains("(pinned, should be 3)");
    }

    @Test
    void hostIsDerivedFromATargetThatNamesIt() {
        assertThat(HttpRequest.of("GET", "http://a.example:8080/x?y").section().get("Host"))
                .hasValue("a.example:8080");
        assertThat(HttpRequest.of("CONNECT", "a.example:443").section().get("Host"))
                .hasValue("a.example:443");
        assertThat(HttpRequest.of("OPTIONS", "*").section().has("Host")).isFalse();
    }

    @Test
    void aChunkedBodyHasASizeBeforeEachPieceAndTrailersAtItsEnd() {
        HttpResponse response =
                HttpResponse.of(200).body("hello world").chunked(5).trailer("Digest", "x");
        assertThat(response.encode().text())
                .isEqualTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: Digest\r\n\r\n"
                        + "5\r\nhello\r\n5\r\n worl\r\n1\r\nd\r\n0\r\nDigest: x\r\n\r\n");
        assertThat(response.content().text()).isEqualTo("hello world");
    }

    @Test
    void aBodyThatEndsWithTheConnectionSaysSoToHttp11() {
        HttpResponse response = HttpResponse.of(200).body("hi").untilClose();
        assertThat(response.encode().text()).isEqualTo("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhi");
        assertThat(response.http10().encode().text()).isEqualTo("HTTP/1.0 200 OK\r\n\r\nhi");
    }

    @Test
    void whatIsEncodedIsDecodedToTheSameValue() {
        assertThat(HttpRequest.decode(GET.encode())).isEqualTo(GET);
        HttpRequest post =
                HttpRequest.of("POST", "/x").host("a").body("a=b").chunked(2).trailer("T", "1");
        assertThat(HttpRequest.decode(post.encode())).isEqualTo(post);
        HttpResponse page =
                HttpResponse.of(200).header("Content-Type", "text/html").body("<p>");
        assertThat(HttpResponse.decode(page.encode())).isEqualTo(page);
        assertThat(HttpResponse.decode(page.untilClose().encode())).isEqualTo(page.untilClose());
        assertThat(HttpResponse.decode(page.withoutBody().encode(), Method.HEAD))
                .isEqualTo(page.withoutBody());
    }

    @Test
    void aLineBreakInAValueIsRefusedAsRequestSplitting() {
        assertThatThrownBy(() -> GET.header("Accept", "x\r\nEvil: y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The value of Accept, \"x\\r\\nEvil: y\", holds a line break: that would start a field or a "
                                + "message of its own (request splitting, RFC 9112, 11.1; RFC 9110, 5.5)");
        assertThatThrownBy(() -> GET.header("A\r\nB", "x")).hasMessageContaining("request splitting");
        assertThatThrownBy(() -> GET.header("A", "x\r\n")).hasMessageContaining("request splitting");
        assertThatThrownBy(() -> GET.header("My Name", "x"))
                .hasMessageStartingWith("Field name \"My Name\" is not a token");
    }

    @Test
    void valuesThatCannotBeOnTheWireAreRefusedWhereTheyAreMade() {
        assertThatThrownBy(() -> HttpRequest.of("G T", "/")).hasMessageContaining("is not a token");
        assertThatThrownBy(() -> HttpRequest.of("GET", "/a b"))
                .hasMessage("Target \"/a b\" holds a space; what is not visible ASCII is written %XX (RFC 9112, 3.2)");
        assertThatThrownBy(() -> HttpRequest.of("GET", "a")).hasMessageContaining("begins with /");
        assertThatThrownBy(() -> HttpResponse.of(99)).hasMessage("Status 99 is not 100 to 599 (RFC 9110, 15)");
        assertThatThrownBy(() -> HttpResponse.of(204).body("x")).hasMessageContaining("has no content");
        assertThatThrownBy(() -> GET.body("x").chunked(1).http10()).hasMessageContaining("knows no chunks");
        assertThatThrownBy(() -> GET.trailer("A", "b")).hasMessageContaining("say .chunked(size) before");
    }

    @Test
    void octetsThatAreNotOneMessageAreMalformed() {
        assertThatThrownBy(() -> HttpRequest.decode(Octets.ofText("GET / HTTP/1.1\r\nA: b\r\n")))
                .isInstanceOfSatisfying(
                        Malformed.class, fault -> assertThat(fault.where()).isEqualTo(22));
        assertThatThrownBy(() -> HttpRequest.decode(Octets.ofText("GET / HTTP/1.1\r\nA : b\r\n\r\n")))
                .hasMessage("white space stands before the colon: \"A :\" (at octet 17; RFC 9112, 5.1)");
        assertThatThrownBy(() -> HttpRequest.decode(Octets.ofText("GET / HTTP/1.1\r\n\r\nGET")))
                .hasMessage("3 octets follow the end of the message (at octet 18; RFC 9112, 6.3)");
    }
}

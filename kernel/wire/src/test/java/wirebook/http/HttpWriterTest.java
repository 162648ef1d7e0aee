package wirebook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;

class HttpWriterTest {
    private static final String STREAM = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5;n=v\r\nhello\r\n1\r\n!\r\n0;last\r\nT: 1\r\n\r\n"
            + "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi"
            + "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n";

    @Test
    void whatAReaderReadsAWriterWritesHoweverItWasCut() {
        Octets stream = Octets.ofText(STREAM);
        for (int size = 1; size <= stream.length(); size++) {
            HttpReader reader = HttpReader.requests();
            HttpWriter writer = new HttpWriter();
            List<Octets> written = new ArrayList<>();
            for (int at = 0; at < stream.length(); at += size) {
                reader.receive(stream.slice(at, Math.min(stream.length(), at + size)))
                        .forEach(event -> written.add(writer.write(event)));
            }
            assertThat(Octets.join(written)).isEqualTo(stream);
        }
    }

    @Test
    void aBodyThatEndsWithTheConnectionTakesAnyContent() {
        HttpWriter writer = new HttpWriter();
        writer.write(new HttpEvent.Head(HttpResponse.of(200).exactly(), new Framing.UntilClose()));
        assertThat(writer.write(new HttpEvent.Content(Octets.ofText("a"))).text())
                .isEqualTo("a");
        assertThat(writer.write(new HttpEvent.Content(Octets.ofText("b"))).text())
                .isEqualTo("b");
        assertThat(writer.write(new HttpEvent.End(Fields.NONE, 0)).isEmpty()).isTrue();
    }

    @Test
    void contentThatWasNotAnnouncedIsRefused() {
        HttpWriter writer = new HttpWriter();
        HttpRequest put = HttpRequest.of("PUT", "/").host("a").body("hi");
        writer.write(new HttpEvent.Head(put, Framing.of(put)));
        assertThatThrownBy(() -> writer.write(new HttpEvent.Content(Octets.ofText("hi!"))))
                .hasMessage("Now is no time for 3 octets of content: there is room for 2");
        assertThatThrownBy(() -> writer.write(new HttpEvent.End(Fields.NONE, 0)))
                .hasMessageContaining("2 octets are missing");
        assertThatThrownBy(() -> writer.write(new HttpEvent.ChunkHeader(1, ""))).hasMessageContaining("a chunk");
    }
}

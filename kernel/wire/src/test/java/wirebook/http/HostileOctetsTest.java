package wirebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

/** Laws that hold for every stream of octets, tried on messages that a seeded mutator has damaged. */
class HostileOctetsTest {
    private static final int CASES = Integer.getInteger("fuzz.cases", 5_000);

    private static final List<String> SOUND = List.of(
            "GET /x?y HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET / HTTP/1.1\r\n\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n0;x\r\nT: 1\r\n\r\n",
            "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\nopaque",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 304 Not Modified\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n",
            "HTTP/1.0 200 OK\r\nA: b\r\n c\r\n\r\nuntil the end");

    private static final List<String> POISON = List.of(
            "\r\n",
            "\n",
            "\r",
            ":",
            " ",
            "\t",
            "0",
            "f",
            ";",
            "\"",
            "\u0000",
            "\u00ff",
            "\r\n\r\n",
            ", ",
            "HTTP/1.1",
            "Transfer-Encoding: chunked\r\n",
            "Content-Length: 7\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "ffffffffffffffff",
            "7fffffffffffffff\r\n",
            "Content-Length: 9223372036854775807\r\n",
            "Connection: upgrade\r\nUpgrade: x\r\n",
            "\r\n\t");

    @Test
    void readingNeverFailsAndDoesNotDependOnTheCut() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Octets stream = damaged(random);
            for (boolean responses : new boolean[] {false, true}) {
                boolean lenient = random.nextBoolean();
                String whole = transcript(reader(responses, lenient), stream, stream.length());
                String cut = transcript(reader(responses, lenient), stream, 1 + random.nextInt(7));
                assertThat(cut).as("seed " + seed + ": " + stream.latin1()).isEqualTo(whole);
            }
        }
    }

    @Test
    void whatIsDecodedIsEncodedToOctetsThatSayTheSame() {
        int decoded = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Octets stream = damaged(new Random(seed));
            try {
                HttpMessage message =
                        stream.latin1().startsWith("HTTP") ? HttpResponse.decode(stream) : HttpRequest.decode(stream);
                decoded++;
                HttpMessage again = message instanceof HttpRequest
                        ? HttpRequest.decode(message.encode())
                        : HttpResponse.decode(message.encode());
                assertThat(again).as("seed " + seed + ": " + stream.latin1()).isEqualTo(message);
                assertThat(message.layout().endOctet())
                        .isEqualTo(message.encode().length());
            } catch (Malformed malformed) {
                assertThat(malformed.where()).isBetween(0, stream.length());
            }
        }
        assertThat(decoded).isGreaterThan(CASES / 100);
    }

    @Test
    void aReaderHoldsNoMoreThanItsLimits() {
        Limits small = new Limits(100, 200, 10, 20, 1_000);
        for (int seed = 0; seed < CASES / 10; seed++) {
            Random random = new Random(seed);
            HttpReader reader =
                    reader(random.nextBoolean(), random.nextBoolean()).limits(small);
            Octets stream = damaged(random);
            for (int i = 0; i < 50; i++) {
                reader.receive(stream);
                assertThat(reader.held()).isLessThanOrEqualTo(small.section());
            }
        }
    }

    private static HttpReader reader(boolean responses, boolean lenient) {
        HttpReader reader = responses ? HttpReader.responses() : HttpReader.requests();
        return lenient ? reader.lenient() : reader;
    }

    /** What a reader makes of the stream, with neighbouring pieces of content joined. */
    private static String transcript(HttpReader reader, Octets stream, int size) {
        StringBuilder transcript = new StringBuilder();
        String last = "";
        List<HttpEvent> events = new ArrayList<>();
        for (int at = 0; at < stream.length(); at += size) {
            events.addAll(reader.receive(stream.slice(at, Math.min(stream.length(), at + size))));
            while (reader.state() == ReaderState.PAUSED) {
                events.addAll(reader.proceed());
            }
        }
        events.addAll(reader.end());
        int content = 0;
        for (HttpEvent event : events) {
            String kind = event.getClass().getSimpleName();
            Octets octets = event instanceof HttpEvent.Content(var some)
                    ? some
                    : event instanceof HttpEvent.Opaque(var some) ? some : Octets.EMPTY;
            content += octets.length();
            boolean goesOn = kind.equals(last) && !octets.isEmpty();
            transcript.append(goesOn ? "" : "\n" + kind + " ").append(octets.isEmpty() ? text(event) : octets.hex());
            last = kind;
        }
        assertThat(content).isLessThanOrEqualTo(stream.length());
        return transcript.toString();
    }

    private static String text(HttpEvent event) {
        return event instanceof HttpEvent.Head(var message, var framing)
                ? message.startLine() + message.fields() + framing
                : event.toString();
    }

    private static Octets damaged(Random random) {
        StringBuilder text = new StringBuilder(pick(random, SOUND));
        for (int blows = random.nextInt(6); blows > 0; blows--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(8));
            switch (random.nextInt(6)) {
                case 0 -> text.insert(at, pick(random, POISON));
                case 1 -> text.replace(at, to, pick(random, POISON));
                case 2 -> text.delete(at, to);
                case 3 -> text.insert(at, text.substring(at, to));
                case 4 -> text.append(pick(random, SOUND));
                default -> text.insert(at, (char) random.nextInt(256));
            }
        }
        byte[] octets = text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return Octets.wrap(octets);
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}

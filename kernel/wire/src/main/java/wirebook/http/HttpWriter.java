package wirebook.http;

import java.nio.charset.StandardCharsets;
import wirebook.bytes.Octets;

/**
 * A writer of the messages that go one way over a connection: the events of a reader in, octets out. What a reader reads
 * from them is the same events again.
 *
 * <p>It writes no field and no length by itself, and refuses content that the framing of its message leaves no room for.
 */
public final class HttpWriter {
    private static final String CRLF = "\r\n";

    /** What may be written next. */
    private enum State {
        HEAD,
        CONTENT,
        CHUNK_HEADER,
        END
    }

    private State state = State.HEAD;
    private Framing framing = new Framing.None();
    private long room;
    private boolean insideChunk;

    /** A writer before the first message. */
    public HttpWriter() {}

    /**
     * The octets of the next event; none for events that only tell something.
     *
     * @throws IllegalStateException if the event cannot come now, or brings more or less content than was announced
     */
    public Octets write(HttpEvent event) {
        return switch (event) {
            case HttpEvent.Head(var message, var how) -> head(message, how);
            case HttpEvent.ChunkHeader(long size, String extensions) -> chunk(size, extensions);
            case HttpEvent.Content(var octets) -> content(octets);
            case HttpEvent.End(var trailers, int where) -> end(trailers);
            case HttpEvent.Opaque(var octets) -> octets;
            case HttpEvent.Forgiven forgiven -> Octets.EMPTY;
            case HttpEvent.Refused refused -> Octets.EMPTY;
        };
    }

    private Octets head(HttpMessage message, Framing how) {
        demand(state == State.HEAD, "a header section", "the message before it has no end yet");
        framing = how;
        insideChunk = false;
        room = how instanceof Framing.Sized(long length)
                ? length
                : how instanceof Framing.UntilClose ? Long.MAX_VALUE : 0;
        state = how instanceof Framing.Chunked ? State.CHUNK_HEADER : room > 0 ? State.CONTENT : State.END;
        StringBuilder text = new StringBuilder(message.startLine()).append(CRLF);
        return octets(lines(text, message.section()));
    }

    private Octets chunk(long size, String extensions) {
        demand(
                state == State.CHUNK_HEADER && room == 0,
                "a chunk",
                room + " octets are still to come, or no chunks at all");
        String before = insideChunk ? CRLF : "";
        insideChunk = true;
        room = size;
        state = size == 0 ? State.END : State.CHUNK_HEADER;
        return octets(new StringBuilder(before)
                .append(Long.toHexString(size))
                .append(extensions)
                .append(CRLF));
    }

    private Octets content(Octets octets) {
        demand(octets.length() <= room, octets.length() + " octets of content", "there is room for " + room);
        room -= framing instanceof Framing.UntilClose ? 0 : octets.length();
        return octets;
    }

    private Octets end(Fields trailers) {
        boolean open = framing instanceof Framing.UntilClose;
        demand(
                state == State.END || (state == State.CONTENT && (room == 0 || open)),
                "an end",
                room + " octets are missing");
        state = State.HEAD;
        return framing instanceof Framing.Chunked ? octets(lines(new StringBuilder(), trailers)) : Octets.EMPTY;
    }

    private static StringBuilder lines(StringBuilder text, Fields fields) {
        fields.forEach(line -> text.append(line).append(CRLF));
        return text.append(CRLF);
    }

    private static Octets octets(StringBuilder text) {
        return Octets.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void demand(boolean fits, String what, String why) {
        if (!fits) {
            throw new IllegalStateException("Now is no time for " + what + ": " + why);
        }
    }
}

package wirebook.http;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Octets;

/** Puts whole messages together from the events of one reader. */
public final class Assembler {
    private HttpMessage head = HttpRequest.of(Method.GET, "/");
    private Framing framing = new Framing.None();
    private final List<Chunk> chunks = new ArrayList<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private String extensions = "";

    /** Begins with nothing. */
    public Assembler() {}

    /** Takes one event; the message that it completes, if it does. */
    public Optional<HttpMessage> accept(HttpEvent event) {
        switch (event) {
            case HttpEvent.Head(var message, var how) -> begin(message, how);
            case HttpEvent.ChunkHeader(long size, String text) -> chunk(text);
            case HttpEvent.Content(var octets) -> content.writeBytes(octets.toArray());
            case HttpEvent.End(var trailers, int where) -> {
                return Optional.of(whole(trailers));
            }
            case HttpEvent.Forgiven forgiven -> {}
            case HttpEvent.Refused refused -> {}
            case HttpEvent.Opaque opaque -> {}
        }
        return Optional.empty();
    }

    private void begin(HttpMessage message, Framing how) {
        head = message;
        framing = how;
        chunks.clear();
        content.reset();
        extensions = "";
    }

    private void chunk(String nextExtensions) {
        if (content.size() > 0) {
            chunks.add(new Chunk(taken(), extensions));
        }
        extensions = nextExtensions;
    }

    private HttpMessage whole(Fields trailers) {
        Body body = switch (framing) {
            case Framing.Sized sized -> new Body.Sized(taken());
            case Framing.Chunked chunked -> new Body.Chunked(chunks, extensions, trailers);
            case Framing.UntilClose untilClose -> new Body.UntilClose(taken());
            default -> Body.NONE;
        };
        return switch (head) {
            case HttpRequest request -> settled(request.with(body));
            case HttpResponse response -> settled(response.with(body));
        };
    }

    private Octets taken() {
        Octets taken = Octets.wrap(content.toByteArray());
        content.reset();
        return taken;
    }

    /** The same message, with the fields left to derivation that would be derived as they came. */
    private static HttpMessage settled(HttpMessage message) {
        Fields fields = Derived.unset(message);
        HttpMessage settled =
                message instanceof HttpRequest request ? request.with(fields) : ((HttpResponse) message).with(fields);
        return settled.section().equals(message.fields()) ? settled : message;
    }
}

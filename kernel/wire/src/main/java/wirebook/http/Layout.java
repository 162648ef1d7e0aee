package wirebook.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;
import wirebook.field.Part;
import wirebook.field.Text;

/** A message laid out on the wire: its pieces in order, from which both its octets and their places are read. */
final class Layout {
    private static final String CRLF = "\r\n";
    private static final int PREVIEW = 40;

    private final List<Octets> pieces = new ArrayList<>();
    private List<Part> parts = new ArrayList<>();
    private int at;

    private Layout() {}

    static Layout of(HttpMessage message) {
        Layout layout = new Layout();
        layout.group("start-line", message.startLine(), () -> layout.startLine(message));
        layout.group("header section", "", () -> {
            for (FieldLine line : message.section()) {
                layout.fieldLine(line, Derived.mark(message, line));
            }
        });
        layout.put("empty line", CRLF, "ends the header section");
        layout.body(message.body());
        return layout;
    }

    Octets octets() {
        return Octets.join(pieces);
    }

    Part part(HttpMessage message) {
        return Part.of(
                "HTTP " + (message instanceof HttpRequest ? "request" : "response"), 0, 8 * at, message.line(), parts);
    }

    private void startLine(HttpMessage message) {
        switch (message) {
            case HttpRequest request -> requestLine(request);
            case HttpResponse response -> statusLine(response);
        }
        put("CRLF", CRLF, "ends the line");
    }

    private void requestLine(HttpRequest request) {
        put("method", request.method().name(), request.method().meaning());
        put("SP", " ", "");
        put("request-target", request.target().text(), request.target().meaning());
        put("SP", " ", "");
        put("HTTP-version", request.version().toString(), "the version in which the client writes");
    }

    private void statusLine(HttpResponse response) {
        put("HTTP-version", response.version().toString(), "the version in which the server writes");
        put("SP", " ", "");
        put("status-code", response.digits(), Status.meaning(response.status()));
        put("SP", " ", "");
        put("reason-phrase", response.reason(), "for people");
    }

    private void fieldLine(FieldLine line, String mark) {
        group(line.name(), line.value(), () -> {
            put("field name", line.name(), "");
            put("colon", ": ", "");
            put("field value", line.value(), "");
            put("CRLF", CRLF, "ends the field line");
        });
        parts.add(parts.removeLast().mark(mark));
    }

    private void body(Body body) {
        switch (body) {
            case Body.None none -> {}
            case Body.Sized(var content) -> put("message body", content, "as long as Content-Length says");
            case Body.UntilClose(var content) -> put("message body", content, "ends where the connection ends");
            case Body.Chunked chunked -> group("chunked body", "", () -> chunks(chunked));
        }
    }

    private void chunks(Body.Chunked body) {
        for (Chunk chunk : body.chunks()) {
            group("chunk", Text.count(chunk.data().length(), "octet"), () -> {
                put("chunk-size", chunk.size(), "in hexadecimal");
                put("chunk-ext", chunk.extensions(), "passed over by those who do not know it");
                put("CRLF", CRLF, "ends the chunk's first line");
                put("chunk-data", chunk.data(), "content");
                put("CRLF", CRLF, "ends the chunk");
            });
        }
        group("last-chunk", "", () -> {
            put("chunk-size", "0", "no more chunks");
            put("chunk-ext", body.lastExtensions(), "passed over by those who do not know it");
            put("CRLF", CRLF, "ends the last-chunk");
        });
        if (!body.trailers().lines().isEmpty()) {
            group("trailer section", "", () -> body.trailers().forEach(line -> fieldLine(line, "")));
        }
        put("empty line", CRLF, "ends the chunked body");
    }

    /** Lays out what {@code inside} puts as one part that holds others. */
    private void group(String name, String value, Runnable inside) {
        List<Part> outside = parts;
        int from = at;
        parts = new ArrayList<>();
        inside.run();
        outside.add(Part.of(name, 8 * from, 8 * (at - from), "", parts).value(Text.visible(value)));
        parts = outside;
    }

    private void put(String name, String text, String meaning) {
        put(name, Octets.wrap(text.getBytes(StandardCharsets.ISO_8859_1)), meaning);
    }

    private void put(String name, Octets octets, String meaning) {
        if (!octets.isEmpty()) {
            pieces.add(octets);
            parts.add(Part.of(name, 8 * at, 8 * octets.length(), Text.preview(octets, PREVIEW), meaning));
            at += octets.length();
        }
    }
}

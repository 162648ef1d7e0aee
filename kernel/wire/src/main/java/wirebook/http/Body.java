package wirebook.http;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;

/** What follows a header section, by the way in which its end is found (RFC 9112, 6). */
public sealed interface Body {
    /** No body, and no field that speaks of one. */
    Body NONE = new None();

    /** The content, freed of its framing. */
    Octets content();

    /** No body: the message ends with its header section. */
    record None() implements Body {
        @Override
        public Octets content() {
            return Octets.EMPTY;
        }
    }

    /** A body as long as {@code Content-Length} says (RFC 9112, 6.2). */
    record Sized(Octets content) implements Body {}

    /** A body that ends where the connection does: for responses alone (RFC 9112, 6.3, case 8). */
    record UntilClose(Octets content) implements Body {}

    /**
     * A body in chunks, each with its size before it (RFC 9112, 7.1).
     *
     * @param chunks the chunks, without the last-chunk
     * @param lastExtensions the extensions of the last-chunk, usually empty
     * @param trailers the trailer section
     */
    record Chunked(List<Chunk> chunks, String lastExtensions, Fields trailers) implements Body {
        /** Keeps a copy of the chunks. */
        public Chunked {
            chunks = List.copyOf(chunks);
            trailers = trailers.derivable();
            Chunk.checkExtensions(lastExtensions);
        }

        /**
         * The content cut into chunks of {@code size} octets; the last may be smaller.
         *
         * @throws IllegalArgumentException if {@code size} is not positive
         */
        public static Chunked of(Octets content, int size) {
            if (size < 1) {
                throw new IllegalArgumentException("Chunk size " + size + " is not positive (RFC 9112, 7.1)");
            }
            List<Chunk> chunks = new ArrayList<>();
            for (int at = 0; at < content.length(); at += Math.min(size, content.length() - at)) {
                chunks.add(Chunk.of(content.slice(at, Math.min(content.length(), at + size))));
            }
            return new Chunked(chunks, "", Fields.NONE);
        }

        /** The same chunks with one more trailer field. */
        public Chunked trailer(String name, String value) {
            return new Chunked(chunks, lastExtensions, trailers.plus(name, value));
        }

        @Override
        public Octets content() {
            return Octets.join(chunks.stream().map(Chunk::data).toList());
        }
    }

    /**
     * That the version has a word for this body: a recipient older than HTTP/1.1 takes the sizes of chunks for content.
     *
     * @throws IllegalArgumentException if it has none
     */
    static void check(Version version, Body body) {
        if (body instanceof Chunked && !version.atLeast11()) {
            throw new IllegalArgumentException(version + " knows no chunks: give the content whole (RFC 9112, 6.1)");
        }
    }

    /** The body as the chunked one that it is. */
    static Chunked chunked(Body body) {
        if (body instanceof Chunked chunked) {
            return chunked;
        }
        throw new IllegalStateException(
                "Only a chunked body has trailers: say .chunked(size) before .trailer(...) (RFC 9112, 7.1.2)");
    }
}

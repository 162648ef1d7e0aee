package wirebook.http;

/**
 * How much a reader holds before it refuses, in octets unless said otherwise.
 *
 * @param startLine a start-line; RFC 9112, 3 asks for 8,000 at least
 * @param section a header or trailer section
 * @param lines the field lines of a section, in lines
 * @param chunkLine a chunk's first line with its extensions
 * @param content the content of one message; a reader passes content on and holds none of it
 */
public record Limits(int startLine, int section, int lines, int chunkLine, long content) {
    /** Room for what browsers and servers send, and no limit to content. */
    public static final Limits USUAL = new Limits(8_192, 65_536, 256, 4_096, Long.MAX_VALUE);

    /** The same with another limit to the content. */
    public Limits content(long octets) {
        return new Limits(startLine, section, lines, chunkLine, octets);
    }
}

package wirebook.http;

import wirebook.bytes.Octets;

/**
 * One chunk of a chunked body: a part of the content whose size goes before it (RFC 9112, 7.1).
 *
 * @param data one octet or more
 * @param extensions what stands between the size and the line break, with its semicolons; usually empty
 */
public record Chunk(Octets data, String extensions) {
    /** @throws IllegalArgumentException for no data, or extensions that are not {@code ;name=value} (RFC 9112, 7.1.1) */
    public Chunk {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("A chunk of no octets ends the body (RFC 9112, 7.1)");
        }
        checkExtensions(extensions);
    }

    /** A chunk without extensions. */
    public static Chunk of(Octets data) {
        return new Chunk(data, "");
    }

    /** The size as it goes on the wire: hexadecimal. */
    public String size() {
        return Integer.toHexString(data.length());
    }

    static void checkExtensions(String extensions) {
        byte[] octets = Octets.ofText(extensions).toArray();
        int stranger = ChunkLine.stranger(octets, 0, octets.length);
        if (stranger < octets.length) {
            throw new IllegalArgumentException("Chunk extensions \"" + Fields.shown(extensions)
                    + "\" are not of the form ;name or ;name=value (RFC 9112, 7.1.1)");
        }
    }
}

package wirebook.http;

/** The grammar of a chunk's first line: its size, and then extensions, {@code *( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] )} (RFC 9112, 7.1.1). */
final class ChunkLine {
    private ChunkLine() {}

    /** What the line before {@code to} says; {@code start} is the place of {@code line[0]} in the stream. */
    static HttpEvent.ChunkHeader decode(byte[] line, int from, int to, long start) {
        int end = from;
        long size = 0;
        for (int digit; end < to && (digit = Character.digit(line[end], 16)) >= 0; end++) {
            if (size > Long.MAX_VALUE >> 4) {
                throw fail(HttpRule.CHUNK_SIZE_OVERFLOW, line, from, to, start + end);
            }
            size = size << 4 | digit;
        }
        if (end == from || (end < to && ";\t ".indexOf(line[end]) < 0)) {
            throw fail(HttpRule.BAD_CHUNK_SIZE, line, from, to, start + end);
        }
        int stranger = stranger(line, end, to);
        if (stranger < to) {
            throw fail(HttpRule.BAD_CHUNK_EXTENSION, line, end, to, start + stranger);
        }
        return new HttpEvent.ChunkHeader(size, StartLine.text(line, end, to));
    }

    private static Judge.Refusal fail(HttpRule rule, byte[] line, int from, int to, long where) {
        return Judge.refuse(rule, "\"" + Fields.shown(StartLine.text(line, from, to)) + "\"", where);
    }

    /** The first position from {@code from} on that breaks the grammar, or {@code to} if none does. */
    static int stranger(byte[] octets, int from, int to) {
        int at = from;
        while (at < to) {
            int semicolon = blanks(octets, at, to);
            if (semicolon == to || octets[semicolon] != ';') {
                return Math.min(semicolon, to - 1);
            }
            int name = blanks(octets, semicolon + 1, to);
            int end = Grammar.span(octets, name, to, Grammar.TOKEN);
            if (end == name) {
                return Math.min(name, to - 1);
            }
            int value = value(octets, end, to);
            if (value < 0) {
                return -value - 1;
            }
            at = value;
        }
        return to;
    }

    /** Where the value that may follow a name ends, or {@code -1 - position} of what is wrong with it. */
    private static int value(byte[] octets, int from, int to) {
        int equals = blanks(octets, from, to);
        if (equals == to || octets[equals] != '=') {
            return from;
        }
        int start = blanks(octets, equals + 1, to);
        if (start < to && octets[start] == '"') {
            return quoted(octets, start, to);
        }
        int end = Grammar.span(octets, start, to, Grammar.TOKEN);
        return end > start ? end : -1 - Math.min(start, to - 1);
    }

    private static int quoted(byte[] octets, int quote, int to) {
        int at = quote + 1;
        while (at < to && octets[at] != '"') {
            at += octets[at] == '\\' && at + 1 < to ? 2 : 1;
            if (!Grammar.is(octets[at - 1] & 0xff, Grammar.VALUE)) {
                return -at;
            }
        }
        return at < to ? at + 1 : -1 - quote;
    }

    private static int blanks(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && (octets[at] == ' ' || octets[at] == '\t')) {
            at++;
        }
        return at;
    }
}

package wirebook.http;

/** The grammar of chunk extensions: {@code *( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] )} (RFC 9112, 7.1.1). */
final class ChunkExtensions {
    private ChunkExtensions() {}

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

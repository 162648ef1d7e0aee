package wirebook.http;

import java.util.HexFormat;

/** The octet classes of HTTP's grammar (RFC 9110, 5.5 and 5.6; RFC 5234, B.1), as one table of bits. */
final class Grammar {
    static final int TOKEN = 1;
    static final int VALUE = 2;
    static final int VISIBLE = 4;
    static final int REASON = 8;

    private static final byte[] CLASSES = new byte[256];

    static {
        mark("!#$%&'*+-.^_`|~", TOKEN);
        for (int c = 0; c < 256; c++) {
            boolean letterOrDigit = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            boolean visible = c > ' ' && c < 0x7f;
            CLASSES[c] |= (byte) (letterOrDigit ? TOKEN : 0);
            CLASSES[c] |= (byte) (visible ? VISIBLE | VALUE | REASON : 0);
            CLASSES[c] |= (byte) (c == ' ' || c == '\t' || c >= 0x80 ? VALUE | REASON : 0);
        }
    }

    private Grammar() {}

    /** Whether the octet or character {@code c} belongs to one of the classes in {@code mask}. */
    static boolean is(int c, int mask) {
        return c < 256 && (CLASSES[c] & mask) != 0;
    }

    /** The first position at or after {@code from}, before {@code to}, whose octet is not in {@code mask}; else {@code to}. */
    static int span(byte[] octets, int from, int to, int mask) {
        int at = from;
        while (at < to && (CLASSES[octets[at] & 0xff] & mask) != 0) {
            at++;
        }
        return at;
    }

    /** The first position whose character is not in {@code mask}, or -1 if all are. */
    static int stranger(String text, int mask) {
        for (int at = 0; at < text.length(); at++) {
            if (!is(text.charAt(at), mask)) {
                return at;
            }
        }
        return -1;
    }

    /** A token: one or more {@code tchar} (RFC 9110, 5.6.2). */
    static boolean isToken(String text) {
        return !text.isEmpty() && stranger(text, TOKEN) < 0;
    }

    /** How a message for people names the character {@code c}. */
    static String name(int c) {
        return switch (c) {
            case '\r' -> "CR";
            case '\n' -> "LF";
            case '\t' -> "a tab";
            case ' ' -> "a space";
            default ->
                c > ' ' && c < 0x7f
                        ? "'" + (char) c + "'"
                        : "0x" + HexFormat.of().toHexDigits((byte) c);
        };
    }

    private static void mark(String members, int mask) {
        members.chars().forEach(c -> CLASSES[c] |= (byte) mask);
    }
}

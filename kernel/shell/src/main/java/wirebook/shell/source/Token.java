package wirebook.shell.source;

/**
 * One token of Java source.
 *
 * @param kind what it is
 * @param start its first {@code char}
 * @param end behind its last
 * @param text its text
 */
public record Token(Kind kind, int start, int end, String text) {

    /** The kinds that splitting a cell has to tell apart. */
    public enum Kind {
        /** An identifier or a word of the language. */
        WORD,
        /** A number. */
        NUMBER,
        /** A string, text block or character. */
        QUOTED,
        /** A string, text block, character or comment that the source ends within. */
        OPEN,
        /** A separator or operator, one character; {@code ->} and {@code ::} are one token. */
        SIGN
    }

    /** Whether this is the sign or word {@code other}. */
    public boolean is(String other) {
        return kind != Kind.QUOTED && text.equals(other);
    }
}

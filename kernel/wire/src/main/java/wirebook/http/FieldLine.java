package wirebook.http;

import java.nio.charset.StandardCharsets;

/**
 * One line of a header or trailer section: a field's name and its value (RFC 9112, 5).
 *
 * <p>Not a record, because a reader has checked the octets already and must not pay for that twice.
 */
public final class FieldLine {
    private final String name;
    private final String value;

    private FieldLine(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /**
     * A line.
     *
     * @param name a token, compared without regard to case
     * @param value visible characters, spaces and tabs, each one octet; white space around it does not belong to it
     * @throws IllegalArgumentException if the name is no token or the value holds CR, LF or another control
     */
    public static FieldLine of(String name, String value) {
        if (!Grammar.isToken(name)) {
            throw new IllegalArgumentException(badName(name));
        }
        String content = trimmed(value);
        int stranger = Grammar.stranger(content, Grammar.VALUE);
        if (stranger >= 0) {
            throw new IllegalArgumentException(badValue(name, content, stranger));
        }
        return new FieldLine(name, content);
    }

    /** The value without the spaces and tabs around it, and without a care for line breaks: those are refused. */
    private static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && blank(value.charAt(from))) {
            from++;
        }
        while (to > from && blank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    /** A line whose octets somebody has checked. */
    static FieldLine checked(byte[] line, int name, int nameEnd, int value, int valueEnd) {
        return new FieldLine(
                new String(line, name, nameEnd - name, StandardCharsets.ISO_8859_1),
                new String(line, value, valueEnd - value, StandardCharsets.ISO_8859_1));
    }

    /** The name as it was written. */
    public String name() {
        return name;
    }

    /** The value. */
    public String value() {
        return value;
    }

    /** Whether this line carries the field {@code other}, without regard to case. */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldLine that && name.equals(that.name) && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + value.hashCode();
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }

    private static String badName(String name) {
        boolean splits = name.indexOf('\r') >= 0 || name.indexOf('\n') >= 0;
        return "Field name \"" + Fields.shown(name) + "\""
                + (splits
                        ? " holds a line break: that would start a field or a message of its own (request splitting, "
                                + "RFC 9112, 11.1)"
                        : " is not a token: letters, digits and !#$%&'*+-.^_`|~, without spaces (RFC 9110, 5.1)");
    }

    private static String badValue(String name, String value, int stranger) {
        char c = value.charAt(stranger);
        String of = "The value of " + name + ", \"" + Fields.shown(value) + "\", holds ";
        if (c == '\r' || c == '\n') {
            return of + "a line break: that would start a field or a message of its own (request splitting, "
                    + "RFC 9112, 11.1; RFC 9110, 5.5)";
        }
        return c > 0xff
                ? of + "'" + c + "', which is not one octet (RFC 9110, 5.5)"
                : of + "the control character " + Grammar.name(c) + " (RFC 9110, 5.5)";
    }
}

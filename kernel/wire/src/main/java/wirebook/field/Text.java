package wirebook.field;

import java.util.Arrays;
import java.util.stream.Collectors;
import wirebook.bytes.Octets;

/** The words and signs that the text views share. */
public final class Text {
    private Text() {}

    /** {@code "1 octet"}, {@code "5 octets"}: a number and its noun. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /**
     * Text that is safe to print anywhere: control characters, terminal escapes and marks that turn the writing direction
     * are written as escapes, a carriage return and a line feed as {@code \r} and {@code \n}.
     */
    public static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\r' -> out.append("\\r");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (hidden(point)) {
                        out.append("\\u{").append(Integer.toHexString(point)).append('}');
                    } else {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
        return out.toString();
    }

    /** Lines that are each {@link #visible}; nothing but line feeds divides them. */
    public static String lines(String text) {
        return Arrays.stream(text.split("\n", -1)).map(Text::visible).collect(Collectors.joining("\n"));
    }

    /** A text on as many lines as it needs, each indented and, where its words allow it, at most {@code width} signs wide. */
    public static String wrapped(String text, int indent, int width) {
        StringBuilder out = new StringBuilder(" ".repeat(indent));
        int at = indent;
        for (String word : text.split(" ", -1)) {
            if (at > indent && at + 1 + word.length() > width) {
                out.append('\n').append(" ".repeat(indent));
                at = indent;
            } else if (at > indent) {
                out.append(' ');
                at++;
            }
            out.append(word);
            at += word.length();
        }
        return out.toString();
    }

    /** The first octets as visible text, at most {@code most} characters, an ellipsis behind what is cut. */
    public static String preview(Octets octets, int most) {
        boolean cut = octets.length() > most;
        String text = visible(octets.slice(0, Math.min(most, octets.length())).latin1());
        return text.length() > most || cut ? text.substring(0, Math.min(most, text.length())) + "…" : text;
    }

    /** One octet as a hexdump shows it: itself if it is printable ASCII, else a dot. */
    public static char printable(int octet) {
        return octet >= 0x20 && octet < 0x7f ? (char) octet : '.';
    }

    /** A part on one line: its name, its length if it is data, its value and its mark. */
    static String line(Part part) {
        return part.name()
                + (part.bits() > 64 ? ", " + count(part.bits() / 8, "octet") : "")
                + (part.value().isEmpty() ? "" : ": " + part.value())
                + (part.mark().isEmpty() ? "" : " (" + part.mark() + ")");
    }

    private static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}

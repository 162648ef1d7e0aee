package wirebook.shell.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.shell.Cell;

/**
 * An import that a cell has made.
 *
 * @param path what it imports, as written: {@code "java.util.*"}
 * @param isStatic whether it imports members of a type
 * @param single whether it imports one name alone
 * @param cell where it stands
 * @param start where it begins in the cell
 * @param text its text with the semicolon
 */
public record Import(String path, boolean isStatic, boolean single, Cell cell, int start, String text) {

    private static final Pattern PARTS = Pattern.compile("(?s)import\\b\\s*(?:(static|module)\\s+)?(.*?)\\s*;?\\s*");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The import that stands at {@code start} of {@code cell} as {@code text}. */
    static Import of(Cell cell, int start, String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + " is no import");
        }
        String kind = String.valueOf(parts.group(1));
        String path = SPACE.matcher(parts.group(2)).replaceAll("");
        boolean single = !kind.equals("module") && !path.endsWith("*");
        return new Import(path, kind.equals("static"), single, cell, start, text);
    }

    /** The simple name that a single import imports. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Whether both say the same. */
    boolean same(Import other) {
        return text.replaceAll("\\s+", " ").equals(other.text.replaceAll("\\s+", " "));
    }
}

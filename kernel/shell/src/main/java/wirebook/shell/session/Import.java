package wirebook.shell.session;

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

    /** The import that stands at {@code start} of {@code cell} as {@code text}. */
    static Import of(Cell cell, int start, String text) {
        String what = text.replaceFirst("^import\\s+", "").replaceFirst("\\s*;\\s*$", "");
        boolean isStatic = what.matches("(?s)static\\s.*");
        boolean module = what.matches("(?s)module\\s.*");
        String path = what.replaceFirst("^(static|module)\\s+", "").replaceAll("\\s", "");
        return new Import(path, isStatic, !module && !path.endsWith("*"), cell, start, text);
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

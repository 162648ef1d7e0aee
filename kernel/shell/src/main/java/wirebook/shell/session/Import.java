package wirebook.shell.session;

import wirebook.shell.Cell;

/**
 * An import that a cell has made.
 *
 * @param name what it imports: a simple name, or {@code "*"} or a module's name for many
 * @param single whether it imports one name alone
 * @param cell where it stands
 * @param start where it begins in the cell
 * @param text its text with the semicolon
 */
public record Import(String name, boolean single, Cell cell, int start, String text) {

    static Import of(Cell cell, int start, String text) {
        String path = text.replaceFirst("^import\\s+(static\\s+)?", "")
                .replaceFirst("\\s*;\\s*$", "")
                .strip();
        boolean module = path.startsWith("module ");
        String name = path.substring(path.lastIndexOf('.') + 1).strip();
        return new Import(module ? path : name, !module && !name.equals("*"), cell, start, text);
    }

    /** What is imported, as written: {@code "java.util.*"}. */
    public String path() {
        return text.replaceFirst("^import\\s+((static|module)\\s+)?", "")
                .replaceFirst("\\s*;\\s*$", "")
                .replaceAll("\\s", "");
    }

    /** Whether it imports members of a type. */
    public boolean isStatic() {
        return text.matches("(?s)import\\s+static\\s.*");
    }

    /** Whether both say the same. */
    boolean same(Import other) {
        return text.replaceAll("\\s+", " ").equals(other.text.replaceAll("\\s+", " "));
    }
}

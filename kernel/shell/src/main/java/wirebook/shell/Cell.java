package wirebook.shell;

/**
 * The source of one cell and the number that frames and messages call it by.
 *
 * @param number the execution count; 0 for a cell without a number (user expressions, silent requests)
 * @param source what the student typed: Java snippets, magics, or both
 */
public record Cell(int number, String source) {

    /** A cell without a number. */
    public static Cell of(String source) {
        return new Cell(0, source);
    }

    /** How frames and messages call this cell: {@code "cell [7]"}, or {@code "cell"} without a number. */
    public String title() {
        return number > 0 ? "cell [" + number + "]" : "cell";
    }
}

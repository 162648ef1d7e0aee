package wirebook.shell.compile;

import java.util.Arrays;
import wirebook.shell.Cell;

/**
 * Where the lines of a compiled class stand in cells; it lives as long as frames of the class may be shown, so it is small.
 *
 * @param titles the cell of each line, {@code ""} for a line that is no cell's
 * @param numbers the line in that cell, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and small matters
public record LineTable(String[] titles, int[] numbers) {

    static LineTable of(Unit unit) {
        int count = 1 + (int) unit.text().chars().filter(c -> c == '\n').count();
        String[] titles = new String[count];
        Arrays.fill(titles, "");
        int[] numbers = new int[count];
        for (Unit.Span span : unit.spans()) {
            fill(unit, span, titles, numbers);
        }
        return new LineTable(titles, numbers);
    }

    private static void fill(Unit unit, Unit.Span span, String[] titles, int[] numbers) {
        Cell cell = span.cell();
        int line = lineOf(unit.text(), span.at());
        int number = 1 + lineOf(cell.source(), span.start());
        for (int i = 0; i <= span.length(); i++) {
            if (i == span.length() || unit.text().charAt(span.at() + i) == '\n') {
                titles[line] = cell.title();
                numbers[line] = number;
                line++;
                number++;
            }
        }
    }

    private static int lineOf(String text, int offset) {
        return (int) text.substring(0, Math.min(offset, text.length()))
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    /** How a frame at {@code line} (from 1) is called: {@code "cell [7], line 3"}; empty where the line is no cell's. */
    public String place(int line) {
        return line < 1 || line > numbers.length || titles[line - 1].isEmpty()
                ? ""
                : titles[line - 1] + ", line " + numbers[line - 1];
    }
}

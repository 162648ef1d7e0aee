package wirebook.shell.compile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the lines of a compiled class stand in cells; it lives as long as frames of the class may be shown, so it is small.
 *
 * @param titles the cell of each line, {@code ""} for a line that is no cell's
 * @param numbers the line in that cell, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and small matters
public record LineTable(String[] titles, int[] numbers) {

    static LineTable of(Unit unit) {
        int[] breaks = breaks(unit.text());
        String[] titles = new String[breaks.length + 1];
        Arrays.fill(titles, "");
        int[] numbers = new int[titles.length];
        Map<String, int[]> cells = new HashMap<>();
        for (Unit.Span span : unit.spans()) {
            int[] own = cells.computeIfAbsent(span.cell().source(), LineTable::breaks);
            fill(unit, span, lineOf(breaks, span.at()), 1 + lineOf(own, span.start()), titles, numbers);
        }
        return new LineTable(titles, numbers);
    }

    private static void fill(Unit unit, Unit.Span span, int line, int number, String[] titles, int[] numbers) {
        for (int i = 0; i <= span.length(); i++) {
            if (i == span.length() || unit.text().charAt(span.at() + i) == '\n') {
                titles[line] = span.cell().title();
                numbers[line++] = number++;
            }
        }
    }

    private static int[] breaks(String text) {
        return IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n')
                .toArray();
    }

    /** How many breaks come before {@code offset}; searched for, since a cell may have ten thousand parts. */
    private static int lineOf(int[] breaks, int offset) {
        int at = Arrays.binarySearch(breaks, offset);
        return at < 0 ? -at - 1 : at;
    }

    /** How a frame at {@code line} (from 1) is called: {@code "cell [7], line 3"}; empty where the line is no cell's. */
    public String place(int line) {
        return line < 1 || line > numbers.length || titles[line - 1].isEmpty()
                ? ""
                : titles[line - 1] + ", line " + numbers[line - 1];
    }
}

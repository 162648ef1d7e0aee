package wirebook.field;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under headings. Columns of numbers stand to the right.
 *
 * @param headings the names of the columns
 * @param rows the cells of each row, as many as there are headings
 */
public record Table(List<String> headings, List<List<String>> rows) implements Shown {
    /** Copies the lists. */
    public Table {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** Whether every cell of a column is a number or empty. */
    public boolean numeric(int column) {
        return rows.stream().allMatch(row -> row.get(column).matches("[-+]?[0-9][0-9.,]*|"));
    }

    @Override
    public String toString() {
        List<Integer> widths =
                IntStream.range(0, headings.size()).mapToObj(this::width).toList();
        String rule = widths.stream().map("-"::repeat).collect(Collectors.joining("  "));
        return line(headings, widths) + "\n" + rule + "\n"
                + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(headings.get(column).length(), Math::max);
    }

    private String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> padded(cells.get(i), widths.get(i), numeric(i)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean right) {
        String space = " ".repeat(width - cell.length());
        return right ? space + cell : cell + space;
    }
}

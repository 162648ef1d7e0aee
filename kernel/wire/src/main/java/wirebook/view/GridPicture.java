package wirebook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import wirebook.field.Part;
import wirebook.field.Table;
import wirebook.field.Text;
import wirebook.field.Tree;

/** A table as a drawing: numbers to the right, long tables cut with the rest counted. */
final class GridPicture {
    private static final int ROW = 20;
    private static final int PAD = 8;
    private static final int MOST = 72;

    private GridPicture() {}

    /** Puts a table on a poster. */
    static void draw(Poster poster, Table table) {
        List<List<String>> rows = table.rows().stream().limit(Grid.MOST).toList();
        double[] edges = edges(table, rows);
        poster.picture(edges[edges.length - 1], (rows.size() + 1) * ROW + Look.GAP, out -> {
            row(out, table, edges, table.headings(), 0, true);
            for (int i = 0; i < rows.size(); i++) {
                row(out, table, edges, rows.get(i), (i + 1) * ROW, false);
            }
        });
        if (rows.size() < table.rows().size()) {
            poster.note("… " + Text.count(table.rows().size() - rows.size(), "more row"), Look.FAINT);
        }
    }

    /** Puts a tree on a poster: a row for each part, indented by its depth. */
    static void draw(Poster poster, Tree tree) {
        List<List<String>> rows = new ArrayList<>();
        collect(rows, tree.layout(), 0);
        draw(poster, new Table(List.of("field", "octets", "value"), rows));
    }

    private static void collect(List<List<String>> rows, Part part, int depth) {
        String mark = part.mark().isEmpty() ? "" : "  ! " + part.mark();
        rows.add(List.of("  ".repeat(depth) + part.name(), Tree.place(part), part.value() + mark));
        part.parts().forEach(child -> collect(rows, child, depth + 1));
    }

    /** Where the columns begin, and where the last one ends. */
    private static double[] edges(Table table, List<List<String>> rows) {
        double[] edges = new double[table.headings().size() + 1];
        for (int column = 0; column < table.headings().size(); column++) {
            int at = column;
            double cells = rows.stream()
                    .mapToDouble(row -> cut(row.get(at)).length() * Poster.SIGN)
                    .max()
                    .orElse(0);
            edges[at + 1] =
                    edges[at] + Math.max(cells, Look.width(table.headings().get(at)) * Look.BOLD) + 2 * PAD;
        }
        return edges;
    }

    private static String cut(String cell) {
        String visible = Text.visible(cell);
        return visible.length() > MOST ? visible.substring(0, MOST - 1) + "…" : visible;
    }

    private static void row(Drawing out, Table table, double[] edges, List<String> cells, int y, boolean head) {
        IntStream.range(0, cells.size()).forEach(i -> {
            double width = edges[i + 1] - edges[i];
            out.box(edges[i], y, width, ROW, Look.PAPER, Look.GRID, "");
            String text = cut(cells.get(i));
            double left = table.numeric(i) ? edges[i + 1] - PAD - text.length() * Poster.SIGN : edges[i] + PAD;
            if (head) {
                double x = table.numeric(i) ? edges[i + 1] - PAD : edges[i] + PAD;
                out.bold(x, y + 14, table.numeric(i) ? "end" : "start", Look.FAINT, text);
            } else if (!text.isEmpty()) {
                out.mono(left, y + 14, Look.INK, text, Poster.SIGN);
            }
        });
    }
}

package wirebook.view;

import java.util.List;
import wirebook.field.Table;
import wirebook.field.Text;

/** A table of texts: numbers to the right, long tables cut with the rest counted. */
final class Grid {
    /** The most rows that are drawn. */
    static final int MOST = 200;

    private static final String CELL =
            "padding:2px 8px;border:1px solid " + Look.GRID + ";white-space:nowrap;text-align:";

    private Grid() {}

    static void draw(Markup out, Table table) {
        out.open(
                "table",
                "style",
                "border-collapse:collapse;border:0;margin:0 0 " + Look.GAP + "px 0;font-size:" + Look.TEXT + "px");
        out.within("thead", thead -> row(thead, "th", table.headings(), table, Look.FAINT));
        out.within(
                "tbody",
                tbody -> table.rows().stream().limit(MOST).forEach(row -> row(tbody, "td", row, table, Look.INK)));
        out.close();
        if (table.rows().size() > MOST) {
            Sheet.note(out, "… " + Text.count(table.rows().size() - MOST, "more row"));
        }
    }

    private static void row(Markup out, String tag, List<String> cells, Table table, Look ink) {
        String font = tag.equals("td") ? ";font-family:" + Look.MONO : "";
        out.open("tr", "style", "background-color:" + Look.PAPER + ";color:" + ink + font);
        for (int i = 0; i < cells.size(); i++) {
            out.tag(tag, cells.get(i), "style", CELL + (table.numeric(i) ? "right" : "left"));
        }
        out.close();
    }
}

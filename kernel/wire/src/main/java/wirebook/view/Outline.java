package wirebook.view;

import wirebook.field.Part;
import wirebook.field.Tree;

/** A layout's tree as a table: name, octets, value; a row for each part, indented by its depth. */
final class Outline {
    private static final String CELL =
            "padding:1px 8px;border:0;text-align:left;vertical-align:top;white-space:nowrap;";

    private int next;

    private Outline() {}

    /** The rows of a tree. */
    static void draw(Markup out, Tree tree) {
        Outline outline = new Outline();
        out.within(
                "table",
                table -> outline.row(table, tree.layout(), Look.of(tree.layout()), 0),
                "class",
                "wirebook-tree",
                "style",
                "border-collapse:collapse;border:0;margin:0 0 " + Look.GAP + "px 0;font-size:" + Look.TEXT + "px");
    }

    private void row(Markup table, Part part, Look look, int depth) {
        int end = next + Leaf.count(part);
        boolean wrong = !part.mark().isEmpty();
        table.open(
                "tr",
                "data-f",
                Leaf.range(next, end),
                "title",
                part.meaning().isEmpty() ? part.name() : part.meaning(),
                "style",
                "background-color:" + (wrong ? Look.ALARMED : Look.PAPER));
        String tint = depth == 0 ? "" : ";border-left:4px solid " + look;
        table.within(
                "td",
                td -> td.tag(part.parts().isEmpty() ? "span" : "b", part.name(), "style", indent(depth, tint)),
                "style",
                CELL + "color:" + Look.INK);
        table.tag("td", Tree.place(part), "style", CELL + "color:" + Look.FAINT + ";font-family:" + Look.MONO);
        table.tag(
                "td",
                part.value() + (wrong ? "  ! " + part.mark() : ""),
                "style",
                CELL + "color:" + (wrong ? Look.ALARM : Look.INK) + ";font-family:" + Look.MONO);
        table.close();
        next = part.parts().isEmpty() ? end : next;
        part.parts().forEach(child -> row(table, child, depth == 0 ? Look.of(child) : look, depth + 1));
    }

    private static String indent(int depth, String tint) {
        return "margin-left:" + depth * 2 * Look.GAP + "px;padding-left:4px" + tint;
    }
}

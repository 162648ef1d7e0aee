package wirebook.view;

import wirebook.field.Part;
import wirebook.field.Tree;

/** A layout's tree as a table: name, octets, value; a row for each part, indented by its depth. */
final class Outline {
    private static final String CELL = "padding:1px 8px;text-align:left";

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
                Sheet.ground(wrong ? Look.ALARMED : Look.PAPER));
        table.within("td", td -> name(td, part, look, depth), "style", CELL);
        table.tag("td", Tree.place(part), "style", CELL + ";color:" + Look.FAINT);
        table.within("td", td -> td.tag("samp", part.value() + (wrong ? "  ! " + part.mark() : "")), "style", CELL);
        table.close();
        next = part.parts().isEmpty() ? end : next;
        part.parts().forEach(child -> row(table, child, depth == 0 ? Look.of(child) : look, depth + 1));
    }

    private static void name(Markup td, Part part, Look look, int depth) {
        String indent = "padding-left:" + (depth * 2 + 1) * Look.GAP + "px";
        String tint = depth == 0 ? "" : ";border-left:4px solid " + look;
        td.tag(part.parts().isEmpty() ? "span" : "b", part.name(), "style", indent + tint);
    }
}

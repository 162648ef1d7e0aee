package wirebook.view;

import java.util.List;
import wirebook.field.Diagram;
import wirebook.field.Diagram.Cell;
import wirebook.field.Part;

/** The header boxes of the RFCs as tables: a column for each bit, a row for each 32 of them, the values in the fields. */
final class Box {
    private static final String TABLE =
            "border-collapse:collapse;table-layout:fixed;width:100%;min-width:640px;max-width:860px;" + "margin:0 0 "
                    + Look.GAP + "px 0;border:0;font-size:" + Look.TEXT + "px";
    private static final String CELL = "padding:2px 1px;text-align:center;border:1px solid " + Look.LINE;
    private static final String WRONG = ";background-color:" + Look.ALARMED + ";outline:2px dashed " + Look.ALARM;

    private int next;

    private Box() {}

    /** The boxes of a diagram. */
    static void draw(Markup out, Diagram diagram) {
        Box box = new Box();
        diagram.sections().forEach(section -> box.section(out, section));
    }

    private void section(Markup out, Part section) {
        if (section.parts().isEmpty()) {
            line(out, section);
            return;
        }
        caption(out, section);
        out.open("table", "class", "wirebook-box", "style", TABLE);
        out.within("tr", Box::ruler, "style", "font-size:10px;color:" + Look.FAINT + ";background-color:" + Look.PAPER);
        Look look = Look.of(section);
        for (List<Cell> row : Diagram.rows(section)) {
            out.within("tr", tr -> row.forEach(cell -> cell(tr, cell)), "style", Sheet.ground(look));
        }
        out.close();
        notes(out, section);
    }

    private static void caption(Markup out, Part section) {
        out.open("div", "style", "margin:0 0 2px 0");
        out.tag("b", section.name(), "style", Sheet.chip(Look.of(section)));
        out.tag("span", "  " + section.meaning(), "style", "color:" + Look.FAINT + ";font-size:" + Look.SMALL + "px");
        out.close();
    }

    /** A section without fields is drawn as one wide cell: data. */
    private void line(Markup out, Part section) {
        int number = next++;
        out.within(
                "div",
                div -> {
                    div.tag("b", section.name(), "style", "font-family:" + Look.SANS);
                    div.text(" " + wirebook.field.Text.count(section.bits() / 8, "octet") + "  " + section.value());
                },
                "data-f",
                Leaf.range(number, number + 1),
                "title",
                Leaf.title(section),
                "style",
                "max-width:840px;padding:4px 8px;border:1px solid " + Look.LINE + ";margin:0 0 " + Look.GAP
                        + "px 0;font-family:" + Look.MONO + ";background-color:" + Look.of(section) + ";color:"
                        + Look.INK);
    }

    private static void ruler(Markup tr) {
        for (int bit = 0; bit < 32; bit++) {
            tr.tag("td", Integer.toString(bit), "style", "padding:0;text-align:center");
        }
    }

    private void cell(Markup tr, Cell cell) {
        Part part = cell.part();
        int number = cell.first() ? next++ : next - 1;
        boolean wrong = !part.mark().isEmpty();
        tr.open(
                "td",
                "colspan",
                Integer.toString(cell.bits()),
                "data-f",
                Leaf.range(number, number + 1),
                "title",
                Leaf.title(part) + (part.meaning().isEmpty() ? "" : " — " + part.meaning()),
                "style",
                CELL + (wrong ? WRONG : ""));
        if (cell.first()) {
            tr.tag("small", part.name()).raw("<br/><b><samp>");
            tr.text(part.value() + (wrong ? " !" : "")).raw("</samp></b>");
        } else {
            tr.tag("i", "(" + part.name() + ")");
        }
        tr.close();
    }

    private static void notes(Markup out, Part section) {
        for (Leaf leaf : Leaf.of(section)) {
            if (!leaf.part().mark().isEmpty()) {
                out.tag("div", "! " + Leaf.title(leaf.part()), "style", "color:" + Look.ALARM + ";margin:0 0 4px 0");
            }
        }
    }
}

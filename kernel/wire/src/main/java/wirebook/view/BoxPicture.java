package wirebook.view;

import java.util.List;
import wirebook.field.Diagram;
import wirebook.field.Diagram.Cell;
import wirebook.field.Part;
import wirebook.field.Text;

/** The header boxes of the RFCs as a drawing: 32 bits a row, the values in the fields. */
final class BoxPicture {
    private static final int BIT = 25;
    private static final int ROW = 36;
    private static final int RULER = 14;

    private BoxPicture() {}

    /** Puts the boxes of a diagram on a poster. */
    static void draw(Poster poster, Diagram diagram) {
        for (Part section : diagram.sections()) {
            if (section.parts().isEmpty()) {
                data(poster, section);
            } else {
                poster.chip(Look.of(section), section.name(), section.meaning());
                List<List<Cell>> rows = Diagram.rows(section);
                poster.picture(32 * BIT + 1, RULER + rows.size() * ROW + Look.GAP, out -> box(out, section, rows));
                notes(poster, section);
            }
        }
    }

    /** A section without fields is drawn as one wide cell. */
    private static void data(Poster poster, Part section) {
        String words = section.name() + "  " + Text.count(section.bits() / 8, "octet") + "  " + section.value();
        poster.picture(32 * BIT + 1, 26 + Look.GAP, out -> {
            out.box(0, 0, 32 * BIT, 24, Look.of(section), Look.LINE, "");
            out.text(8, 16, "start", Look.INK, Look.clip(words, 32 * BIT - 16));
        });
    }

    private static void box(Drawing out, Part section, List<List<Cell>> rows) {
        for (int bit = 0; bit < 32; bit++) {
            out.text((bit + 0.5) * BIT, 10, "middle", Look.FAINT, Integer.toString(bit), "font-size", "9");
        }
        for (int row = 0; row < rows.size(); row++) {
            for (Cell cell : rows.get(row)) {
                cell(out, cell, RULER + row * ROW, Look.of(section));
            }
        }
    }

    private static void cell(Drawing out, Cell cell, int y, Look look) {
        boolean wrong = !cell.part().mark().isEmpty();
        double x = cell.from() * BIT;
        double width = cell.bits() * BIT;
        double middle = x + width / 2;
        String title = Leaf.title(cell.part());
        out.box(x, y, width, ROW, wrong ? Look.ALARMED : look, Look.LINE, title);
        if (wrong) {
            out.line(
                    "M" + Drawing.px(x + 2) + " " + (y + 2) + "h" + Drawing.px(width - 4) + "v" + (ROW - 4) + "h"
                            + Drawing.px(4 - width) + "z",
                    Look.ALARM,
                    2,
                    "5 3");
        }
        if (!cell.first()) {
            out.text(middle, y + 22, "middle", Look.INK, "(" + cell.part().name() + ")", "font-style", "italic");
            return;
        }
        String size = cell.bits() < 2 ? "9" : "10";
        out.text(middle, y + 14, "middle", Look.INK, Look.clip(cell.part().name(), width + 4), "font-size", size);
        String value = cell.part().value() + (wrong ? " !" : "");
        out.bold(middle, y + 29, "middle", Look.INK, Look.clip(value, width / Look.BOLD));
    }

    private static void notes(Poster poster, Part section) {
        for (Leaf leaf : Leaf.of(section)) {
            if (!leaf.part().mark().isEmpty()) {
                poster.note("! " + Leaf.title(leaf.part()), Look.ALARM);
            }
        }
    }
}

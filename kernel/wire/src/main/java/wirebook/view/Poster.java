package wirebook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A view as one picture: blocks below each other on a sheet that is as large as they need. */
final class Poster {
    /** The distance of two lines of monospaced text; pixels. */
    static final int LINE = 17;

    /** How wide a sign of monospaced text is; pixels. */
    static final double SIGN = 7.4;

    private static final int EDGE = 12;
    private static final int WIDEST = 800;

    /** Draws itself on a sheet, its upper left corner at {@code (EDGE, y)}. */
    private interface Block {
        void draw(Drawing out, int y);
    }

    private final String title;
    private final List<Consumer<Drawing>> blocks = new ArrayList<>();
    private double width = 320;
    private int height = EDGE;

    /** An empty poster; {@code title} is what a screen reader says. */
    Poster(String title) {
        this.title = title;
    }

    private Poster add(double wide, int high, Block block) {
        int y = height;
        blocks.add(out -> block.draw(out, y));
        width = Math.max(width, wide);
        height += high;
        return this;
    }

    /** A heading. */
    Poster head(String text) {
        String said = Look.clip(text.strip(), WIDEST / 1.3);
        return add(
                Look.width(said) * 1.3 * Look.BOLD,
                24,
                (out, y) -> out.text(
                        EDGE, y + 14, "start", Look.INK, said, "font-weight", "700", "font-size", "" + Look.TEXT));
    }

    /** A line of small print. */
    Poster note(String text, Look ink) {
        return add(Look.width(text), LINE, (out, y) -> out.text(EDGE, y + 12, "start", ink, text));
    }

    /** The name of a section on the tint of its layer, and what stands beside it. */
    Poster chip(Look tint, String name, String beside) {
        double wide = Look.width(name) * Look.BOLD + 12;
        return add(wide + 12 + Look.width(beside), 22, (out, y) -> {
            out.box(EDGE, y, wide, 18, tint, tint, "", "rx", "3");
            out.bold(EDGE + 6, y + 13, "start", Look.INK, name);
            out.text(EDGE + wide + 8, y + 13, "start", Look.FAINT, beside);
        });
    }

    /** Lines of monospaced text. */
    Poster lines(List<String> lines) {
        lines.forEach(line -> {
            double wide = line.codePointCount(0, line.length()) * SIGN;
            add(wide, LINE, (out, y) -> out.mono(EDGE, y + 12, Look.INK, line, SIGN));
        });
        return gap();
    }

    /** A picture that is drawn by {@code inside}, whose coordinates begin at its own corner. */
    Poster picture(double wide, int high, Consumer<Drawing> inside) {
        return add(wide, high, (out, y) -> {
            out.moved(EDGE, y);
            inside.accept(out);
            out.end();
        });
    }

    /** Another poster beside what comes next, or a document that is a picture already. */
    Poster inset(double wide, int high, String svg) {
        return add(wide, high, (out, y) -> out.inset(EDGE, y, svg));
    }

    /** Some room below. */
    Poster gap() {
        height += Look.GAP;
        return this;
    }

    /** The whole as a document. */
    String svg() {
        Drawing out = new Drawing((int) Math.ceil(width) + 2 * EDGE, height + EDGE, title);
        blocks.forEach(block -> block.accept(out));
        return out.svg();
    }
}

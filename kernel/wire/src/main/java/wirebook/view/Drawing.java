package wirebook.view;

/** An SVG document under construction: its own background, one typeface, coordinates with at most one decimal. */
final class Drawing {
    private final Markup out = new Markup();

    /** A drawing of this size in pixels; {@code title} is what a screen reader says. */
    Drawing(int width, int height, String title) {
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "viewBox",
                "0 0 " + width + " " + height,
                "font-family",
                Look.SANS,
                "font-size",
                Integer.toString(Look.SMALL));
        out.tag("title", title);
        out.empty("rect", "width", "100%", "height", "100%", "fill", Look.PAPER.light());
    }

    /** A number of pixels. */
    static String px(double value) {
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : whole + "." + Math.abs(tenths) % 10;
    }

    /** A text; {@code anchor} is start, middle or end. */
    Drawing text(double x, double y, String anchor, Look ink, String text) {
        return text(x, y, anchor, ink, text, "400");
    }

    /** A text of this weight. */
    Drawing text(double x, double y, String anchor, Look ink, String text, String weight) {
        out.tag(
                "text",
                text,
                "x",
                px(x),
                "y",
                px(y),
                "text-anchor",
                anchor,
                "fill",
                ink.light(),
                "font-weight",
                weight);
        return this;
    }

    /** A text that is read from below, as beside an axis. */
    Drawing upright(double x, double y, Look ink, String text) {
        String at = px(x) + " " + px(y);
        out.tag(
                "text",
                text,
                "transform",
                "translate(" + at + ") rotate(-90)",
                "text-anchor",
                "middle",
                "fill",
                ink.light());
        return this;
    }

    /** A text with a rim of paper, to stand on lines. */
    Drawing halo(double x, double y, Look ink, String text) {
        out.tag(
                "text",
                text,
                "x",
                px(x),
                "y",
                px(y),
                "text-anchor",
                "middle",
                "fill",
                ink.light(),
                "stroke",
                Look.PAPER.light(),
                "stroke-width",
                "4",
                "paint-order",
                "stroke");
        return this;
    }

    /** A path without a filling; {@code dashes} is empty for a whole line. */
    Drawing line(String path, Look ink, double width, String dashes) {
        out.empty(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                ink.light(),
                "stroke-width",
                px(width),
                "stroke-dasharray",
                dashes.isEmpty() ? "none" : dashes);
        return this;
    }

    /** A filled path. */
    Drawing fill(String path, Look ink) {
        out.empty("path", "d", path, "fill", ink.light());
        return this;
    }

    /** A box with a rim and a title that is shown when one points at it. */
    Drawing box(double x, double y, double width, double height, Look tint, Look rim, double weight, String title) {
        out.open(
                "rect",
                "x",
                px(x),
                "y",
                px(y),
                "width",
                px(width),
                "height",
                px(height),
                "rx",
                "3",
                "fill",
                tint.light(),
                "stroke",
                rim.light(),
                "stroke-width",
                px(weight));
        out.tag("title", title).close();
        return this;
    }

    /** The document. */
    String svg() {
        return out.raw("</svg>").toString();
    }
}

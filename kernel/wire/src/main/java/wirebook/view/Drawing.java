package wirebook.view;

import java.util.ArrayList;
import java.util.List;

/** An SVG document under construction: its own background, one typeface, coordinates with at most one decimal. */
final class Drawing {
    /** A space that is as wide as it is, beside another one and at the start of a text. */
    private static final char NO_BREAK = '\u00a0';

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

    /** A text; {@code anchor} is start, middle or end, {@code more} are names and values of further attributes. */
    Drawing text(double x, double y, String anchor, Look ink, String text, String... more) {
        List<String> attributes = new ArrayList<>(List.of("x", px(x), "y", px(y), "fill", ink.light()));
        if (!anchor.equals("start")) {
            attributes.addAll(List.of("text-anchor", anchor));
        }
        attributes.addAll(List.of(more));
        out.tag("text", text, attributes.toArray(String[]::new));
        return this;
    }

    /** A text that stands out. */
    Drawing bold(double x, double y, String anchor, Look ink, String text) {
        return text(x, y, anchor, ink, text, "font-weight", "700");
    }

    /** A text of octets or numbers, whose signs are all equally wide: {@code width} pixels each, whatever the typeface. */
    Drawing mono(double x, double y, Look ink, String text, double width) {
        return text(
                x,
                y,
                "start",
                ink,
                text.replace(' ', NO_BREAK),
                "font-family",
                Look.MONO,
                "font-size",
                "12",
                "textLength",
                px(width * text.codePointCount(0, text.length())));
    }

    /** A text turned by so many degrees around its place. */
    Drawing turned(double x, double y, double degrees, String anchor, Look ink, String text) {
        return text(x, y, anchor, ink, text, "transform", "rotate(" + px(degrees) + " " + px(x) + " " + px(y) + ")");
    }

    /** A path without a filling; {@code dashes} is empty for a whole line. */
    Drawing line(String path, Look ink, double width, String dashes) {
        List<String> attributes =
                new ArrayList<>(List.of("d", path, "fill", "none", "stroke", ink.light(), "stroke-width", px(width)));
        if (!dashes.isEmpty()) {
            attributes.addAll(List.of("stroke-dasharray", dashes));
        }
        out.empty("path", attributes.toArray(String[]::new));
        return this;
    }

    /** A filled path. */
    Drawing fill(String path, Look ink) {
        out.empty("path", "d", path, "fill", ink.light());
        return this;
    }

    /** A box with a rim and a title that is shown when one points at it; {@code more} are further attributes. */
    Drawing box(double x, double y, double width, double height, Look tint, Look rim, String title, String... more) {
        List<String> attributes = new ArrayList<>(List.of(
                "x",
                px(x),
                "y",
                px(y),
                "width",
                px(width),
                "height",
                px(height),
                "fill",
                tint.light(),
                "stroke",
                rim.light()));
        attributes.addAll(List.of(more));
        if (title.isEmpty()) {
            out.empty("rect", attributes.toArray(String[]::new));
        } else {
            out.open("rect", attributes.toArray(String[]::new))
                    .tag("title", title)
                    .close();
        }
        return this;
    }

    /** What is drawn until {@link #end} has a rim of paper of this width, to stand on lines. */
    Drawing onLines(int rim) {
        out.open("g", "stroke", Look.PAPER.light(), "stroke-width", "" + rim, "paint-order", "stroke");
        return this;
    }

    /** What is drawn until {@link #end} is moved by so much. */
    Drawing moved(double x, double y) {
        out.open("g", "transform", "translate(" + px(x) + " " + px(y) + ")");
        return this;
    }

    /** Ends what was begun last. */
    Drawing end() {
        out.close();
        return this;
    }

    /** Another drawing, its upper left corner here. */
    Drawing inset(double x, double y, String svg) {
        out.raw(svg.replaceFirst("<svg ", "<svg x=\"" + px(x) + "\" y=\"" + px(y) + "\" "));
        return this;
    }

    /** The document. */
    String svg() {
        return out.raw("</svg>").toString();
    }
}

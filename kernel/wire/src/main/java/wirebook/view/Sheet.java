package wirebook.view;

import java.util.function.Consumer;
import wirebook.field.Shown;

/** The ground that every HTML view stands on: a block with its own background, type and class. */
final class Sheet {
    private static final String STYLE =
            "background-color:" + Look.PAPER + ";color:" + Look.INK + ";font-family:" + Look.SANS + ";font-size:"
                    + Look.TEXT + "px;line-height:1.45;padding:" + Look.GAP + "px;border-radius:4px;overflow-x:auto";

    /** Mathematics between dollar signs is not meant here: those are somebody's octets. */
    private static final String PLAIN = " tex2jax_ignore mathjax_ignore";

    private Sheet() {}

    /** A view of this kind, filled by {@code inside}. */
    static String of(String kind, Consumer<Markup> inside, String script) {
        return new Markup()
                .within(
                        "div",
                        inside.andThen(out -> out.raw(script)),
                        "class",
                        "wirebook wirebook-" + kind + PLAIN,
                        "style",
                        STYLE)
                .toString();
    }

    /** A value's view as a page of its own. */
    static String page(Shown value) {
        View view = Views.of(value).orElseThrow();
        String shown = view.html().isEmpty() ? of("text", out -> verbatim(out, view.text()), "") : view.html();
        return new Markup()
                .raw("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
                .tag("title", title(value))
                .raw("\n<body style=\"margin:16px;background-color:" + Look.PAPER + "\">\n<main>" + shown
                        + "</main>\n</body>\n</html>\n")
                .toString();
    }

    private static String title(Shown value) {
        return value.toString().lines().findFirst().orElse("Wirebook").strip();
    }

    /** A heading: what the view shows, on one line. */
    static void title(Markup out, String text) {
        out.tag("div", text, "class", "wirebook-title", "style", "font-weight:600;margin:0 0 " + Look.GAP + "px 0");
    }

    /** A line of small print. */
    static void note(Markup out, String text) {
        out.tag(
                "div",
                text,
                "class",
                "wirebook-title",
                "style",
                "color:" + Look.FAINT + ";font-size:" + Look.SMALL + "px");
    }

    /** Lines of text as they are. */
    static void verbatim(Markup out, String text) {
        out.open(
                "pre",
                "style",
                "margin:0;padding:0;border:0;white-space:pre;" + ground(Look.PAPER) + ";font-family:" + Look.MONO
                        + ";font-size:" + Look.TEXT + "px");
        text.lines().forEach(line -> out.text(line).raw("\n"));
        out.close();
    }

    /** A part that is folded until somebody wants it. */
    static void fold(Markup out, String summary, boolean open, String name, Consumer<Markup> inside) {
        String[] attributes = open ? new String[] {"class", name, "open", "open"} : new String[] {"class", name};
        out.within(
                "details",
                details -> {
                    details.tag("summary", summary, "style", "cursor:pointer;margin:" + Look.GAP + "px 0 4px 0");
                    inside.accept(details);
                },
                attributes);
    }

    /** A picture as an image that stands on its own. */
    static void picture(Markup out, String svg, String alt, String name) {
        byte[] octets = svg.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String data = java.util.Base64.getEncoder().encodeToString(octets);
        out.empty(
                "img",
                "class",
                name,
                "alt",
                alt,
                "src",
                "data:image/svg+xml;base64," + data,
                "style",
                "max-width:100%;display:block;margin:0 0 " + Look.GAP + "px 0");
    }

    /** The style of what stands on a tint. */
    static String ground(Look look) {
        return "background-color:" + look + ";color:" + Look.INK;
    }

    /** The style of a name that wears its layer's tint. */
    static String chip(Look look) {
        return ground(look) + ";padding:1px 6px;border-radius:3px";
    }
}

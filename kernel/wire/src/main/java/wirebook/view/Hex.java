package wirebook.view;

import java.util.List;
import wirebook.bytes.Octets;
import wirebook.field.Hexdump;
import wirebook.field.Part;
import wirebook.field.Text;

/** A hexdump whose octets wear the tint of their layer and the names of their fields, sixteen a row. */
final class Hex {
    private static final int ROW = 16;
    static final int MOST = 100;

    private final Octets octets;
    private final List<Leaf> leaves;
    private int first;

    private Hex(Hexdump dump) {
        this.octets = dump.octets();
        this.leaves = Leaf.of(dump.layout());
    }

    /** The rows of a dump, section by section; a section of more than a hundred rows is cut and the rest counted. */
    static void draw(Markup out, Hexdump dump) {
        Hex hex = new Hex(dump);
        out.within(
                "div", div -> dump.sections().forEach(section -> hex.section(div, section)), "class", "wirebook-hex");
    }

    private void section(Markup out, Part section) {
        out.within(
                "div",
                div -> {
                    div.tag("b", section.name(), "style", Sheet.chip(Look.of(section)));
                    div.tag("span", "  " + Text.count(section.bits() / 8, "octet"), "style", "color:" + Look.FAINT);
                },
                "style",
                "font-size:" + Look.SMALL + "px");
        int end = Math.min(section.endOctet(), section.firstOctet() + ROW * MOST);
        out.open("pre", "style", PRE);
        for (int at = section.firstOctet(); at < end; at += ROW) {
            row(out, at, Math.min(at + ROW, end));
        }
        out.close();
        if (end < section.endOctet()) {
            Sheet.note(out, "… " + Text.count(section.endOctet() - end, "octet") + " more");
        }
    }

    private static final String PRE =
            "margin:2px 0 " + Look.GAP + "px 0;padding:0;border:0;background-color:" + Look.PAPER + ";color:" + Look.INK
                    + ";font-family:" + Look.MONO + ";font-size:" + Look.TEXT + "px;line-height:1.5;white-space:pre";

    /** Neighbours of one tint are told apart by a line below every second one. */
    private static final String ODD = ";border-bottom:1px solid " + Look.LINE;

    private void row(Markup out, int from, int end) {
        String offset = Integer.toHexString(from);
        out.raw("<span style=\"color:" + Look.FAINT + "\">")
                .text("0".repeat(Math.max(0, 4 - offset.length())) + offset)
                .raw("</span>  ");
        int start = first;
        runs(out, from, end, false);
        first = start;
        out.text("   ".repeat(ROW - (end - from)) + (end - from <= ROW / 2 ? " " : "") + " ");
        runs(out, from, end, true);
        out.raw("\n");
    }

    /** Octets that belong to the same fields share one mark. */
    private void runs(Markup out, int from, int end, boolean asText) {
        for (int at = from; at < end; ) {
            while (leaves.get(first).part().endOctet() <= at && first < leaves.size() - 1) {
                first++;
            }
            int last = first + 1;
            while (last < leaves.size() && leaves.get(last).part().firstOctet() <= at) {
                last++;
            }
            int stop = stop(at, end, last);
            run(out, at, stop, from, last, asText);
            at = stop;
        }
    }

    /** Where the octets with the fields {@code first} to {@code last} of octet {@code at} end. */
    private int stop(int at, int end, int last) {
        int stop = end;
        for (int i = first; i < last; i++) {
            Part part = leaves.get(i).part();
            int whole = i < last - 1 || last - first > 1 ? at + 1 : part.endOctet();
            stop = Math.min(stop, Math.max(at + 1, whole));
        }
        return last < leaves.size()
                ? Math.min(stop, Math.max(at + 1, leaves.get(last).part().firstOctet()))
                : stop;
    }

    private void run(Markup out, int at, int stop, int rowStart, int last, boolean asText) {
        Leaf leaf = leaves.get(first);
        StringBuilder title = new StringBuilder();
        for (int i = first; i < last; i++) {
            title.append(i > first ? "; " : "").append(Leaf.title(leaves.get(i).part()));
        }
        out.open(
                "span",
                "data-f",
                Leaf.range(first, last),
                "title",
                title.toString(),
                "style",
                "background-color:" + leaf.look() + (leaf.number() % 2 == 1 ? ODD : ""));
        for (int i = at; i < stop; i++) {
            if (asText) {
                out.text(Character.toString(Text.printable(octets.at(i))));
            } else {
                out.raw(octets.slice(i, i + 1).hex()).raw(i + 1 < stop ? gap(i, rowStart) : "");
            }
        }
        out.close();
        if (!asText) {
            out.raw(gap(stop - 1, rowStart));
        }
    }

    private static String gap(int octet, int rowStart) {
        return octet == rowStart + ROW / 2 - 1 ? "  " : " ";
    }
}

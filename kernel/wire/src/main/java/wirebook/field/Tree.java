package wirebook.field;

import java.util.List;

/**
 * A layout as a tree: every part with its place, its value and what is wrong with it.
 *
 * @param layout what is shown
 */
public record Tree(Part layout) implements Shown {
    private static final int NAME_WIDTH = 36;

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        line(out, "", layout);
        children(out, "", layout.parts());
        return out.toString().stripTrailing();
    }

    private static void children(StringBuilder out, String indent, List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            line(out, indent + (last ? "`- " : "|- "), parts.get(i));
            children(out, indent + (last ? "   " : "|  "), parts.get(i).parts());
        }
    }

    private static void line(StringBuilder out, String indent, Part part) {
        String left = indent + part.name();
        String mark = part.mark().isEmpty() ? "" : "  (" + part.mark() + ")";
        String right = place(part) + (part.value().isEmpty() ? "" : "  " + part.value()) + mark;
        out.append(left)
                .append(" ".repeat(Math.max(1, NAME_WIDTH - left.length())))
                .append(right)
                .append('\n');
    }

    /** Where a part lies: {@code [12–15]} in octets, {@code [13 bit 3]} where it is smaller than an octet. */
    public static String place(Part part) {
        int first = part.firstOctet();
        if (part.bits() == 0) {
            return "[at " + first + "]";
        }
        if (part.bits() % 8 != 0 || part.offset() % 8 != 0) {
            int bit = part.offset() % 8;
            return part.bits() == 1
                    ? "[" + first + " bit " + bit + "]"
                    : "[" + first + " bit " + bit + " +" + part.bits() + "]";
        }
        return part.bits() == 8 ? "[" + first + "]" : "[" + first + "–" + (part.endOctet() - 1) + "]";
    }
}

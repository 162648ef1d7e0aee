package wirebook.field;

import java.util.ArrayList;
import java.util.List;

/**
 * The header boxes of a layout as the RFCs draw them, 32 bits a row, with the values in the fields.
 *
 * @param layout what is drawn
 */
public record Diagram(Part layout) implements Shown {
    private static final int ROW = 32;
    private static final String RULER = """
            0                   1                   2                   3
            0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
            """.indent(1);

    /**
     * A field's share of one row.
     *
     * @param part the field
     * @param from its first bit in the row, 0 to 31
     * @param bits how many bits of it the row holds
     * @param first whether this is its first row
     */
    public record Cell(Part part, int from, int bits, boolean first) {}

    /** The sections of the layout that are drawn as boxes or, if they have no fields, as one line. */
    public List<Part> sections() {
        return layout.parts().isEmpty() ? List.of(layout) : layout.parts();
    }

    /** The cells of a section, row by row; a field of more than 64 bits has a row to itself. */
    public static List<List<Cell>> rows(Part section) {
        List<List<Cell>> rows = new ArrayList<>();
        int at = 0;
        for (Part leaf : leaves(section)) {
            int left = leaf.bits() > 64 ? ROW : leaf.bits();
            for (boolean first = true; left > 0; first = false) {
                if (at % ROW == 0) {
                    rows.add(new ArrayList<>());
                }
                int bits = Math.min(left, ROW - at % ROW);
                rows.getLast().add(new Cell(leaf, at % ROW, bits, first));
                at += bits;
                left -= bits;
            }
        }
        return rows;
    }

    private static List<Part> leaves(Part section) {
        List<Part> leaves = new ArrayList<>();
        for (Part part : section.parts()) {
            if (part.parts().isEmpty()) {
                leaves.add(part);
            } else {
                List<Part> inner = leaves(part);
                leaves.add(inner.getFirst()
                        .name(part.name() + " " + inner.getFirst().name()));
                leaves.addAll(inner.subList(1, inner.size()));
            }
        }
        return leaves;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        boolean ruled = false;
        for (Part section : sections()) {
            if (section.parts().isEmpty()) {
                out.append(Text.line(section)).append('\n');
            } else {
                out.append(section.name()).append('\n').append(ruled ? "" : RULER);
                ruled = true;
                box(out, rows(section));
            }
        }
        return out.toString().stripTrailing();
    }

    private static void box(StringBuilder out, List<List<Cell>> rows) {
        out.append(border(ROW)).append('\n');
        List<String> notes = new ArrayList<>();
        for (List<Cell> row : rows) {
            List<List<String>> columns = row.stream().map(Diagram::lines).toList();
            int height = columns.stream().mapToInt(List::size).max().orElse(1);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < row.size(); x++) {
                    List<String> column = columns.get(x);
                    int top = height - column.size();
                    out.append('|')
                            .append(centre(
                                    y < top ? "" : column.get(y - top),
                                    row.get(x).bits() * 2 - 1));
                }
                out.append("|\n");
            }
            int used = row.stream().mapToInt(Cell::bits).sum();
            out.append(border(used)).append('\n');
            row.stream()
                    .filter(cell -> cell.first() && !cell.part().mark().isEmpty())
                    .forEach(cell -> notes.add(cell.part().name() + " "
                            + cell.part().value() + ": " + cell.part().mark()));
        }
        notes.forEach(note -> out.append("! ").append(note).append('\n'));
    }

    /** What stands in a cell: the name on as many lines as it needs, then the value. */
    private static List<String> lines(Cell cell) {
        int width = cell.bits() * 2 - 1;
        if (!cell.first()) {
            return List.of("(" + cell.part().name() + ")");
        }
        List<String> lines = new ArrayList<>(wrap(cell.part().name(), width));
        String mark = cell.part().mark().isEmpty() ? "" : "!";
        lines.add(
                cell.part().value().length() + mark.length() <= width
                        ? cell.part().value() + mark
                        : cell.part().value());
        return lines;
    }

    /** The words of a name, as many a line as fit; a field of one bit has one letter a line. */
    private static List<String> wrap(String name, int width) {
        if (width == 1) {
            return name.chars().mapToObj(Character::toString).toList();
        }
        List<String> lines = new ArrayList<>();
        for (String word : name.split(" ", -1)) {
            if (!lines.isEmpty() && lines.getLast().length() + 1 + word.length() <= width) {
                lines.add(lines.removeLast() + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private static String centre(String text, int width) {
        String cut = text.length() > width ? text.substring(0, Math.max(0, width - 1)) + "…" : text;
        int left = (width - cut.length()) / 2;
        return " ".repeat(left) + cut + " ".repeat(width - cut.length() - left);
    }

    private static String border(int bits) {
        return "+" + "-+".repeat(bits);
    }
}

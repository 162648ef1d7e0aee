package wirebook.view;

import java.util.ArrayList;
import java.util.List;
import wirebook.field.Part;

/**
 * A part that is made of no others, with its number in the layout: by it the box, the tree and the hexdump find each other.
 *
 * @param number its place among the leaves, from 0
 * @param part the field
 * @param look the tint of its section
 */
record Leaf(int number, Part part, Look look) {
    /** The leaves of a layout in wire order. */
    static List<Leaf> of(Part layout) {
        List<Leaf> leaves = new ArrayList<>();
        if (layout.parts().isEmpty()) {
            collect(leaves, layout, Look.of(layout));
        }
        layout.parts().forEach(section -> collect(leaves, section, Look.of(section)));
        return leaves;
    }

    private static void collect(List<Leaf> leaves, Part part, Look look) {
        if (part.parts().isEmpty()) {
            leaves.add(new Leaf(leaves.size(), part, look));
        }
        part.parts().forEach(child -> collect(leaves, child, look));
    }

    /** How many leaves a part has. */
    static int count(Part part) {
        return part.parts().isEmpty()
                ? 1
                : part.parts().stream().mapToInt(Leaf::count).sum();
    }

    /** Its name, its value and what is wrong with it, on one line. */
    static String title(Part part) {
        return part.name()
                + (part.value().isEmpty() ? "" : ": " + part.value())
                + (part.mark().isEmpty() ? "" : " (" + part.mark() + ")");
    }

    /** The leaves from {@code first} up to {@code end} as the attribute that links views. */
    static String range(int first, int end) {
        return first + " " + end;
    }
}

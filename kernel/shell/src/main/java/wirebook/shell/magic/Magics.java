package wirebook.shell.magic;

import java.util.Map;
import java.util.TreeMap;

/** The table of magics: name, what it does in one line, and what runs. Immutable; a host adds its own. */
public record Magics(Map<String, Line> lines, Map<String, Body> cells) {

    /** A line magic and its line in {@code %help}. */
    public record Line(String usage, String purpose, LineMagic magic) {}

    /** A cell magic and its line in {@code %help}. */
    public record Body(String usage, String purpose, CellMagic magic) {}

    /** Freezes the tables, sorted by name. */
    public Magics {
        lines = java.util.Collections.unmodifiableMap(new TreeMap<>(lines));
        cells = java.util.Collections.unmodifiableMap(new TreeMap<>(cells));
    }

    /** No magics at all. */
    public static Magics none() {
        return new Magics(Map.of(), Map.of());
    }

    /** With one line magic more: {@code usage} is {@code "%name arguments"}. */
    public Magics line(String usage, String purpose, LineMagic magic) {
        var more = new TreeMap<>(lines);
        more.put(name(usage), new Line(usage, purpose, magic));
        return new Magics(more, cells);
    }

    /** With one cell magic more: {@code usage} is {@code "%%name arguments"}. */
    public Magics cell(String usage, String purpose, CellMagic magic) {
        var more = new TreeMap<>(cells);
        more.put(name(usage), new Body(usage, purpose, magic));
        return new Magics(lines, more);
    }

    private static String name(String usage) {
        return usage.replaceFirst("^%+", "").replaceFirst("\\s.*", "");
    }
}

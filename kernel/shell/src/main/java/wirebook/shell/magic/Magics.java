package wirebook.shell.magic;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table of magics: name, what it does in one line, and what runs. Immutable; a host adds its own. */
public record Magics(Map<String, Line> lines, Map<String, Body> cells) {

    /** A line magic and its line in {@code %help}. */
    public record Line(String usage, String purpose, LineMagic magic) {}

    /** A cell magic and its line in {@code %help}. */
    public record Body(String usage, String purpose, CellMagic magic) {}

    /** Freezes the tables, sorted by name. */
    public Magics {
        lines = Collections.unmodifiableMap(new TreeMap<>(lines));
        cells = Collections.unmodifiableMap(new TreeMap<>(cells));
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

    /** With a second name for a magic. */
    public Magics alias(String name, String other) {
        var moreLines = new TreeMap<>(lines);
        var moreCells = new TreeMap<>(cells);
        Optional.ofNullable(lines.get(name)).ifPresent(m -> moreLines.put(other, m));
        Optional.ofNullable(cells.get(name)).ifPresent(m -> moreCells.put(other, m));
        return new Magics(moreLines, moreCells);
    }

    private static String name(String usage) {
        return usage.replaceFirst("^%+", "").replaceFirst("\\s.*", "");
    }
}

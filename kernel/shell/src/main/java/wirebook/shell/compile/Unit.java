package wirebook.shell.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.shell.Cell;

/**
 * One source file for the compiler: text of cells between text of ours, and where each part comes from.
 *
 * @param name the simple name of its class
 * @param text the whole source
 * @param spans the parts that stand in a cell, in order
 */
public record Unit(String name, String text, List<Span> spans) {

    /**
     * A part of the source that stands in a cell as well.
     *
     * @param at where it begins in the source
     * @param length how long it is in both
     * @param cell the cell
     * @param start where it begins in the cell
     */
    public record Span(int at, int length, Cell cell, int start) {}

    /** A place in a cell. */
    public record Place(Cell cell, int offset) {
        /** The line, from 1. */
        public int line() {
            return 1
                    + (int) cell.source()
                            .substring(0, offset)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }
    }

    /** Writes a unit. */
    public static final class Writer {
        private final StringBuilder text = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();

        /** Our own text. */
        public Writer own(String code) {
            text.append(code);
            return this;
        }

        /** The text of {@code cell} from {@code start} to {@code end}. */
        public Writer cell(Cell cell, int start, int end) {
            return cell(cell, start, cell.source().substring(start, end));
        }

        /** Text that stands at {@code start} of {@code cell}, {@code char} for {@code char}, but for what is masked. */
        public Writer cell(Cell cell, int start, String code) {
            spans.add(new Span(text.length(), code.length(), cell, start));
            text.append(code);
            return this;
        }

        /** The unit. */
        public Unit unit(String name) {
            return new Unit(name, text.toString(), List.copyOf(spans));
        }
    }

    /** The cell's place for an offset in this source: exact inside a span, else the end of the span before it. */
    public Optional<Place> place(long offset) {
        Span best = null;
        for (Span span : spans) {
            if (span.at() <= offset || best == null) {
                best = span;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        int inside = Math.clamp(offset - best.at(), 0, best.length());
        return Optional.of(new Place(
                best.cell(),
                Math.min(best.start() + inside, best.cell().source().length())));
    }

    /** Whether a span holds {@code offset}. */
    public boolean holds(long offset) {
        return spans.stream().anyMatch(s -> s.at() <= offset && offset <= s.at() + s.length());
    }

    /** Which line of a cell each line of this source is; the line before it where it is ours. */
    public LineTable lines() {
        return LineTable.of(this);
    }
}

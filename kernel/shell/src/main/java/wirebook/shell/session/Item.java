package wirebook.shell.session;

import java.util.Optional;
import wirebook.shell.Cell;
import wirebook.shell.source.Chunk;

/** One snippet of a cell, now that the parser has said what it is. */
public sealed interface Item {

    /** What a second declaration of in the same batch would clash with; empty if there is no such thing. */
    default String declares() {
        return switch (this) {
            case Declaring d -> d.what().kind() + " " + d.what().key();
            case Declared d -> "VARIABLE " + d.name();
            default -> "";
        };
    }

    /** The part of {@code cell} that runs: a statement, an initial value, the value at the end; empty for declarations. */
    default String code(Cell cell) {
        return switch (this) {
            case Stating(Chunk chunk) -> cell.source().substring(chunk.start(), chunk.end());
            case Declared d -> cell.source().substring(d.initialStart(), d.initialEnd());
            case Valuing(int start, int end) -> cell.source().substring(start, end);
            default -> "";
        };
    }

    /** An import. */
    record Importing(Import what) implements Item {}

    /** A type or a method. */
    record Declaring(Definition what) implements Item {}

    /**
     * A variable.
     *
     * @param name its name
     * @param type its type as written, with the brackets behind the name; empty for {@code var}
     * @param typeStart where the type stands in the cell
     * @param initialStart where the initial value stands in the cell
     * @param initialEnd behind it; the same as its start if there is none
     */
    record Declared(String name, Optional<String> type, int typeStart, int initialStart, int initialEnd)
            implements Item {
        boolean initialised() {
            return initialEnd > initialStart;
        }
    }

    /** A statement. */
    record Stating(Chunk chunk) implements Item {}

    /** The expression at the end: from {@code start} to {@code end} of the cell. */
    record Valuing(int start, int end) implements Item {}
}

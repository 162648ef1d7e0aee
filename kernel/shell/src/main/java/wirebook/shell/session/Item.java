package wirebook.shell.session;

import java.util.Optional;
import wirebook.shell.Cell;
import wirebook.shell.source.Chunk;

/** One snippet of a cell, now that the parser has said what it is. */
public sealed interface Item {

    /** What a second declaration of in the same batch would clash with; empty if there is no such thing. */
    default String declares() {
        return "";
    }

    /** The part of {@code cell} that runs: a statement, an initial value, the value at the end; empty for declarations. */
    default String code(Cell cell) {
        return "";
    }

    /** An import. */
    record Importing(Import what) implements Item {}

    /** A type or a method. */
    record Declaring(Definition what) implements Item {
        @Override
        public String declares() {
            return what.kind() + " " + what.key();
        }
    }

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

        @Override
        public String declares() {
            return "VARIABLE " + name;
        }

        @Override
        public String code(Cell cell) {
            return cell.source().substring(initialStart, initialEnd);
        }
    }

    /** A statement. */
    record Stating(Chunk chunk) implements Item {
        @Override
        public String code(Cell cell) {
            return cell.source().substring(chunk.start(), chunk.end());
        }
    }

    /** The expression at the end: from {@code start} to {@code end} of the cell. */
    record Valuing(int start, int end) implements Item {
        @Override
        public String code(Cell cell) {
            return cell.source().substring(start, end);
        }
    }
}

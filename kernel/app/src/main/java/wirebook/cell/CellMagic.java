package wirebook.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a magic of a whole cell does that a cell has registered. */
@FunctionalInterface
public interface CellMagic {
    /** Runs with the words behind the magic's name and the lines below it; what it returns is its value, null for none. */
    @Nullable
    Object execute(List<String> words, String body) throws Exception;
}

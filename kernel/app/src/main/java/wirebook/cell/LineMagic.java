package wirebook.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a magic of one line does that a cell has registered. */
@FunctionalInterface
public interface LineMagic {
    /** Runs with the words behind the magic's name; what it returns is its value, null for none. */
    @Nullable
    Object execute(List<String> words) throws Exception;
}

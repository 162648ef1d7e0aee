package wirebook.drill;

import java.util.List;
import java.util.Optional;
import wirebook.field.Shown;

/**
 * What came of a script.
 *
 * @param failure where and why it failed; empty if it passed
 * @param matched the segments that were expected and sent
 * @param expected the segments that the script expects
 * @param log what happened, a line each
 */
public record DrillResult(Optional<Fault> failure, int matched, int expected, List<String> log) implements Shown {
    /** Copies the log. */
    public DrillResult {
        log = List.copyOf(log);
    }

    /**
     * Where a script failed.
     *
     * @param line the line, from 1
     * @param text the line as it is written
     * @param reason what was expected and what came
     */
    public record Fault(int line, String text, String reason) {
        @Override
        public String toString() {
            return "line " + line + ": " + text.strip() + "\n  " + reason;
        }
    }

    /** Whether everything was as the script says. */
    public boolean passed() {
        return failure.isEmpty();
    }

    @Override
    public String toString() {
        return failure.map(fault -> "failed at " + fault)
                .orElse("passed, " + matched + (matched == 1 ? " segment" : " segments") + " as expected");
    }
}

package wirebook.shell.report;

import java.util.Optional;
import wirebook.shell.compile.Problem;

/** Puts a problem into words a student understands, and names a way out where one is known. */
public interface Advice {

    /**
     * What to say.
     *
     * @param message the problem in one or two lines
     * @param hint what to do
     */
    record Given(String message, Optional<String> hint) {}

    /** What to say on {@code problem}. */
    Given on(Problem problem);

    /** The compiler's words alone. */
    static Advice none() {
        return problem -> new Given(problem.message().lines().findFirst().orElse(""), Optional.empty());
    }
}

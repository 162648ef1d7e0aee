package wirebook.shell.session;

import java.util.List;
import wirebook.shell.compile.Problem;

/** A cell that the compiler did not accept. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** Refused because of {@code problems}, at least one. */
    public Refused(List<Problem> problems) {
        super(problems.getFirst().message());
        this.problems = problems;
    }

    /** Why, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}

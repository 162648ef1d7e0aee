package wirebook.shell.assist;

import java.util.List;
import wirebook.shell.Cell;
import wirebook.shell.Completeness;
import wirebook.shell.Completeness.Status;
import wirebook.shell.compile.Problem;
import wirebook.shell.compile.Unit;
import wirebook.shell.session.Refused;
import wirebook.shell.session.Session;
import wirebook.shell.source.Chunk;
import wirebook.shell.source.Lexer;
import wirebook.shell.source.Splitter;
import wirebook.shell.source.Token;

/** Tells whether a cell could be run as it stands. */
public final class Readiness {
    private static final String STEP = "    ";

    private final Session session;

    /** For cells of this session. */
    public Readiness(Session session) {
        this.session = session;
    }

    /** Whether {@code cell}, its magics blanked, could be run. */
    public Completeness of(Cell cell) {
        List<Token> tokens = Lexer.tokens(cell.source());
        int depth = tokens.stream().mapToInt(Readiness::depth).sum();
        boolean open = !tokens.isEmpty() && tokens.getLast().kind() == Token.Kind.OPEN;
        if (open && tokens.getLast().text().matches("(?s)(/\\*|\"\"\").*")) {
            return new Completeness(Status.INCOMPLETE, "");
        }
        if (open || depth < 0) {
            return new Completeness(Status.INVALID, "");
        }
        return depth > 0 ? incomplete(cell.source()) : parsed(cell);
    }

    private static int depth(Token token) {
        boolean sign = token.kind() == Token.Kind.SIGN;
        return sign && "([{".contains(token.text()) ? 1 : sign && ")]}".contains(token.text()) ? -1 : 0;
    }

    private Completeness parsed(Cell cell) {
        List<Chunk> chunks = Splitter.split(cell.source());
        if (!chunks.isEmpty() && chunks.getLast().braced() && !chunks.getLast().closed()) {
            return incomplete(cell.source());
        }
        try {
            session.read(cell, chunks);
            return new Completeness(Status.COMPLETE, "");
        } catch (Refused refused) {
            int end = cell.source().stripTrailing().length();
            boolean atEnd = refused.problems().stream().allMatch(p -> offset(p) >= end);
            return atEnd ? incomplete(cell.source()) : new Completeness(Status.INVALID, "");
        }
    }

    private static int offset(Problem problem) {
        Unit unit = problem.unit();
        return unit == null
                ? 0
                : unit.place(problem.position()).map(Unit.Place::offset).orElse(0);
    }

    /** One step deeper than the last line if that opens something, as deep as it otherwise. */
    public static Completeness incomplete(String source) {
        String last = source.stripTrailing();
        last = last.substring(last.lastIndexOf('\n') + 1);
        String indent = last.substring(0, last.length() - last.stripLeading().length());
        int opened = Lexer.tokens(last).stream().mapToInt(Readiness::depth).sum();
        return new Completeness(Status.INCOMPLETE, opened > 0 ? indent + STEP : indent);
    }
}

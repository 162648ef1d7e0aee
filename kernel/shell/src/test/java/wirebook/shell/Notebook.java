package wirebook.shell;

import java.util.List;

/** A session in a test, cell by cell. */
final class Notebook implements AutoCloseable {
    private final JavaShell shell;
    private Recording last = new Recording();
    private int number;

    Notebook() {
        this(Options.standard());
    }

    Notebook(Options options) {
        shell = JavaShell.open(options);
    }

    JavaShell shell() {
        return shell;
    }

    Recording last() {
        return last;
    }

    Evaluation run(String source) {
        last = new Recording();
        return shell.evaluate(new Cell(++number, source), last.console());
    }

    Object value(String source) {
        Evaluation evaluation = run(source);
        if (evaluation instanceof Evaluation.Value value) {
            return value.value();
        }
        throw new AssertionError(source + " has no value: " + said(evaluation));
    }

    void done(String source) {
        Evaluation evaluation = run(source);
        if (!(evaluation instanceof Evaluation.Done)) {
            throw new AssertionError(source + " did not go well: " + said(evaluation));
        }
    }

    Evaluation.Failed failed(String source) {
        Evaluation evaluation = run(source);
        if (evaluation instanceof Evaluation.Failed failed) {
            return failed;
        }
        throw new AssertionError(source + " went well: " + evaluation);
    }

    private static String said(Evaluation evaluation) {
        List<String> lines = evaluation instanceof Evaluation.Failed f ? f.traceback() : List.of(evaluation.toString());
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        shell.close();
    }
}

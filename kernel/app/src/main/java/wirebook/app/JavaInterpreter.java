package wirebook.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import wirebook.jupyter.display.MimeBundle;
import wirebook.jupyter.interpreter.Cell;
import wirebook.jupyter.interpreter.Completeness;
import wirebook.jupyter.interpreter.Completions;
import wirebook.jupyter.interpreter.Interpreter;
import wirebook.jupyter.interpreter.Language;
import wirebook.jupyter.interpreter.Outcome;
import wirebook.shell.Evaluation;
import wirebook.shell.Inside;
import wirebook.shell.JavaShell;

/** Java as a language of Jupyter: each question goes to the shell, each answer is put into Jupyter's words. */
final class JavaInterpreter implements Interpreter {
    private static final wirebook.shell.Cell HEARD = wirebook.shell.Cell.of("wirebook.cell.Heard.run();");

    private final Supplier<JavaShell> opened;
    private final AtomicLong displays = new AtomicLong();

    /**
     * @param opened the session; waits while it is still opening
     */
    JavaInterpreter(Supplier<JavaShell> opened) {
        this.opened = opened;
    }

    private JavaShell shell() {
        return opened.get();
    }

    @Override
    public Language language() {
        var feature = Integer.toString(Runtime.version().feature());
        return new Language(
                "wirebook",
                Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                        .orElse("0"),
                "Java " + Runtime.version() + " · Wirebook, where a network is something you can hold",
                "java",
                feature,
                "text/x-java",
                ".java",
                "java",
                "java",
                List.of(new Language.Link(
                        "Java " + feature + " API",
                        "https://docs.oracle.com/en/java/javase/" + feature + "/docs/api/index.html")));
    }

    @Override
    public Outcome execute(String code, Cell cell) {
        return run(new wirebook.shell.Cell(cell.silent() ? 0 : cell.executionCount(), code), cell);
    }

    @Override
    public Outcome evaluate(String expression, Cell cell) {
        return run(wirebook.shell.Cell.of(expression), cell);
    }

    private Outcome run(wirebook.shell.Cell code, Cell cell) {
        var stage = new Stage(cell, this, () -> {});
        return switch (shell().evaluate(code, stage.console())) {
            case Evaluation.Value value -> {
                tell(value.notes(), cell);
                yield Outcome.value(stage.result());
            }
            case Evaluation.Done done -> {
                tell(done.notes(), cell);
                yield Outcome.done();
            }
            case Evaluation.Failed failed -> new Outcome.Failed(failed.ename(), failed.evalue(), failed.traceback());
        };
    }

    /** Runs {@code answer} as a cell would run, for a message that {@code cell} stands for; what fails is told on its stderr. */
    void hear(Cell cell, Runnable answer) {
        var end = shell().evaluate(HEARD, new Stage(cell, this, answer).console());
        if (end instanceof Evaluation.Failed failed) {
            new PrintStream(cell.stderr(), true, StandardCharsets.UTF_8).println(String.join("\n", failed.traceback()));
        }
    }

    /** The running cell's way into the session. */
    Inside inside() {
        return shell().inside();
    }

    /** The identifier of one more display. */
    String nextDisplay() {
        return "display-" + displays.incrementAndGet();
    }

    private static void tell(List<String> notes, Cell cell) {
        if (!notes.isEmpty()) {
            cell.display(MimeBundle.text(String.join("\n", notes)));
        }
    }

    @Override
    public Completions complete(String code, int cursor) {
        var found = shell().complete(code, cursor);
        var items = found.items().stream()
                .map(item -> new Completions.Item(item.text(), lowerCase(item.kind()), item.signature()))
                .toList();
        return new Completions(found.start(), found.end(), items);
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detail) {
        return shell().inspect(code, cursor, detail)
                .map(found -> MimeBundle.text(found.text()).with("text/html", found.html()));
    }

    @Override
    public Completeness isComplete(String code) {
        var answer = shell().isComplete(code);
        return new Completeness(Completeness.Status.valueOf(answer.status().name()), answer.indent());
    }

    @Override
    public void interrupt() {
        shell().interrupt();
    }

    @Override
    public void close() {
        shell().close();
    }

    private static String lowerCase(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}

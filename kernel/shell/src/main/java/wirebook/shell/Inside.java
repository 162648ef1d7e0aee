package wirebook.shell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import wirebook.shell.magic.Arguments;
import wirebook.shell.magic.Magics;
import wirebook.shell.source.Chunk;

/**
 * One evaluation from inside: runs the parts of its cell in order, and does for the cell's own code what magics can do. To be used
 * on threads of the cell alone.
 */
public final class Inside {
    private final Engine engine;
    private final Running now;
    private final AtomicReference<Magics> magics;
    private final Map<String, String> environment;

    /**
     * @param magics the magics of the session, to which a cell may add
     */
    Inside(Engine engine, Running now, AtomicReference<Magics> magics, Map<String, String> environment) {
        this.engine = engine;
        this.now = now;
        this.magics = magics;
        this.environment = environment;
    }

    /** Runs a cell. */
    Evaluation run(Cell cell) {
        try {
            Parts parts = Parts.of(cell, magics.get().lines()::containsKey);
            Evaluation last = Evaluation.Done.QUIETLY;
            for (Parts.Part part : parts.parts()) {
                last = run(parts.java(), part);
                if (last instanceof Evaluation.Failed) {
                    return last;
                }
            }
            return last;
        } catch (RuntimeException | Error e) {
            return engine.endings().failed(e, now);
        }
    }

    private Evaluation run(Cell java, Parts.Part part) {
        return switch (part) {
            case Parts.Java(int ignored, List<Chunk> chunks) -> engine.run(java, chunks, now);
            case Parts.Line(int start, String name, String rest) ->
                line(name, Arguments.of(rest), session(java, start));
            case Parts.Whole(int ignored, String name, String rest, String body) ->
                whole(
                        name,
                        Arguments.of(rest),
                        body,
                        session(java, java.source().length() - body.length()));
        };
    }

    private Evaluation line(String name, Arguments arguments, MagicSession session) {
        Magics.Line magic = magics.get().lines().get(name);
        return magic == null
                ? MagicNames.unknown(magics.get(), "%" + name)
                : run(() -> magic.magic().run(arguments, session));
    }

    private Evaluation whole(String name, Arguments arguments, String body, MagicSession session) {
        Magics.Body magic = magics.get().cells().get(name);
        return magic == null
                ? MagicNames.unknown(magics.get(), "%%" + name)
                : run(() -> magic.magic().run(arguments, body, session));
    }

    private interface Magic {
        Evaluation run() throws Exception;
    }

    private Evaluation run(Magic magic) {
        return now.inCell(() -> {
            try {
                return magic.run();
            } catch (Exception e) {
                return engine.endings().refused(e, now);
            }
        });
    }

    /** What a magic that stands at {@code start} evaluates stands at its own lines of the cell. */
    private MagicSession session(Cell cell, int start) {
        String above = "\n".repeat((int) cell.source()
                .substring(0, Math.max(0, start))
                .chars()
                .filter(c -> c == '\n')
                .count());
        return session(source -> run(new Cell(cell.number(), above + source)));
    }

    private MagicSession session(Function<String, Evaluation> evaluate) {
        return new MagicSession(engine, now.owner().console(), magics.get(), environment, evaluate);
    }

    /**
     * The value of {@code source}, which may be all that a cell may be; null if it has none.
     *
     * @throws Exception what it throws, or an {@link IllegalArgumentException} that says what the compiler does not accept
     */
    public @Nullable Object eval(String source) throws Exception {
        return value(run(Cell.of(source)));
    }

    /**
     * Runs {@code %name} and returns its value, or null.
     *
     * @throws Exception if it fails, or if there is no such magic
     */
    public @Nullable Object lineMagic(String name, List<String> arguments) throws Exception {
        return value(line(name, Arguments.of(arguments), session(source -> run(Cell.of(source)))));
    }

    /**
     * Runs {@code %%name} on {@code body} and returns its value, or null.
     *
     * @throws Exception if it fails, or if there is no such magic
     */
    public @Nullable Object cellMagic(String name, List<String> arguments, String body) throws Exception {
        return value(whole(name, Arguments.of(arguments), body, session(source -> run(Cell.of(source)))));
    }

    /** Gives the session other magics from now on. */
    public void magics(UnaryOperator<Magics> change) {
        magics.updateAndGet(change);
    }

    private static @Nullable Object value(Evaluation end) throws Exception {
        return switch (end) {
            case Evaluation.Value value -> value.value();
            case Evaluation.Done ignored -> null;
            case Evaluation.Threw threw -> throw thrown(threw.thrown());
            case Evaluation.Failed failed -> throw new IllegalArgumentException(String.join("\n", failed.traceback()));
        };
    }

    private static Exception thrown(Throwable thrown) {
        return switch (thrown) {
            case Error error -> throw error;
            case Exception exception -> exception;
            default -> new IllegalStateException(thrown);
        };
    }
}

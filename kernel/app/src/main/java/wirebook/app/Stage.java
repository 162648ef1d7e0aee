package wirebook.app;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import wirebook.cell.CellMagic;
import wirebook.cell.Comm;
import wirebook.cell.DisplayData;
import wirebook.cell.LineMagic;
import wirebook.jupyter.display.MimeBundle;
import wirebook.jupyter.interpreter.Cell;
import wirebook.shell.Console;
import wirebook.shell.Display;
import wirebook.shell.Evaluation;
import wirebook.shell.Inside;

/** Where one cell shows things: the world that the shell runs a cell in, backed by the cell that Jupyter asked for. */
public final class Stage implements Display {
    private static final String REGISTERED = "Registered by a cell";

    private final Cell cell;
    private final JavaInterpreter session;
    private final Runnable waiting;
    private MimeBundle result = MimeBundle.EMPTY;

    /** A stage for {@code cell}, in which {@code waiting} is run by {@link #heard}. */
    Stage(Cell cell, JavaInterpreter session, Runnable waiting) {
        this.cell = cell;
        this.session = session;
        this.waiting = waiting;
    }

    /**
     * The stage of the cell that the calling thread belongs to.
     *
     * @throws IllegalStateException on a thread that no cell has started
     */
    public static Stage current() {
        return Console.current()
                .map(Console::display)
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .orElseThrow(() -> new IllegalStateException(
                        "this thread belongs to no cell, so there is no place to show things"));
    }

    /** The world of the cell, for the shell. */
    Console console() {
        return new Console(cell.stdout(), cell.stderr(), new Keyboard(() -> cell.input("", false)), this);
    }

    @Override
    public void show(Map<String, String> bundle) {
        cell.display(new MimeBundle(Map.copyOf(bundle), Map.of()));
    }

    @Override
    public void look(Evaluation.Value value) {
        result = Renderers.result(value.value(), value.type());
    }

    /** What the value looks like that the cell has ended with. */
    MimeBundle result() {
        return result;
    }

    /** Shows {@code value} and returns the identifier that it is shown under. */
    public String display(@Nullable Object value, String... types) {
        var id = session.nextDisplay();
        cell.display(Renderers.bundle(value, types), id);
        return id;
    }

    /** Replaces what is shown under {@code id}. */
    public void updateDisplay(String id, @Nullable Object value, String... types) {
        cell.updateDisplay(Renderers.bundle(value, types), id);
    }

    /** What {@link #display} would show. */
    public DisplayData render(@Nullable Object value, String... types) {
        return new DisplayData(Renderers.bundle(value, types).data());
    }

    /** The text form of {@code value}. */
    public String text(@Nullable Object value) {
        return Renderers.text(value);
    }

    /** The cell's way into the session. */
    public Inside inside() {
        return session.inside();
    }

    /** What a magic returns; the caller knows its type. Failures of any kind are unchecked, as IJava has it. */
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    public <T> T called(Callable<@Nullable Object> magic) {
        try {
            return (T) magic.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** Makes {@code %name} run {@code magic}. */
    public void register(String name, LineMagic magic) {
        inside().magics(all -> all.line("%" + name, REGISTERED, (given, in) -> ended(magic.execute(given.words()))));
    }

    /** Makes {@code %%name} run {@code magic}. */
    public void register(String name, CellMagic magic) {
        inside().magics(all ->
                all.cell("%%" + name, REGISTERED, (given, body, in) -> ended(magic.execute(given.words(), body))));
    }

    private static Evaluation ended(@Nullable Object value) {
        return value == null
                ? Evaluation.Done.QUIETLY
                : Evaluation.Value.of(value, value.getClass().getSimpleName());
    }

    /** Removes what the cell has shown. */
    public void clearOutput(boolean wait) {
        cell.clearOutput(wait);
    }

    /** Shows {@code value} in the front end's pager. */
    public void page(@Nullable Object value) {
        cell.payload(Map.of("source", "page", "data", Renderers.bundle(value).data(), "start", 0));
    }

    /** Puts {@code text} into the next cell of the front end. */
    public void nextInput(String text) {
        cell.nextInput(text, false);
    }

    /** Runs what waits for the message that this stage was made for. */
    public void heard() {
        waiting.run();
    }

    /** Lets front ends open comms to {@code target}. */
    public void onComm(String target, BiConsumer<Comm, Map<String, Object>> opened) {
        cell.comms()
                .register(
                        target,
                        (comm, data, where) -> session.hear(where, () -> opened.accept(new Line(comm, session), data)));
    }

    /** Opens a comm to a target of the front end. */
    public Comm openComm(String target, Map<String, Object> data) {
        return new Line(cell.comms().open(target, data, cell), session);
    }
}

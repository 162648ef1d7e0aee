package wirebook.cell;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import wirebook.app.Stage;

/** The functions that every cell has at hand for showing things; the names are those that IJava's notebooks use. */
public final class Cells {
    private Cells() {}

    /**
     * Shows {@code value} among the output of this cell.
     *
     * @param types media types to show it in; none for all that it has. A text is taken as being of these types:
     *     {@code display("<b>bold</b>", "text/html")}
     * @return the identifier by which {@link #updateDisplay} finds it again
     */
    public static String display(@Nullable Object value, String... types) {
        return Stage.current().display(value, types);
    }

    /** Replaces what is shown under {@code id}, in whichever cell that was; {@code types} as in {@link #display}. */
    public static void updateDisplay(String id, @Nullable Object value, String... types) {
        Stage.current().updateDisplay(id, value, types);
    }

    /** What {@link #display} would show. */
    public static DisplayData render(@Nullable Object value, String... types) {
        return Stage.current().render(value, types);
    }

    /** Prints the text form of {@code value} and ends the line. */
    public static void print(@Nullable Object value) {
        System.out.println(Stage.current().text(value));
    }

    /** Prints as {@link String#format} writes. */
    @SuppressWarnings("AnnotateFormatMethod") // its annotation is in no jar that cells see
    public static void printf(String format, @Nullable Object... values) {
        System.out.printf(format, values);
    }

    /**
     * The value of {@code source}, which is run as a cell within this one; null if it has none.
     *
     * @throws Exception what it throws, or one that says what the compiler does not accept
     */
    public static @Nullable Object eval(String source) throws Exception {
        return Stage.current().inside().eval(source);
    }

    /**
     * Runs {@code %name} and returns its value, null if it has none.
     *
     * @param words what stands behind the name, word by word
     * @throws RuntimeException if it fails, or if there is no such magic
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as IJava has it: the caller knows the type
    public static <T> T lineMagic(String name, List<String> words) {
        return Stage.current().called(() -> Stage.current().inside().lineMagic(name, words));
    }

    /**
     * Runs {@code %%name} and returns its value, null if it has none.
     *
     * @param words what stands behind the name, word by word
     * @param body the lines below
     * @throws RuntimeException if it fails, or if there is no such magic
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as IJava has it: the caller knows the type
    public static <T> T cellMagic(String name, List<String> words, String body) {
        return Stage.current().called(() -> Stage.current().inside().cellMagic(name, words, body));
    }

    /** The kernel as IJava's notebooks know it. */
    public static JavaKernel getKernelInstance() {
        return new JavaKernel();
    }

    /** Removes what this cell has shown so far: at once, or with the next thing that it shows if {@code wait}. */
    public static void clearOutput(boolean wait) {
        Stage.current().clearOutput(wait);
    }

    /** Removes what this cell has shown so far. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /** Shows {@code value} in the front end's pager, where it has one. */
    public static void page(@Nullable Object value) {
        Stage.current().page(value);
    }

    /** Puts {@code text} into the next cell of the front end. */
    public static void nextInput(String text) {
        Stage.current().nextInput(text);
    }

    /** Lets front ends open comms to {@code target}: {@code opened} gets the comm and the data that it was opened with. */
    public static void onComm(String target, BiConsumer<Comm, Map<String, Object>> opened) {
        Stage.current().onComm(target, opened);
    }

    /** Opens a comm to a target of the front end. */
    public static Comm openComm(String target, Map<String, Object> data) {
        return Stage.current().openComm(target, data);
    }
}

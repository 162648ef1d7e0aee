package wirebook.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a cell. The learner's mistakes are values here, never exceptions. */
public sealed interface Evaluation {

    /**
     * The cell ended with an expression.
     *
     * @param value the live object; null for Java's {@code null}
     * @param type the expression's static type without the names of packages, {@code "List<String>"}; {@code "null"} for {@code null}
     * @param notes what the student should know besides, one sentence each: {@code "p is null again: …"}
     */
    record Value(@Nullable Object value, String type, List<String> notes) implements Evaluation {
        /** A value without notes. */
        public static Value of(@Nullable Object value, String type) {
            return new Value(value, type, List.of());
        }
    }

    /**
     * The cell ended well and has no value: it declared, assigned with {@code ;}, or printed.
     *
     * @param notes what the student should know besides, one sentence each
     */
    record Done(List<String> notes) implements Evaluation {
        /** Nothing to say. */
        public static final Done QUIETLY = new Done(List.of());
    }

    /** A cell that did not run to its end. The three parts are what a notebook shows and a grader compares. */
    sealed interface Failed extends Evaluation {
        /** The name of the error, never empty: {@code "ArithmeticException"}, {@code "CompileError"}. */
        String ename();

        /** Its message in one line; may be empty. */
        String evalue();

        /** What to show: never empty, plain text, no escape sequences. The first lines repeat name and message. */
        List<String> traceback();
    }

    /**
     * The compiler (or the table of magics) did not accept the cell. It is compiled as a whole, so nothing of it has run,
     * but for what stands before a magic or before a second declaration of the same name.
     *
     * @param evalue the first diagnostic in one line
     * @param traceback the diagnostics with the cell's own lines, carets and suggestions
     */
    record Rejected(String evalue, List<String> traceback) implements Failed {
        @Override
        public String ename() {
            return "CompileError";
        }
    }

    /**
     * The cell threw.
     *
     * @param ename the simple name of the exception's class
     * @param evalue its message
     * @param traceback message, causes, and frames as {@code cell [7], line 3}
     * @param thrown the live exception
     */
    record Threw(String ename, String evalue, List<String> traceback, Throwable thrown) implements Failed {}

    /**
     * The cell was interrupted, and its thread has ended unless {@code evalue} says otherwise.
     *
     * @param evalue where it was interrupted, or what could not be stopped
     * @param traceback the same with frames
     */
    record Interrupted(String evalue, List<String> traceback) implements Failed {
        @Override
        public String ename() {
            return "Interrupted";
        }
    }
}

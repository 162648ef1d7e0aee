package wirebook;

import java.util.Arrays;
import java.util.Objects;

/**
 * An expectation that held, with the words that say which. One that does not hold is a {@link Failed}.
 *
 * @param what the expectation in words
 */
public record Check(String what) {
    /** The expectation that two values are equal; arrays are compared by their elements. */
    static Check equal(String what, Object expected, Object actual) {
        if (!Objects.deepEquals(widened(expected), widened(actual))) {
            throw new Failed(what + ": expected " + shown(expected) + ", but it is " + shown(actual));
        }
        return new Check(what);
    }

    /** Whole numbers compare by value: a student's 41 is the library's 41L. */
    private static Object widened(Object value) {
        return value instanceof Integer || value instanceof Short || value instanceof Byte
                ? ((Number) value).longValue()
                : value;
    }

    private static String shown(Object value) {
        if (value instanceof CharSequence text) {
            return '"' + text.toString() + '"';
        }
        String text = Arrays.deepToString(new Object[] {value});
        return text.substring(1, text.length() - 1);
    }

    @Override
    public String toString() {
        return "passed: " + what;
    }

    /** An expectation that did not hold, in one line: what was expected and what came. */
    public static final class Failed extends AssertionError {
        private static final long serialVersionUID = 1;

        Failed(String line) {
            super(line);
        }
    }
}

package wirebook.shell.report;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failed assertion as a student reads it: what was checked, what was expected, what came. */
final class Expectation {
    private static final int WIDTH = 79;

    private Expectation() {}

    /** The lines for an {@code AssertionFailedError} that knows what it expected; empty for anything else. */
    static List<String> lines(Throwable thrown) {
        if (!thrown.getClass().getSimpleName().equals("AssertionFailedError")) {
            return List.of();
        }
        String expected = part(thrown, "getExpected");
        String actual = part(thrown, "getActual");
        if (expected.isEmpty() && actual.isEmpty()) {
            return List.of();
        }
        String message = Traceback.message(thrown).replaceFirst("(?s)( ==> )?expected: <.*", "");
        var lines = new ArrayList<String>(
                Wrapping.wrap("AssertionFailedError" + (message.isBlank() ? "" : ": " + message), WIDTH, "    "));
        lines.addAll(Wrapping.wrap("    expected: " + expected, WIDTH, "        "));
        lines.addAll(Wrapping.wrap("    but was:  " + actual, WIDTH, "        "));
        return lines.stream()
                .map(l -> l.length() > WIDTH ? l.substring(0, WIDTH - 1) + "…" : l)
                .toList();
    }

    /** By reflection: the class is of the cells' class path, not of ours. */
    private static String part(Throwable thrown, String getter) {
        try {
            Object wrapper = call(thrown, getter);
            return wrapper == null ? "" : String.valueOf(call(wrapper, "getStringRepresentation"));
        } catch (ReflectiveOperationException e) {
            return "";
        }
    }

    private static @Nullable Object call(Object target, String name) throws ReflectiveOperationException {
        Method method = target.getClass().getMethod(name);
        return method.invoke(target);
    }
}

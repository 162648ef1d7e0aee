package wirebook.shell.magic;

import java.util.Arrays;
import java.util.stream.Collectors;
import wirebook.shell.Evaluation;

/** {@code %runTests}: the same as calling {@code runTests(Some.class)}, which a host imports that has JUnit for its cells. */
final class Testing {
    private Testing() {}

    static Evaluation run(Arguments arguments, Session session) {
        String classes = Arrays.stream(arguments.text().split("[\\s,]+", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> name.endsWith(".class") ? name : name + ".class")
                .collect(Collectors.joining(", "));
        return session.evaluate("runTests(" + classes + ");");
    }
}

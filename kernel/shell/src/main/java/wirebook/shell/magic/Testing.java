package wirebook.shell.magic;

import java.util.Arrays;
import java.util.stream.Collectors;
import wirebook.shell.Evaluation;

/** {@code %runTests}: the same as calling {@code runTests(Some.class)}, which the prelude for JUnit declares. */
final class Testing {
    private Testing() {}

    static Evaluation run(Arguments arguments, Session session) {
        if (session.declarations().stream().noneMatch(d -> d.contains(" runTests("))) {
            throw new IllegalStateException("JUnit is not on the class path of this notebook");
        }
        String classes = Arrays.stream(arguments.text().split("[\\s,]+", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> name.endsWith(".class") ? name : name + ".class")
                .collect(Collectors.joining(", "));
        return session.evaluate("runTests(" + classes + ");");
    }
}

package wirebook.shell.magic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wirebook.shell.Evaluation;
import wirebook.shell.Variable;

/** What there is: {@code %who} and {@code %help}. */
final class Listing {
    private static final int VALUE = 60;

    private Listing() {}

    static Evaluation who(Arguments arguments, Session session) {
        for (Variable variable : session.variables()) {
            String value = text(variable.value()).lines().findFirst().orElse("");
            String cut = value.length() > VALUE ? value.substring(0, VALUE) + "…" : value;
            session.print(simple(variable.type()) + " " + variable.name() + " = " + cut);
        }
        session.declarations().forEach(session::print);
        if (session.variables().isEmpty() && session.declarations().isEmpty()) {
            session.print("nothing has been declared");
        }
        return Evaluation.Done.QUIETLY;
    }

    /** A type as a student writes it, without packages and without the classes that hold what cells declare. */
    private static String simple(String type) {
        return type.replaceAll("\\b(?:[a-z]\\w*\\.)+", "").replaceAll("\\$[A-Z]\\d+\\.", "");
    }

    /** Arrays with what is in them, and no identity: it is another one in each run. */
    private static String text(@Nullable Object value) {
        String text = Arrays.deepToString(new @Nullable Object[] {value});
        return text.substring(1, text.length() - 1)
                .replace("@" + Integer.toHexString(System.identityHashCode(value)), "");
    }

    static Evaluation help(Arguments arguments, Session session) {
        String name = arguments.text().replaceFirst("^%+", "");
        var lines = new ArrayList<String>();
        session.magics().lines().forEach((n, m) -> add(lines, name, n, m.usage(), m.purpose()));
        session.magics().cells().forEach((n, m) -> add(lines, name, n, m.usage(), m.purpose()));
        (lines.isEmpty() ? List.of("there is no magic " + name) : lines).forEach(session::print);
        return Evaluation.Done.QUIETLY;
    }

    private static void add(List<String> lines, String asked, String name, String usage, String purpose) {
        boolean own = usage.replaceFirst("^%+", "").split("\\s", 2)[0].equals(name);
        if (asked.isEmpty() ? own : asked.equals(name)) {
            String gap = " ".repeat(Math.max(2, 36 - usage.length()));
            lines.add(usage + gap + purpose);
        }
    }
}

package wirebook.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.shell.Completions.Item;
import wirebook.shell.Completions.Kind;
import wirebook.shell.magic.Magics;
import wirebook.shell.report.Near;
import wirebook.shell.report.Traceback;

/** Completes and explains the names of magics. */
final class MagicNames {
    private static final Pattern NAME = Pattern.compile("(?m)^[ \\t]*(%{1,2})(\\w*)");

    private MagicNames() {}

    /** The magics that the name at the cursor may become; empty if the cursor is at none. */
    static Optional<Completions> at(Magics magics, String source, int cursor) {
        Matcher name = NAME.matcher(source);
        while (name.find()) {
            if (name.end(1) <= cursor && cursor <= name.end(2)) {
                String prefix = source.substring(name.start(2), cursor);
                return Optional.of(new Completions(name.start(1), cursor, items(magics, name.group(1), prefix)));
            }
        }
        return Optional.empty();
    }

    /** What to say to a magic that is not there. */
    static Evaluation unknown(Magics magics, String name) {
        var known = new ArrayList<String>();
        magics.lines().keySet().forEach(n -> known.add("%" + n));
        magics.cells().keySet().forEach(n -> known.add("%%" + n));
        String said = "there is no magic " + name;
        String meant =
                Near.of(name, known).map(n -> "; did you mean " + n + "?").orElse("");
        var lines = new ArrayList<>(Traceback.wrapped(said + meant));
        lines.addAll(Traceback.wrapped("the magics are " + String.join(" ", known)));
        return new Evaluation.Rejected(said, lines);
    }

    private static List<Item> items(Magics magics, String signs, String prefix) {
        var items = new ArrayList<Item>();
        if (signs.equals("%")) {
            magics.lines().forEach((name, m) -> add(items, prefix, name, "%" + name, m.usage(), m.purpose()));
        }
        magics.cells().forEach((name, m) -> add(items, prefix, name, "%%" + name, m.usage(), m.purpose()));
        return items;
    }

    private static void add(List<Item> items, String prefix, String name, String text, String usage, String purpose) {
        if (name.startsWith(prefix)) {
            items.add(new Item(text, Kind.MAGIC, usage, purpose));
        }
    }

    /** What the magic at the cursor does. */
    static Optional<Inspection> inspect(Magics magics, String source, int cursor) {
        Matcher name = NAME.matcher(source);
        while (name.find()) {
            if (name.start(1) <= cursor && cursor <= name.end(2)) {
                return Optional.ofNullable(text(magics, name.group(1), name.group(2)))
                        .map(t -> new Inspection(t, "<pre>" + t.replace("<", "&lt;") + "</pre>"));
            }
        }
        return Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable String text(Magics magics, String signs, String name) {
        Magics.Line line = magics.lines().get(name);
        Magics.Body body = magics.cells().get(name);
        if (signs.equals("%") && line != null) {
            return line.usage() + "\n" + line.purpose();
        }
        return body == null ? null : body.usage() + "\n" + body.purpose();
    }
}

package wirebook.shell.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.shell.compile.Problem;
import wirebook.shell.compile.Unit;

/** Puts a problem into words a student understands, and names a way out where one is known. */
public final class Advice {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) (.+)");
    private static final Pattern LOCATION = Pattern.compile("location:\\s+(\\w+) (.+)");
    private static final Pattern OF_TYPE = Pattern.compile("(.+) of type (.+)");
    private static final Set<String> NO_VALUES =
            Set.of("int", "double", "boolean", "char", "long", "void", "return", "while", "for");
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private final Names names;

    /** With these names to look among. */
    public Advice(Names names) {
        this.names = names;
    }

    /**
     * What to say.
     *
     * @param message the problem in the compiler's words, on one line
     * @param hint what to do
     */
    record Given(String message, Optional<String> hint) {}

    /** What to say on {@code problem}. */
    Given on(Problem problem) {
        String message = PACKAGES.matcher(problem.message()).replaceAll("");
        String key = problem.code().replaceFirst("^compiler\\.\\w+\\.", "");
        if (key.startsWith("cant.resolve")) {
            return unknown(problem, message);
        }
        if (key.equals("doesnt.exist")) {
            return absent(problem);
        }
        if (key.startsWith("cant.apply.symbol")) {
            return inapplicable(key, message);
        }
        String line = joined(message);
        return new Given(line, assigned(problem, line).or(() -> Hints.on(key, line, text(problem))));
    }

    /** The lines of a message as one: {@code "bad operand types …: first type: int, second type: boolean"}. */
    private static String joined(String message) {
        List<String> lines =
                message.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        List<String> facts = lines.stream()
                .skip(1)
                .filter(l ->
                        !l.startsWith("where ") && !l.contains(" is a type-variable") && !l.contains("declared in"))
                .map(l -> l.replaceAll("\\s+", " "))
                .toList();
        String first = lines.isEmpty() ? "" : lines.getFirst().replaceFirst("[;.]$", "");
        if (first.equals("incompatible types: bad return type in lambda expression") || facts.isEmpty()) {
            return first;
        }
        return first + ": " + String.join(", ", facts);
    }

    private Given unknown(Problem problem, String message) {
        Matcher symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            return new Given(joined(message), Optional.empty());
        }
        String kind = symbol.group(1);
        String what = symbol.group(2).strip();
        String name = what.replaceFirst("[(<].*", "");
        String type = holder(message);
        String where = type.isEmpty() ? "" : " in " + type;
        String said = "cannot find symbol: " + kind + " " + what + where;
        boolean holds = kind.equals("variable") && Character.isUpperCase(name.charAt(0)) && dotted(problem);
        return new Given(said, type.isEmpty() ? alone(holds ? "class" : kind, name) : member(kind, name, type));
    }

    /** The type in which a member was looked for; empty if a name stands alone. */
    private static String holder(String message) {
        Matcher location = LOCATION.matcher(message);
        if (!location.find()
                || location.group(2).startsWith("the notebook")
                || location.group(2).startsWith("notebook")) {
            return "";
        }
        Matcher typed = OF_TYPE.matcher(location.group(2).strip());
        String type = typed.matches() ? typed.group(2) : location.group(2).strip();
        return type.contains("the notebook") ? "" : type;
    }

    private Optional<String> alone(String kind, String name) {
        var known = new HashSet<String>(names.alone());
        if (kind.equals("variable")) {
            known.removeAll(NO_VALUES);
        }
        Optional<String> near = Near.of(name, known);
        List<String> importable = kind.equals("method") ? List.of() : names.importable(name);
        if (!importable.isEmpty()) {
            return Optional.of("import " + importable.getFirst() + ";");
        }
        if (near.isPresent()) {
            return Optional.of("did you mean " + near.get() + "?");
        }
        return Optional.of(
                switch (kind) {
                    case "variable" -> "declare it first, or, if it is a text, write \"" + name + "\"";
                    case "method" -> "define it in this cell, or in one that is run before";
                    default -> "define it in this cell or in one that is run before, or import it";
                });
    }

    private Optional<String> member(String kind, String name, String type) {
        boolean size = name.equals("length") || name.equals("size") || name.equals("count");
        if (type.endsWith("[]") && size) {
            return Optional.of("an array has length, without brackets behind it");
        }
        var members = names.membersOf(type);
        if (kind.equals("variable") && members.contains(name)) {
            return Optional.of("it is a method: write " + name + "()");
        }
        Optional<String> other = size
                ? List.of("size", "length").stream().filter(members::contains).findFirst()
                : Optional.empty();
        return other.map(o -> "write " + o + "()")
                .or(() -> Near.of(name, members).map(n -> "did you mean " + n + "?"));
    }

    private Given absent(Problem problem) {
        String message = problem.message().lines().findFirst().orElse("");
        String name = message.replaceFirst("^package (\\S+) does not exist.*", "$1");
        return new Given(
                message,
                name.contains(".") ? Optional.empty() : alone("package", name).filter(h -> !h.startsWith("define")));
    }

    /** {@code "twice(int) cannot be called with (String): …"}. */
    private static Given inapplicable(String key, String message) {
        Matcher one = Pattern.compile(
                        "(?s)(?:method|constructor) (\\S+) in .*?required:\\s*(.*?)\\n\\s*found:\\s*(.*?)\\n\\s*reason:\\s*(.*)")
                .matcher(message);
        if (key.equals("cant.apply.symbol") && one.find()) {
            String required = one.group(2).strip().replace("no arguments", "");
            String found = one.group(3).strip().replace("no arguments", "");
            String reason = one.group(4).lines().findFirst().orElse("").strip();
            String said = one.group(1) + "(" + required.replace(",", ", ") + ") cannot be called with ("
                    + found.replace(",", ", ") + ")";
            Optional<String> hint = reason.startsWith("actual and formal")
                    ? Optional.of("it takes " + count(required) + ", not "
                            + count(found).replace(" arguments", "").replace(" argument", ""))
                    : Optional.of(reason.replaceFirst("^argument mismatch; ", ""))
                            .filter(r -> !r.isEmpty());
            return new Given(said, hint);
        }
        return new Given(
                joined(message.lines().findFirst().orElse("")), Optional.of("none of its forms takes these arguments"));
    }

    private static String count(String types) {
        int count = types.isEmpty() ? 0 : types.replaceAll("<[^>]*>", "").split(",").length;
        return count == 0 ? "no arguments" : count + (count == 1 ? " argument" : " arguments");
    }

    /** The part of the cell that the problem is about, or the rest of the line if the compiler gives its beginning alone. */
    private static String text(Problem problem) {
        Unit unit = problem.unit();
        if (unit == null || problem.start() < 0) {
            return "";
        }
        String rest = unit.text().substring((int) problem.start());
        int length = (int) (problem.end() - problem.start());
        return length > 0 ? rest.substring(0, length) : rest.lines().findFirst().orElse("");
    }

    /** Whether a member is asked for: what has a capital and a member is rather a class than a variable. */
    private static boolean dotted(Problem problem) {
        Unit unit = problem.unit();
        return unit != null && problem.end() > 0 && unit.text().startsWith(".", (int) problem.end());
    }

    /** {@code if (x = 5)}: an assignment where a condition has to stand. */
    private static Optional<String> assigned(Problem problem, String message) {
        if (!message.endsWith("cannot be converted to boolean")) {
            return Optional.empty();
        }
        String part = text(problem);
        return part.matches("(?s)[^=!<>]*[^=!<>]=[^=].*") ? Optional.of("= assigns, == compares") : Optional.empty();
    }
}

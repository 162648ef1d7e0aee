package wirebook.drill;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a script: options in front, then statements, one a line; comments are passed over. */
final class ScriptReader {
    private static final Pattern TIME = Pattern.compile(
            "(?:(?<any>\\*)|(?<plus>\\+)?\\s*(?<at>\\d*\\.?\\d+)(?:\\s*(?:\\.\\.\\.|~)\\s*(?<plus2>\\+)?(?<end>\\d*\\.?\\d+))?)\\s*(?<rest>.*)",
            Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile(
            "(?<name>\\w+)\\s*\\((?<arguments>.*)\\)\\s*=\\s*(?<result>-?\\w+)\\s*(?<error>E\\w+)?.*", Pattern.DOTALL);

    private static final Set<String> NUMBERED = Set.of("mtu", "tolerance_usecs");
    private static final int LEAST_MTU = 68;
    private static final int MOST_MTU = 65_535;
    private static final BigDecimal LATEST = new BigDecimal("1e15");

    private final Set<String> symbols;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();
    private final Deque<Boolean> conditions = new ArrayDeque<>();

    private ScriptReader(Set<String> symbols) {
        this.symbols = symbols;
    }

    /**
     * The script that {@code text} is; of its {@code #ifdef} parts those whose symbol is given.
     *
     * @throws IllegalArgumentException for a line that is no statement, with its number
     */
    static Drill read(String text, Set<String> symbols) {
        ScriptReader reader = new ScriptReader(symbols);
        String[] lines = blanked(text).split("\n", -1);
        for (int i = 0; i < lines.length; ) {
            i = reader.line(lines, i);
        }
        if (!reader.conditions.isEmpty()) {
            throw new IllegalArgumentException("line " + lines.length + ": an #endif is missing");
        }
        return new Drill(Map.copyOf(reader.options), List.copyOf(reader.statements));
    }

    /** Comments of several lines become empty lines, so that the line numbers stay. */
    private static String blanked(String text) {
        return Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL)
                .matcher(text)
                .replaceAll(found -> found.group().replaceAll("[^\n]", ""));
    }

    /** Reads the statement that starts at line {@code index}; the index of the next line. */
    private int line(String[] lines, int index) {
        String line = stripped(lines[index]);
        if (line.startsWith("#")) {
            condition(index + 1, line);
        } else if (line.startsWith("--")) {
            String[] pair = line.substring(2).split("=", 2);
            options.put(pair[0], pair.length > 1 ? pair[1] : "");
            checkNumber(index + 1, pair);
        } else if (!line.isEmpty() && !conditions.contains(false)) {
            return statement(lines, index, line);
        }
        return index + 1;
    }

    private static void checkNumber(int number, String[] option) {
        String value = option.length > 1 ? option[1] : "";
        int least = option[0].equals("mtu") ? LEAST_MTU : 0;
        int most = option[0].equals("mtu") ? MOST_MTU : Integer.MAX_VALUE;
        boolean sound =
                value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
        if (NUMBERED.contains(option[0]) && !sound) {
            throw new IllegalArgumentException("line " + number + ": " + option[0] + " is a number from " + least
                    + " to " + most + ", this is " + value);
        }
    }

    private void condition(int number, String line) {
        String[] words = line.split("\\s+", -1);
        boolean names = words[0].equals("#ifdef") || words[0].equals("#ifndef");
        boolean follows = words[0].equals("#else") || words[0].equals("#endif");
        if ((names && words.length < 2) || (follows && conditions.isEmpty())) {
            throw new IllegalArgumentException(
                    "line " + number + ": " + words[0] + (names ? " needs a symbol" : " stands without an #ifdef"));
        }
        switch (words[0]) {
            case "#ifdef" -> conditions.push(symbols.contains(words[1]));
            case "#ifndef" -> conditions.push(!symbols.contains(words[1]));
            case "#else" -> conditions.push(!conditions.pop());
            case "#endif" -> conditions.pop();
            default -> {
                // a comment
            }
        }
    }

    private static String stripped(String line) {
        int comment = line.indexOf("//");
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    private int statement(String[] lines, int index, String first) {
        StringBuilder text = new StringBuilder(first);
        int next = index + 1;
        String end = first.contains("%{") && !first.contains("}%") ? "}%" : backticks(first) % 2 == 1 ? "`" : "";
        for (boolean whole = end.isEmpty(); !whole && next < lines.length; ) {
            String line = stripped(lines[next++]);
            text.append('\n').append(line);
            whole = end.equals("`") ? backticks(line) % 2 == 1 : line.contains(end);
        }
        try {
            statements.add(parse(index + 1, text.toString()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + (index + 1) + ": " + e.getMessage(), e);
        }
        return next;
    }

    private static long backticks(String text) {
        return text.chars().filter(letter -> letter == '`').count();
    }

    private static Statement parse(int line, String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException("a statement starts with its time: " + text);
        }
        When when = when(time);
        String rest = time.group("rest").strip();
        if (rest.startsWith("<") && rest.substring(1).strip().startsWith("icmp")) {
            return new Statement.Reported(
                    line, when, text, IcmpError.read(rest.substring(1).strip()));
        }
        if (rest.startsWith("<")) {
            return new Statement.Arriving(line, when, text, SegmentReader.read(rest.substring(1)));
        }
        if (rest.startsWith(">")) {
            return new Statement.Expected(line, when, text, SegmentReader.read(rest.substring(1)));
        }
        if (rest.startsWith("`")) {
            return new Statement.Command(line, when, text, between(rest, "`", "`"));
        }
        if (rest.startsWith("%{")) {
            return new Statement.Assertion(line, when, text, between(rest, "%{", "}%"));
        }
        return call(line, when, text, rest);
    }

    private static String between(String text, String open, String close) {
        int end = text.lastIndexOf(close);
        if (end < open.length()) {
            throw new IllegalArgumentException(close + " is missing behind " + open);
        }
        return text.substring(open.length(), end);
    }

    private static When when(Matcher time) {
        if (time.group("any") != null) {
            return new When(When.Kind.ANY, 0, 0);
        }
        long at = nanos(time.group("at"));
        boolean relative = time.group("plus") != null;
        String end = time.group("end");
        long span = end == null ? 0 : nanos(end) - (time.group("plus2") != null || relative ? 0 : at);
        return new When(relative ? When.Kind.RELATIVE : When.Kind.ABSOLUTE, at, Math.max(0, span));
    }

    private static long nanos(String seconds) {
        BigDecimal nanos = new BigDecimal(seconds).movePointRight(9);
        if (nanos.compareTo(LATEST) > 0) {
            throw new IllegalArgumentException("a time is at most 1000000 seconds; this is " + seconds);
        }
        return nanos.longValue();
    }

    private static Statement call(int line, When when, String text, String rest) {
        Matcher call = CALL.matcher(rest);
        if (!call.matches()) {
            throw new IllegalArgumentException("this is no statement: " + rest);
        }
        String error = call.group("error");
        return new Statement.Call(
                line,
                when,
                text,
                call.group("name"),
                arguments(call.group("arguments")),
                call.group("result"),
                error == null ? "" : error);
    }

    /** Arguments are parted by commas that stand in no bracket. */
    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            depth += "([{".indexOf(letter) >= 0 ? 1 : ")]}".indexOf(letter) >= 0 ? -1 : 0;
            if (letter == ',' && depth == 0) {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
            } else {
                argument.append(letter);
            }
        }
        arguments.add(argument.toString().strip());
        return arguments;
    }
}

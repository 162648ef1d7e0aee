package wirebook.shell.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wirebook.shell.Evaluation.Rejected;
import wirebook.shell.compile.Problem;
import wirebook.shell.compile.Unit;

/** Shows what the compiler did not accept: its words, the cell's line, carets, and a way out where one is known. */
public final class Diagnostics {
    private static final int MOST = 5;
    private static final int WIDTH = 79;

    private final Advice advice;

    /** With this advice. */
    public Diagnostics(Advice advice) {
        this.advice = advice;
    }

    private record Shown(String message, String where, List<String> lines) {}

    /** All problems, the first few in full. */
    public Rejected of(List<Problem> problems) {
        var lines = new ArrayList<String>();
        Set<String> places = new LinkedHashSet<>();
        String first = "";
        int left = 0;
        for (Problem problem : problems.stream()
                .limit(grammatical(problems) ? 1 : Long.MAX_VALUE)
                .toList()) {
            Shown shown = shown(problem);
            if (!places.add(shown.where())) {
                continue;
            }
            if (places.size() > MOST) {
                left++;
                continue;
            }
            first = first.isEmpty() ? shown.message() : first;
            lines.addAll(shown.lines());
        }
        if (left > 0) {
            lines.add("… and " + left + " more");
        }
        return new Rejected(first, lines);
    }

    /** Behind the first thing that is no Java, the parser only guesses. */
    private static boolean grammatical(List<Problem> problems) {
        return problems.stream()
                .anyMatch(p -> p.unit() != null && p.unit().name().equals("$X0"));
    }

    private Shown shown(Problem problem) {
        Advice.Given given = advice.on(problem);
        Unit unit = problem.unit();
        Optional<Unit.Place> place = unit == null ? Optional.empty() : unit.place(problem.position());
        var lines = new ArrayList<String>();
        String message = given.message();
        if (place.isEmpty()) {
            lines.addAll(Wrapping.wrap(message, WIDTH, "    "));
            return new Shown(message, message, lines);
        }
        Unit.Place at = place.get();
        lines.addAll(Wrapping.wrap(at.cell().title() + ", line " + at.line() + ": " + message, WIDTH, "    "));
        lines.addAll(caret(problem, requireNonNull(unit), at));
        given.hint().ifPresent(hint -> lines.addAll(Wrapping.wrap("  hint: " + hint, WIDTH, "        ")));
        return new Shown(message, message, lines);
    }

    private static int wordEnd(String source, int from) {
        int end = from;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private static List<String> caret(Problem problem, Unit unit, Unit.Place at) {
        String source = at.cell().source();
        int begin = unit.place(problem.start()).map(Unit.Place::offset).orElse(at.offset());
        int end = unit.place(problem.end()).map(Unit.Place::offset).orElse(at.offset());
        int offset = Math.min(at.offset(), Math.max(0, source.length()));
        int lineStart = source.lastIndexOf('\n', offset - 1) + 1;
        int lineEnd = source.indexOf('\n', offset) < 0 ? source.length() : source.indexOf('\n', offset);
        int from = Math.max(lineStart, Math.min(begin, offset));
        int to = Math.min(lineEnd, Math.max(end, from + 1));
        if (problem.code().contains("cant.resolve") && offset < source.length() && source.charAt(offset) == '.') {
            from = offset + 1;
            to = wordEnd(source, from);
        }
        String line = source.substring(lineStart, lineEnd).replace('\t', ' ');
        String marks = " ".repeat(from - lineStart) + "^".repeat(Math.max(1, to - from));
        return List.of("  " + line.stripTrailing(), "  " + marks);
    }
}

package wirebook.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The corners of Java, cell by cell through both engines: they accept the same, print the same, and show the same values. */
class TwoEnginesTest {
    private static final Pattern BETWEEN = Pattern.compile("\n----\n");

    /** Where they may differ, and why: cells by how they begin. */
    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            Map.entry("record Range", "JShell makes records public, and refuses a compact constructor that is not"),
            Map.entry("Range.to(5).hi()", "as above"),
            Map.entry("new Range(2, 1)", "as above"),
            Map.entry("mixed.get(1)", "JShell takes a value of an intersection type for a statement"),
            Map.entry("both", "as above"),
            Map.entry("var pairs", "JShell knows no arguments for the constructor of a var's anonymous class"),
            Map.entry("new TreeMap<>(pairs)", "as above"),
            Map.entry("var by", "JShell knows no type arguments for the interface of a var's anonymous class"),
            Map.entry("List.of(\"a\", \"b\").stream().sorted(by)", "as above"),
            Map.entry("var checked", "JShell lets the initialisers of a var's anonymous class throw nothing checked"),
            Map.entry("3;", "the fast engine shows what is no statement in spite of its semicolon"),
            Map.entry("\"text\";", "as above"));

    private static String named(String cell) {
        return DIFFERENCES.keySet().stream()
                .filter(start -> cell.equals(start) || (start.contains(" ") && cell.startsWith(start)))
                .findFirst()
                .orElse(cell);
    }

    private static List<String> cells() throws IOException {
        try (var file = TwoEnginesTest.class.getResourceAsStream("/corners.txt")) {
            String text = new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return BETWEEN.splitAsStream(text).toList();
        }
    }

    private static List<String> outcomes(Options options, List<String> cells) {
        try (var notebook = new Notebook(options)) {
            var outcomes = new ArrayList<String>();
            for (String cell : cells) {
                Evaluation end = notebook.run(cell);
                outcomes.add(notebook.last().out() + told(end));
            }
            return outcomes;
        }
    }

    private static String told(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Value value -> "value " + value.value();
            case Evaluation.Done done -> "done";
            case Evaluation.Threw threw -> "threw " + threw.ename() + ": " + threw.evalue();
            case Evaluation.Failed failed -> failed.ename();
        };
    }

    @Test
    @Timeout(300)
    void bothEnginesAcceptTheSameCellsAndShowTheSameValues() throws IOException {
        List<String> cells = cells();
        List<String> fast = outcomes(Options.standard(), cells);
        List<String> plain = outcomes(plain(), cells);
        var differing = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            if (!fast.get(i).equals(plain.get(i))) {
                differing.put(named(cells.get(i).strip()), fast.get(i) + " | " + plain.get(i));
            }
        }
        assertThat(cells).hasSizeGreaterThan(120);
        assertThat(differing.keySet())
                .as(differing.toString())
                .containsExactlyInAnyOrderElementsOf(DIFFERENCES.keySet());
    }

    private static Options plain() {
        return Options.standard().environment(Map.of("WIREBOOK_ENGINE", "jshell"));
    }
}

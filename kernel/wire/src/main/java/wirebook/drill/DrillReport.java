package wirebook.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.field.Shown;
import wirebook.tcp.profile.Profile;

/**
 * What came of several scripts: what {@code wirebook drill FILE…} prints.
 *
 * @param rows one for each script, in the order in which they were played
 */
public record DrillReport(List<Row> rows) implements Shown {
    /** A report of no scripts. */
    public static final DrillReport EMPTY = new DrillReport(List.of());

    /** Copies the rows. */
    public DrillReport {
        rows = List.copyOf(rows);
    }

    /**
     * One script.
     *
     * @param name its name, as it was given
     * @param result what came of it
     */
    public record Row(String name, DrillResult result) {
        @Override
        public String toString() {
            return name + ": " + result;
        }
    }

    /** This report and one script more; a text that is no script fails at the line that is no statement. */
    public DrillReport with(String name, String script, Profile profile, Strictness strictness) {
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(name, played(script, profile, strictness)));
        return new DrillReport(more);
    }

    private static DrillResult played(String script, Profile profile, Strictness strictness) {
        try {
            return Drill.of(script).run(profile, strictness);
        } catch (IllegalArgumentException e) {
            String reason = Optional.ofNullable(e.getMessage()).orElse(e.toString());
            return new DrillResult(Optional.of(new DrillResult.Fault(0, "", reason)), 0, 0, List.of());
        }
    }

    /** How many scripts passed. */
    public long passed() {
        return rows.stream().filter(row -> row.result().passed()).count();
    }

    /** How many segments were sent as expected, in all scripts. */
    public int matched() {
        return rows.stream().mapToInt(row -> row.result().matched()).sum();
    }

    /** How many segments the scripts expect. */
    public int expected() {
        return rows.stream().mapToInt(row -> row.result().expected()).sum();
    }

    /** The totals on one line. */
    public String totals() {
        return passed() + " of " + rows.size() + " scripts passed; " + matched() + " of " + expected()
                + " segments as expected";
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row).append('\n'));
        return text.append(totals()).toString();
    }
}

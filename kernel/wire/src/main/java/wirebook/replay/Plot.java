package wirebook.replay;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import wirebook.field.Shown;

/**
 * Quantities over the same time, to be drawn on the same axes.
 *
 * @param title what is shown
 * @param series the quantities
 */
public record Plot(String title, List<Series> series) implements Shown {
    /** Copies the list. */
    public Plot {
        series = List.copyOf(series);
    }

    /** Each series on a line: how many points, from when to when, from what to what. */
    @Override
    public String toString() {
        return title + "\n" + series.stream().map(Plot::line).collect(Collectors.joining("\n"));
    }

    private static String line(Series series) {
        if (series.points().isEmpty()) {
            return "  " + series.name() + ": never set";
        }
        var values = series.points().stream().mapToDouble(Series.Point::value).summaryStatistics();
        return String.format(
                Locale.ROOT,
                "  %s: %d points from %s to %s, %s to %s %s",
                series.name(),
                values.getCount(),
                Transcript.time(series.points().getFirst().at()),
                Transcript.time(series.points().getLast().at()),
                number(values.getMin()),
                number(values.getMax()),
                series.unit());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }
}

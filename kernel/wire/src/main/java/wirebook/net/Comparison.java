package wirebook.net;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import wirebook.field.Shown;
import wirebook.replay.Waterfall;

/**
 * Several ways to fetch the same, on one scale of time.
 *
 * @param waterfalls one for each way
 */
public record Comparison(List<Waterfall> waterfalls) implements Shown {
    /** Copies the list. */
    public Comparison {
        waterfalls = List.copyOf(waterfalls);
    }

    /** What becomes of each of these visits. */
    public static Comparison of(Visit... visits) {
        return new Comparison(
                Arrays.stream(visits).map(visit -> visit.run().waterfall()).toList());
    }

    /** When the slowest was done: the end of the scale. */
    public Duration end() {
        return waterfalls.stream().map(Waterfall::end).reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    @Override
    public String toString() {
        Duration end = end();
        return waterfalls.stream().map(waterfall -> waterfall.text(end)).collect(Collectors.joining("\n\n"));
    }
}

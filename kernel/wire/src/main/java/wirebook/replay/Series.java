package wirebook.replay;

import java.time.Duration;
import java.util.List;

/**
 * A quantity over time.
 *
 * @param name what it is called in the RFC
 * @param unit its unit
 * @param points its values, in the order of time
 */
public record Series(String name, String unit, List<Point> points) {
    /** Copies the list. */
    public Series {
        points = List.copyOf(points);
    }

    /**
     * A value at a time.
     *
     * @param at when, since the start of the trace
     * @param value the value
     */
    public record Point(Duration at, double value) {}
}

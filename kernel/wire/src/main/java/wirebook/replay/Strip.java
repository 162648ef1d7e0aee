package wirebook.replay;

import java.util.List;
import wirebook.field.Shown;

/**
 * A buffer as a strip of octets.
 *
 * @param ranges its ranges in order of their numbers; what lies between two is missing
 */
public record Strip(List<Range> ranges) implements Shown {
    /** No strip at all. */
    public static final Strip NONE = new Strip(List.of());

    /**
     * A range of octets in one condition.
     *
     * @param from the number of its first octet, relative to the start of the stream
     * @param to the number behind its last octet
     * @param condition {@code "acknowledged"}, {@code "in flight"}, {@code "read"}, {@code "out of order"}, {@code "window"} …
     */
    public record Range(long from, long to, String condition) {}

    @Override
    public String toString() {
        return String.join(
                "  ",
                ranges.stream()
                        .map(r -> r.from() + "–" + r.to() + " " + r.condition())
                        .toList());
    }
}

package wirebook.field;

import java.util.Map;
import java.util.TreeMap;

/**
 * The values of computed fields that somebody has set: lengths, offsets, checksums. A field without a pin is derived.
 *
 * @param values field names and the values they are pinned to
 */
public record Pins(Map<String, Long> values) {
    /** Nothing pinned: every computed field is derived. */
    public static final Pins NONE = new Pins(Map.of());

    /** These pins and one more. */
    public Pins and(Field field, long value) {
        Map<String, Long> more = new TreeMap<>(values);
        more.put(field.name(), field.check(value));
        return new Pins(Map.copyOf(more));
    }

    /** These pins and, where the value found is not the derived one, a pin that keeps it. */
    public Pins keep(Field field, long found, long derived) {
        return found == derived ? this : and(field, found);
    }

    /** The field's pinned value, or else the derived one. */
    public long value(Field field, long derived) {
        return values.isEmpty() ? derived : values.getOrDefault(field.name(), derived);
    }

    /** Whether the field is pinned. */
    public boolean has(Field field) {
        return values.containsKey(field.name());
    }

    /** The mark of the field: empty, or that it is pinned and what it should be. */
    public String mark(Field field, long derived) {
        if (!has(field)) {
            return "";
        }
        return value(field, derived) == derived ? "pinned" : "pinned, should be " + field.show(derived);
    }
}

package wirebook.jupyter.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One of a message's dictionaries, read with care: what came over the wire may have any type. */
public record Dict(Map<String, Object> members) {
    /** The dictionary without members. */
    public static final Dict EMPTY = new Dict(Map.of());

    /**
     * The text {@code name}.
     *
     * @throws BadMessage if there is none
     */
    public String text(String name) throws BadMessage {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new BadMessage("no text \"" + name + "\" in the message");
    }

    /** The text {@code name}, if there is one. */
    public Optional<String> optionalText(String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The flag {@code name}, or {@code otherwise}. */
    public boolean flag(String name, boolean otherwise) {
        return members.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    /** The whole number {@code name}, or {@code otherwise}; what exceeds an {@code int} counts as the largest or smallest one. */
    public int number(String name, int otherwise) {
        return members.get(name) instanceof Number number
                ? (int) Math.clamp(number.doubleValue(), Integer.MIN_VALUE, Integer.MAX_VALUE)
                : otherwise;
    }

    /** The dictionary {@code name}, or an empty one. */
    public Dict dict(String name) {
        if (!(members.get(name) instanceof Map<?, ?> map)) {
            return EMPTY;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return new Dict(copy);
    }
}

package wirebook.cell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value as it is shown: the same thing in several media types, of which the front end takes the richest that it can draw.
 *
 * @param data media type to content: text, base64 for binary types, or what JSON is made of
 */
public record DisplayData(Map<String, Object> data) {
    public DisplayData {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** One media type alone. */
    public static DisplayData of(String type, Object content) {
        return new DisplayData(Map.of(type, content));
    }

    /** This one with one more media type. */
    public DisplayData with(String type, Object content) {
        var more = new LinkedHashMap<>(data);
        more.put(type, content);
        return new DisplayData(more);
    }

    @Override
    public String toString() {
        return String.valueOf(data.getOrDefault("text/plain", data.keySet()));
    }
}

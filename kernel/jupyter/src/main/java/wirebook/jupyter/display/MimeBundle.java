package wirebook.jupyter.display;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing to show, in several media types: the front end picks the richest that it can draw.
 *
 * <p>A value is a {@code String} (text; base64 for binary types) or, for JSON types, a JSON value: {@code Map}, {@code List},
 * {@code String}, {@code Number}, {@code Boolean}, with {@code Optional.empty()} for null. The order of the types is kept.
 *
 * @param data media type to value
 * @param metadata media type, or a key for all of them, to a JSON value
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
    /** Nothing to show. */
    public static final MimeBundle EMPTY = new MimeBundle(Map.of(), Map.of());

    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** A bundle of {@code text/plain} alone. */
    public static MimeBundle text(String text) {
        return of("text/plain", text);
    }

    /** A bundle of one media type. */
    public static MimeBundle of(String type, Object value) {
        return new MimeBundle(Map.of(type, value), Map.of());
    }

    /** This bundle with one more media type, or with another value for it. */
    public MimeBundle with(String type, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(type, value);
        return new MimeBundle(more, metadata);
    }

    /** This bundle with one more entry of metadata. */
    public MimeBundle withMetadata(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(metadata);
        more.put(key, value);
        return new MimeBundle(data, more);
    }
}

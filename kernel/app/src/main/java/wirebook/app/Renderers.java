package wirebook.app;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import wirebook.cell.DisplayData;
import wirebook.jupyter.display.MimeBundle;
import wirebook.view.Views;

/**
 * What a value looks like: a text that is complete by itself and, where the value has one, a richer form. The same value always
 * looks the same: no identity hash is ever shown.
 */
final class Renderers {
    /** How many elements of a collection or an array are shown; the rest is counted. */
    private static final int SHOWN = 1_000;

    /** How deep collections are followed, for those that hold themselves. */
    private static final int DEPTH = 8;

    /** The formats that the JDK writes, by media type. */
    private static final Map<String, String> IMAGES =
            Map.of("image/png", "png", "image/jpeg", "jpeg", "image/gif", "gif");

    private Renderers() {}

    /** {@code value} as the result of a cell in which it has the static type {@code type}. */
    static MimeBundle result(@Nullable Object value, String type) {
        return all(value, type);
    }

    /**
     * {@code value} in all its forms, or in those of {@code types} that it has if there are any; a text is taken as being of these
     * types.
     */
    static MimeBundle bundle(@Nullable Object value, String... types) {
        MimeBundle all = all(value, name(value));
        if (types.length == 0) {
            return all;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", all.data().getOrDefault("text/plain", text(value)));
        List.of(types).forEach(type -> form(value, type, all).ifPresent(form -> data.put(type, form)));
        return new MimeBundle(data, Map.of());
    }

    private static Optional<Object> form(@Nullable Object value, String type, MimeBundle all) {
        return switch (value) {
            case CharSequence text -> Optional.of(text.toString());
            case RenderedImage image
            when IMAGES.containsKey(type) -> encoded(image, IMAGES.get(type)).map(Object.class::cast);
            case null, default -> Optional.ofNullable(all.data().get(type));
        };
    }

    private static MimeBundle all(@Nullable Object value, String name) {
        return switch (value) {
            case DisplayData given -> new MimeBundle(given.data(), Map.of());
            case RenderedImage image -> image(image);
            case null -> MimeBundle.text("null");
            case Object other ->
                Views.of(other)
                        .map(view -> new MimeBundle(view.data(), Map.of()))
                        .orElseGet(() -> MimeBundle.text(text(other, name, 0)));
        };
    }

    /** The text form of {@code value}. */
    static String text(@Nullable Object value) {
        return text(value, name(value), 0);
    }

    /** {@code name} stands for a value that has nothing to say but its class and its identity. */
    private static String text(@Nullable Object value, String name, int depth) {
        return switch (value) {
            case RenderedImage image -> "image, " + image.getWidth() + " × " + image.getHeight();
            case Collection<?> elements when inJdk(elements) -> elements(elements, depth);
            case Map<?, ?> map when inJdk(map) -> entries(map, depth);
            case Optional<?> maybe ->
                maybe.map(it -> "Optional[" + inner(it, depth) + "]").orElse("Optional.empty");
            case Object array when array.getClass().isArray() -> array(array, depth);
            case null -> "null";
            case Object other -> plain(other, name);
        };
    }

    private static String inner(@Nullable Object value, int depth) {
        return depth == DEPTH ? "…" : text(value, name(value), depth + 1);
    }

    private static String plain(Object value, String name) {
        var text = String.valueOf(value);
        return text.equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode())) ? name : text;
    }

    /** What the class of {@code value} is called; a lambda has no name of its own, but its interface has. */
    private static String name(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        var type = value.getClass();
        return type.isHidden() && type.getInterfaces().length > 0
                ? type.getInterfaces()[0].getSimpleName()
                : type.getSimpleName();
    }

    private static String elements(Collection<?> elements, int depth) {
        var list = new StringJoiner(", ", "[", more(elements.size()) + "]");
        elements.stream().limit(SHOWN).forEach(element -> list.add(inner(element, depth)));
        return list.toString();
    }

    private static String entries(Map<?, ?> map, int depth) {
        var list = new StringJoiner(", ", "{", more(map.size()) + "}");
        map.entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> list.add(inner(entry.getKey(), depth) + "=" + inner(entry.getValue(), depth)));
        return list.toString();
    }

    private static String array(Object array, int depth) {
        int length = Array.getLength(array);
        var list = new StringJoiner(", ", "{", more(length) + "}");
        for (int i = 0; i < Math.min(length, SHOWN); i++) {
            list.add(inner(Array.get(array, i), depth));
        }
        return array.getClass().getComponentType().getSimpleName() + "[" + length + "] " + list;
    }

    private static String more(int size) {
        return size > SHOWN ? ", … " + (size - SHOWN) + " more" : "";
    }

    /** A collection of somebody else may have a text form of its own. */
    private static boolean inJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }

    private static MimeBundle image(RenderedImage image) {
        MimeBundle text = MimeBundle.text(text(image));
        return encoded(image, "png").map(png -> text.with("image/png", png)).orElse(text);
    }

    private static Optional<String> encoded(RenderedImage image, String format) {
        return octets(image, format).map(Base64.getEncoder()::encodeToString);
    }

    /** {@code image} as a file of a format; empty where the format cannot hold it, as JPEG cannot hold transparency. */
    static Optional<byte[]> octets(RenderedImage image, String format) {
        var octets = new ByteArrayOutputStream();
        try {
            return ImageIO.write(image, format, octets) ? Optional.of(octets.toByteArray()) : Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

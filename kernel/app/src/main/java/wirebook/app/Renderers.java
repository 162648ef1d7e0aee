package wirebook.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
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
import wirebook.jupyter.message.Json;
import wirebook.view.View;
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

    private Renderers() {}

    /** {@code value} as the result of a cell in which it has the static type {@code type}. */
    static MimeBundle result(@Nullable Object value, String type) {
        return all(value, type);
    }

    /** {@code value} in all its forms, or in {@code types} alone if there are any; a text is taken as being of these types. */
    static MimeBundle bundle(@Nullable Object value, String... types) {
        if (types.length == 0) {
            return all(value, name(value));
        }
        Map<String, Object> all = value instanceof CharSequence
                ? Map.of()
                : all(value, name(value)).data();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", text(value));
        List.of(types).forEach(type -> data.put(type, all.getOrDefault(type, text(value))));
        return new MimeBundle(data, Map.of());
    }

    private static MimeBundle all(@Nullable Object value, String name) {
        return switch (value) {
            case DisplayData given -> new MimeBundle(given.data(), Map.of());
            case BufferedImage image -> MimeBundle.text(text(image)).with("image/png", png(image));
            case null -> MimeBundle.text("null");
            case Object other ->
                Views.of(other).map(Renderers::view).orElseGet(() -> MimeBundle.text(text(other, name, 0)));
        };
    }

    /** A value of the protocol language in its best view. */
    private static MimeBundle view(View view) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", view.text());
        if (!view.html().isEmpty()) {
            data.put("text/html", view.html());
        }
        view.more().forEach((type, text) -> data.put(type, type.endsWith("+json") ? json(text) : text));
        return new MimeBundle(data, Map.of());
    }

    private static Map<String, Object> json(String text) {
        try {
            return Json.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The text form of {@code value}. */
    static String text(@Nullable Object value) {
        return text(value, name(value), 0);
    }

    /** {@code name} stands for a value that has nothing to say but its class and its identity. */
    private static String text(@Nullable Object value, String name, int depth) {
        return switch (value) {
            case BufferedImage image -> "image, " + image.getWidth() + " × " + image.getHeight();
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

    private static String png(BufferedImage image) {
        return Base64.getEncoder().encodeToString(octets(image));
    }

    /** A picture as a PNG. */
    static byte[] octets(BufferedImage image) {
        var octets = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", octets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return octets.toByteArray();
    }
}

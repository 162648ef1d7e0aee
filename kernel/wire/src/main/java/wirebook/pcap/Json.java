package wirebook.pcap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Maps, lists, texts, numbers and truth values as JSON (RFC 8259), indented by one space. */
final class Json {
    /** A number whose text is already right: {@code 42.5}. */
    record Decimal(String text) {}

    private Json() {}

    static String of(Object value) {
        return of(value, "\n");
    }

    private static String of(Object value, String line) {
        return switch (value) {
            case Map<?, ?> map -> block("{", map.entrySet(), line, entry -> entry(entry, line + " "), "}");
            case List<?> list -> block("[", list, line, each -> of(each, line + " "), "]");
            case Optional<?> optional -> optional.isPresent() ? of(optional.get(), line) : "null";
            case Decimal number -> number.text();
            case Boolean truth -> truth.toString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private static String entry(Map.Entry<?, ?> entry, String line) {
        return quoted(String.valueOf(entry.getKey())) + ": " + of(entry.getValue(), line);
    }

    private static <E> String block(
            String open, Iterable<E> elements, String line, Function<E, String> text, String close) {
        List<String> texts = new ArrayList<>();
        elements.forEach(element -> texts.add(text.apply(element)));
        return texts.isEmpty() ? open + close : open + line + " " + String.join("," + line + " ", texts) + line + close;
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}

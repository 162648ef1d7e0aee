package wirebook.view;

import java.util.List;
import java.util.Map;
import wirebook.field.Text;

/** Values as JSON text that may stand inside a script element: nothing in it is markup, and every text is visible. */
final class Json {
    private Json() {}

    /** Maps, lists, numbers, booleans and texts, nested. */
    static String of(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
        switch (value) {
            case Map<?, ?> map -> object(out, map);
            case List<?> list -> array(out, list);
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            default -> text(out, Text.visible(value.toString()));
        }
    }

    private static void object(StringBuilder out, Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text(out.append(before), Text.visible(String.valueOf(entry.getKey())));
            write(out.append(':'), entry.getValue());
            before = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private static void array(StringBuilder out, List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(out, list.get(i));
        }
        out.append(']');
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || (c >= 0x2028 && c <= 0x2029)) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}

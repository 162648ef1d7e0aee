package wirebook.shell.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the code cells of a notebook file: as much JSON as that takes. */
final class NotebookFile {
    private final String text;
    private int at;

    private NotebookFile(String text) {
        this.text = text;
    }

    /** The sources of the code cells, in order. */
    static List<String> code(String json) {
        var sources = new ArrayList<String>();
        if (new NotebookFile(json).value() instanceof Map<?, ?> notebook
                && notebook.get("cells") instanceof List<?> cells) {
            for (Object each : cells) {
                if (each instanceof Map<?, ?> cell && "code".equals(cell.get("cell_type"))) {
                    sources.add(joined(cell.get("source")));
                }
            }
        }
        return sources;
    }

    private static String joined(@org.jspecify.annotations.Nullable Object source) {
        return source instanceof List<?> lines
                ? String.join("", lines.stream().map(String::valueOf).toList())
                : String.valueOf(source);
    }

    private Object value() {
        skip();
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private void skip() {
        while (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',' || text.charAt(at) == ':') {
            at++;
        }
    }

    private Map<String, Object> object() {
        var object = new TreeMap<String, Object>();
        for (at++, skip(); text.charAt(at) != '}'; skip()) {
            String name = string();
            object.put(name, value());
        }
        at++;
        return object;
    }

    private List<Object> array() {
        var array = new ArrayList<Object>();
        for (at++, skip(); text.charAt(at) != ']'; skip()) {
            array.add(value());
        }
        at++;
        return array;
    }

    private String string() {
        var string = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            string.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char sign = text.charAt(++at);
        if (sign == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
        }
        return switch (sign) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> sign;
        };
    }

    private String word() {
        int start = at;
        while (at < text.length() && ",]} \n\t\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }
}

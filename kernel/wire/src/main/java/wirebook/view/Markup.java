package wirebook.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import wirebook.field.Text;

/** HTML or SVG under construction: whatever is put in as text or as an attribute comes out as text, never as markup. */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens a tag; attributes are names and values in turn. */
    Markup open(String tag, String... attributes) {
        start(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** A tag that has no content. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes).append("/>");
        return this;
    }

    /** A tag around a text. */
    Markup tag(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A tag around whatever {@code inside} adds. */
    Markup within(String tag, Consumer<Markup> inside, String... attributes) {
        open(tag, attributes);
        inside.accept(this);
        return close();
    }

    private StringBuilder start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(Text.visible(attributes[i + 1]), out);
            out.append('"');
        }
        return out;
    }

    /** Closes the tag that was opened last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** A text; control characters and marks of direction are written as escapes. */
    Markup text(String text) {
        escape(Text.visible(text), out);
        return this;
    }

    /** Markup that was built with this class or is one of our own constants. */
    Markup raw(CharSequence markup) {
        out.append(markup);
        return this;
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

package wirebook.shell.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A documentation comment as plain text and as HTML. */
final class Prose {
    private static final int WIDTH = 79;
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*(?:\\{[^{}]*\\}[^{}]*)*)\\}");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)[ \\t]*");
    private static final Map<String, String> WORDS = Map.of(
            "param",
            "Parameter ",
            "return",
            "Returns: ",
            "throws",
            "Throws ",
            "exception",
            "Throws ",
            "see",
            "See also: ",
            "since",
            "Since: ");

    private Prose() {}

    /** The first sentence. */
    static String first(String comment) {
        String text = String.join(" ", plain(body(comment)).lines().toList()).strip();
        Matcher end = Pattern.compile("[.!?](\\s|$)").matcher(text);
        return end.find() ? text.substring(0, end.start() + 1) : text;
    }

    private static String body(String comment) {
        Matcher block = BLOCK.matcher(comment);
        return block.find() ? comment.substring(0, block.start()) : comment;
    }

    /** As plain text under 80 columns. */
    static String text(String comment) {
        var text = new StringBuilder(plain(body(comment)).strip());
        for (String[] part : blocks(comment)) {
            text.append("\n")
                    .append(wrapped(
                            WORDS.getOrDefault(part[0], "")
                                    + plain(part[1]).replaceAll("\\s+", " ").strip(),
                            "    "));
        }
        return text.toString();
    }

    /** As HTML. */
    static String html(String comment) {
        var html = new StringBuilder(inline(body(comment).strip(), true));
        for (String[] part : blocks(comment)) {
            String word = WORDS.getOrDefault(part[0], "");
            html.append("\n<br><b>").append(word.strip()).append("</b> ").append(inline(part[1].strip(), true));
        }
        return html.toString();
    }

    private static List<String[]> blocks(String comment) {
        var blocks = new ArrayList<String[]>();
        Matcher block = BLOCK.matcher(comment);
        int start = -1;
        String name = "";
        while (block.find()) {
            if (start >= 0) {
                blocks.add(new String[] {name, comment.substring(start, block.start())});
            }
            name = block.group(1);
            start = block.end();
        }
        if (start >= 0) {
            blocks.add(new String[] {name, comment.substring(start)});
        }
        return blocks.stream().filter(b -> WORDS.containsKey(b[0])).toList();
    }

    private static String inline(String text, boolean html) {
        return INLINE.matcher(text)
                .replaceAll(
                        m -> Matcher.quoteReplacement(tag(m.group(1), m.group(2).strip(), html)));
    }

    private static String tag(String name, String content, boolean html) {
        return switch (name) {
            case "code" -> html ? "<code>" + escaped(content) + "</code>" : content;
            case "literal" -> html ? escaped(content) : content;
            case "link", "linkplain" -> label(content);
            case "return" -> "Returns " + content + ".";
            case "inheritDoc" -> "";
            default -> content;
        };
    }

    private static String label(String reference) {
        int blank = reference.indexOf(' ');
        boolean labelled = blank > 0 && reference.indexOf(')') < blank;
        return labelled
                ? reference.substring(blank + 1)
                : reference.replaceFirst("^#", "").replace('#', '.');
    }

    /** Plain text escaped for HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String plain(String text) {
        String unmarked = inline(text, false)
                .replaceAll(
                        "(?i)\\s*<(p|/p|br|blockquote|/blockquote|ul|/ul|ol|/ol|dl|/dl|table|/table|h\\d)\\b[^>]*>\\s*",
                        "\n\n")
                .replaceAll("(?i)\\s*<(li|dt|dd|tr)\\b[^>]*>\\s*", "\n\n- ")
                .replaceAll("<[/a-zA-Z!][^<>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        var paragraphs = new ArrayList<String>();
        for (String paragraph : unmarked.strip().split("\n\\s*\n", -1)) {
            paragraphs.add(wrapped(paragraph.strip().replaceAll("\\s+", " "), ""));
        }
        paragraphs.removeIf(String::isBlank);
        return String.join("\n", paragraphs);
    }

    private static String wrapped(String text, String indent) {
        var lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                lines.append("\n").append(indent);
                column = indent.length();
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }
}

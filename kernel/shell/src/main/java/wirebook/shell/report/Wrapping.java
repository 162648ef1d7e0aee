package wirebook.shell.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines at blanks. */
final class Wrapping {
    private Wrapping() {}

    /** {@code text} in lines of at most {@code width} where its words permit, all but the first indented. */
    static List<String> wrap(String text, int width, String indent) {
        var lines = new ArrayList<String>();
        for (String line : text.split("\n", -1)) {
            String rest = lines.isEmpty() ? line : indent + line;
            while (rest.length() > width) {
                int blank = rest.lastIndexOf(' ', width);
                if (blank <= indent.length()) {
                    break;
                }
                lines.add(rest.substring(0, blank));
                rest = indent + rest.substring(blank + 1);
            }
            lines.add(rest.stripTrailing());
        }
        return lines;
    }
}

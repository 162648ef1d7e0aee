package wirebook.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import wirebook.field.Text;

/**
 * A header or trailer section: field lines in their order, found by name without regard to case (RFC 9110, 5).
 *
 * @param lines the field lines, duplicates included
 * @param complete whether these are all lines, so that none is derived: true of what was received
 */
public record Fields(List<FieldLine> lines, boolean complete) implements Iterable<FieldLine> {
    /** No field line at all. */
    public static final Fields NONE = new Fields(List.of(), false);

    private static final int LONGEST_SHOWN = 60;

    /** Keeps a copy. */
    public Fields {
        lines = List.copyOf(lines);
    }

    /** These lines and no derived ones. */
    public Fields exactly() {
        return new Fields(lines, true);
    }

    /** These lines, and around them those that follow from the message. */
    public Fields derivable() {
        return new Fields(lines, false);
    }

    /** These lines and one more at the end. */
    public Fields plus(String name, String value) {
        List<FieldLine> more = new ArrayList<>(lines);
        more.add(FieldLine.of(name, value));
        return new Fields(more, complete);
    }

    /** One more line, and these behind it. */
    Fields after(String name, String value) {
        List<FieldLine> more = new ArrayList<>(lines);
        more.addFirst(FieldLine.of(name, value));
        return new Fields(more, complete);
    }

    /** These lines without those of the field {@code name}. */
    public Fields without(String name) {
        return new Fields(lines.stream().filter(line -> !line.isNamed(name)).toList(), complete);
    }

    /** These lines with one line for {@code name}, where the first of them stood, or else at the end. */
    public Fields set(String name, String value) {
        List<FieldLine> next = new ArrayList<>();
        boolean placed = false;
        for (FieldLine line : lines) {
            if (!line.isNamed(name)) {
                next.add(line);
            } else if (!placed) {
                placed = next.add(FieldLine.of(name, value));
            }
        }
        return placed ? new Fields(next, complete) : plus(name, value);
    }

    /** The value of the first line called {@code name}. */
    public Optional<String> get(String name) {
        for (FieldLine line : lines) {
            if (line.isNamed(name)) {
                return Optional.of(line.value());
            }
        }
        return Optional.empty();
    }

    /** The values of all lines called {@code name}, in order. */
    public List<String> all(String name) {
        return has(name)
                ? lines.stream()
                        .filter(line -> line.isNamed(name))
                        .map(FieldLine::value)
                        .toList()
                : List.of();
    }

    /** Whether a line is called {@code name}. */
    public boolean has(String name) {
        for (FieldLine line : lines) {
            if (line.isNamed(name)) {
                return true;
            }
        }
        return false;
    }

    /** The members of the comma-separated list that all lines called {@code name} make together (RFC 9110, 5.6.1). */
    public List<String> list(String name) {
        return all(name).stream().flatMap(value -> members(value).stream()).toList();
    }

    /** Whether that list has {@code member}, without regard to case. */
    public boolean lists(String name, String member) {
        return has(name) && list(name).stream().anyMatch(member::equalsIgnoreCase);
    }

    @Override
    public Iterator<FieldLine> iterator() {
        return lines.iterator();
    }

    /** The members of one list, commas within quoted strings left alone, empty members passed over. */
    private static List<String> members(String value) {
        List<String> members = new ArrayList<>();
        StringBuilder member = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == ',' && !quoted) {
                keep(members, member);
                continue;
            }
            quoted ^= c == '"';
            member.append(c);
            if (quoted && c == '\\' && at + 1 < value.length()) {
                member.append(value.charAt(++at));
            }
        }
        keep(members, member);
        return members;
    }

    private static void keep(List<String> members, StringBuilder member) {
        String text = member.toString().strip();
        if (!text.isEmpty()) {
            members.add(text);
        }
        member.setLength(0);
    }

    /** The text with its control characters made visible, and cut where it gets long. */
    static String shown(String text) {
        return text.length() > LONGEST_SHOWN
                ? Text.visible(text.substring(0, LONGEST_SHOWN)) + "…"
                : Text.visible(text);
    }
}

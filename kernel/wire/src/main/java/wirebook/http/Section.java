package wirebook.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The grammar of field lines (RFC 9112, 5), and the section that they add up to. */
final class Section {
    private final Limits limits;
    private final Judge judge;

    private List<FieldLine> lines = new ArrayList<>();
    private long[] offsets = new long[16];
    private final StringBuilder folded = new StringBuilder();
    private int octets;

    Section(Limits limits, Judge judge) {
        this.limits = limits;
        this.judge = judge;
    }

    /** Octets that the section has room for. */
    int room() {
        return limits.section() - octets;
    }

    /** Takes one line, without its line break; {@code offset} is the place of {@code line[0]} in the stream. */
    void add(byte[] line, int from, int to, long offset) {
        octets += to - from + 2;
        if (octets > limits.section() || lines.size() >= limits.lines()) {
            throw fail(
                    HttpRule.SECTION_TOO_LARGE,
                    limits.section() + " octets, " + limits.lines() + " lines",
                    offset + from);
        }
        if (blank(line[from])) {
            fold(line, from, to, offset);
        } else {
            unfold();
            mark(lines.size(), offset + from);
            lines.add(line(line, from, to, offset));
        }
    }

    /** The section so far; the next line begins another. */
    Fields take() {
        unfold();
        Fields section = new Fields(lines, true);
        lines = new ArrayList<>();
        octets = 0;
        return section;
    }

    private void mark(int index, long where) {
        if (index == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * index);
        }
        offsets[index] = where;
    }

    /** Where the last line called {@code name} of the section taken last began. */
    long offsetOf(Fields section, String name) {
        for (int i = section.lines().size() - 1; i >= 0; i--) {
            if (section.lines().get(i).isNamed(name)) {
                return offsets[i];
            }
        }
        return 0;
    }

    private FieldLine line(byte[] line, int from, int to, long offset) {
        int colon = Grammar.span(line, from, to, Grammar.TOKEN);
        if (colon == to || line[colon] != ':' || colon == from) {
            colon = oddColon(line, from, colon, to, offset);
        }
        int name = colon;
        while (blank(line[name - 1])) {
            name--;
        }
        int start = skipBlanks(line, colon + 1, to);
        int end = value(line, start, to, offset);
        return FieldLine.checked(line, from, name, start, end);
    }

    /** The colon behind white space, if that is forgiven: whatever else stands there is not. */
    private int oddColon(byte[] line, int from, int stranger, int to, long offset) {
        int colon = stranger;
        while (colon < to && blank(line[colon])) {
            colon++;
        }
        boolean spaced = colon > stranger && stranger > from && colon < to && line[colon] == ':';
        if (!spaced) {
            throw fail(odd(line, stranger, to), StartLine.text(line, from, to), offset + stranger);
        }
        judge.judge(
                HttpRule.SPACE_BEFORE_COLON, "\"" + StartLine.text(line, from, colon + 1) + "\"", offset + stranger);
        return colon;
    }

    private static HttpRule odd(byte[] line, int stranger, int to) {
        for (int at = stranger; at < to; at++) {
            if (line[at] == ':') {
                return HttpRule.BAD_NAME;
            }
        }
        return HttpRule.NO_COLON;
    }

    private static int skipBlanks(byte[] line, int from, int to) {
        int start = from;
        while (start < to && blank(line[start])) {
            start++;
        }
        return start;
    }

    /** Where the value that begins at {@code start} ends. */
    private static int value(byte[] line, int start, int to, long offset) {
        int end = to;
        while (end > start && blank(line[end - 1])) {
            end--;
        }
        int stranger = Grammar.span(line, Words.skipText(line, start, end), end, Grammar.VALUE);
        if (stranger < end) {
            HttpRule rule = line[stranger] == '\r' ? HttpRule.BARE_CR : HttpRule.BAD_VALUE;
            throw Judge.refuse(rule, Grammar.name(line[stranger] & 0xff), offset + stranger);
        }
        return end;
    }

    /** Takes a line that goes on with the value of the one before. */
    private void fold(byte[] line, int from, int to, long offset) {
        if (lines.isEmpty()) {
            throw fail(HttpRule.SPACE_BEFORE_FIELDS, StartLine.text(line, from, to), offset + from);
        }
        judge.judge(HttpRule.OBS_FOLD, lines.getLast().name(), offset + from);
        if (folded.isEmpty()) {
            folded.append(lines.getLast().value());
        }
        int start = skipBlanks(line, from, to);
        folded.append(' ').append(StartLine.text(line, start, value(line, start, to, offset)));
    }

    /** Ends a value that went over several lines: each break becomes one space (RFC 9112, 5.2). */
    private void unfold() {
        if (!folded.isEmpty()) {
            lines.add(FieldLine.of(lines.removeLast().name(), folded.toString()));
            folded.setLength(0);
        }
    }

    private static boolean blank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private static Judge.Refusal fail(HttpRule rule, String found, long where) {
        return Judge.refuse(rule, "\"" + Fields.shown(found) + "\"", where);
    }
}

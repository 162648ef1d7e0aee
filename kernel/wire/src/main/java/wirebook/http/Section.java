package wirebook.http;

import java.util.ArrayList;
import java.util.List;

/** The grammar of field lines (RFC 9112, 5), and the section that they add up to. */
final class Section {
    private final Limits limits;
    private final Judge judge;

    private List<Fields.Line> lines = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
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
        if (lines.isEmpty()) {
            offsets.clear();
        }
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
            lines.add(line(line, from, to, offset));
            offsets.add(offset + from);
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

    /** Where the last line called {@code name} of the section taken last began. */
    long offsetOf(Fields section, String name) {
        for (int i = section.lines().size() - 1; i >= 0; i--) {
            if (section.lines().get(i).isNamed(name)) {
                return offsets.get(i);
            }
        }
        return 0;
    }

    private Fields.Line line(byte[] line, int from, int to, long offset) {
        int colon = Grammar.span(line, from, to, Grammar.TOKEN);
        if (colon == to || line[colon] != ':' || colon == from) {
            colon = oddColon(line, from, colon, to, offset);
        }
        int name = colon;
        while (blank(line[name - 1])) {
            name--;
        }
        return new Fields.Line(StartLine.text(line, from, name), value(line, colon + 1, to, offset));
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

    private String value(byte[] line, int from, int to, long offset) {
        int start = from;
        int end = to;
        while (start < end && blank(line[start])) {
            start++;
        }
        while (end > start && blank(line[end - 1])) {
            end--;
        }
        int stranger = Grammar.span(line, start, end, Grammar.VALUE);
        if (stranger < end) {
            HttpRule rule = line[stranger] == '\r' ? HttpRule.BARE_CR : HttpRule.BAD_VALUE;
            throw fail(rule, Grammar.name(line[stranger] & 0xff), offset + stranger);
        }
        return StartLine.text(line, start, end);
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
        folded.append(' ').append(value(line, from, to, offset));
    }

    /** Ends a value that went over several lines: each break becomes one space (RFC 9112, 5.2). */
    private void unfold() {
        if (!folded.isEmpty()) {
            lines.add(new Fields.Line(lines.removeLast().name(), folded.toString()));
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

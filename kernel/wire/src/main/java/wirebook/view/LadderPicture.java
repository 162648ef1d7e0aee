package wirebook.view;

import wirebook.field.Text;
import wirebook.replay.Caption;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Host;
import wirebook.replay.Ladder;
import wirebook.replay.Transcript;

/** A ladder as a drawing: an axis for each host, an arrow that falls for as long as its packet took. */
final class LadderPicture {
    private static final int MARGIN = 230;
    private static final int SPAN = 500;
    private static final int LABEL = 76;

    private final Ladder ladder;
    private final Course course;
    private final Caption caption;
    private final Markup out = new Markup();

    private LadderPicture(Ladder ladder) {
        this.ladder = ladder;
        this.course = new Course(ladder);
        this.caption = new Caption(ladder.trace(), ladder.to());
    }

    /** What a person who cannot see the picture is told. */
    static String alt(Ladder ladder) {
        return "Ladder diagram: " + ladder.trace().title() + ". "
                + Text.count(ladder.flights().size(), "packet") + " between "
                + String.join(
                        " and ",
                        ladder.trace().hosts().stream().map(Host::toString).toList())
                + ". The table of steps says the same in words.";
    }

    static String svg(Ladder ladder) {
        return new LadderPicture(ladder).draw();
    }

    private String draw() {
        int width = 2 * MARGIN + SPAN * (ladder.trace().hosts().size() - 1);
        int more = ladder.trace().flights().size() - ladder.flights().size();
        int height = course.height() + (more > 0 ? Course.LINE : 0);
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "viewBox",
                "0 0 " + width + " " + height,
                "font-family",
                Look.SANS,
                "font-size",
                Integer.toString(Look.SMALL));
        out.tag("title", ladder.trace().title());
        out.empty("rect", "width", "100%", "height", "100%", "fill", Look.PAPER.light());
        axes();
        cuts();
        notes();
        out.open("g", "fill", Look.INK.light(), "stroke-width", "1.5");
        ladder.flights().forEach(this::arrow);
        out.close();
        out.open("g", "stroke", Look.PAPER.light(), "stroke-width", "3", "paint-order", "stroke");
        ladder.flights().forEach(this::words);
        out.close();
        if (more > 0) {
            out.tag(
                    "text",
                    "… " + Text.count(more, "more packet") + "; range(from, to) shows them",
                    "x",
                    Integer.toString(MARGIN),
                    "y",
                    Integer.toString(height - 8),
                    "fill",
                    Look.FAINT.light());
        }
        return out.close().toString();
    }

    private static int x(int host) {
        return MARGIN + SPAN * host;
    }

    private void axes() {
        for (int i = 0; i < ladder.trace().hosts().size(); i++) {
            Host host = ladder.trace().hosts().get(i);
            String x = Integer.toString(x(i));
            out.tag(
                    "text",
                    host.name(),
                    "x",
                    x,
                    "y",
                    "16",
                    "text-anchor",
                    "middle",
                    "font-weight",
                    "600",
                    "font-size",
                    "13");
            out.tag(
                    "text",
                    host.address().toString(),
                    "x",
                    x,
                    "y",
                    "31",
                    "text-anchor",
                    "middle",
                    "fill",
                    Look.FAINT.light());
            out.empty(
                    "path",
                    "d",
                    "M" + x + " 38V" + (course.height() - Course.LINE),
                    "stroke",
                    Look.LINE.light(),
                    "stroke-width",
                    "2");
        }
    }

    /** A wait that was cut short: the axes are broken and its length stands between them. */
    private void cuts() {
        for (Course.Cut cut : course.cuts()) {
            for (int i = 0; i < ladder.trace().hosts().size(); i++) {
                out.empty(
                        "path",
                        "d",
                        "M" + x(i) + " " + (cut.y() - 6) + "v12",
                        "stroke",
                        Look.PAPER.light(),
                        "stroke-width",
                        "4",
                        "stroke-dasharray",
                        "2 2");
            }
            out.tag(
                    "text",
                    "⋮ " + Transcript.time(cut.length()),
                    "x",
                    Integer.toString(x(0) + 8),
                    "y",
                    Integer.toString(cut.y() + 4),
                    "fill",
                    Look.FAINT.light());
        }
    }

    private void notes() {
        for (Course.Note note : course.notes()) {
            boolean left = note.host() == 0;
            out.tag(
                    "text",
                    cut(note.text(), 28),
                    "x",
                    Integer.toString(x(note.host()) + (left ? -8 : 8)),
                    "y",
                    Integer.toString(note.y() + 4),
                    "text-anchor",
                    left ? "end" : "start",
                    "fill",
                    note.ink().light(),
                    "font-weight",
                    note.ink() == Look.FAINT ? "400" : "600");
        }
    }

    private void arrow(Flight flight) {
        int[] y = course.flight(flight);
        boolean right = flight.from() < flight.to();
        int from = x(flight.from()) + (right ? 2 : -2);
        int to = x(flight.to()) + (right ? -2 : 2);
        Stroke stroke = Stroke.of(ladder.trace(), flight);
        if (flight.fate() == Fate.LOST) {
            to = (from + to) / 2;
        }
        out.open("g", "stroke", stroke.ink().light());
        out.empty("path", dashes(stroke, "d", "M" + from + " " + y[0] + "L" + to + " " + y[1], "fill", "none"));
        out.empty(
                "path",
                "d",
                end(flight, to, y[1], right),
                "fill",
                stroke.hollow() ? Look.PAPER.light() : stroke.ink().light());
        out.close();
    }

    /** The words stand above all the lines. */
    private void words(Flight flight) {
        int[] y = course.flight(flight);
        boolean right = flight.from() < flight.to();
        int from = x(flight.from()) + (right ? 2 : -2);
        int to = flight.fate() == Fate.LOST ? (x(flight.from()) + x(flight.to())) / 2 : x(flight.to());
        label(flight, from, to, y, right, Stroke.of(ladder.trace(), flight));
        time(flight, y[0]);
    }

    private static String[] dashes(Stroke stroke, String... attributes) {
        String[] all = java.util.Arrays.copyOf(
                attributes, attributes.length + (stroke.dashes().isEmpty() ? 0 : 2));
        if (!stroke.dashes().isEmpty()) {
            all[attributes.length] = "stroke-dasharray";
            all[attributes.length + 1] = stroke.dashes();
        }
        return all;
    }

    /** A head for a packet that arrives, a cross for one that does not. */
    private static String end(Flight flight, int x, int y, boolean right) {
        int back = right ? -1 : 1;
        return flight.fate() == Fate.LOST
                ? "M" + (x - 5) + " " + (y - 5) + "l10 10m0 -10l-10 10"
                : "M" + x + " " + y + "l" + 9 * back + " -4l" + 0 + " 7z";
    }

    private void label(Flight flight, int from, int to, int[] y, boolean right, Stroke stroke) {
        double angle = Math.toDegrees(Math.atan2(y[1] - y[0], Math.abs(to - from))) * (right ? 1 : -1);
        int start = from + (right ? 12 : -12);
        String text = cut("#" + (flight.id() + 1) + " " + stroke.sign() + caption.of(flight), LABEL);
        int top = y[0] - 3 + 12 * (y[1] - y[0]) / Math.max(1, Math.abs(to - from));
        out.tag(
                "text",
                text,
                "x",
                Integer.toString(start),
                "y",
                Integer.toString(top),
                "text-anchor",
                right ? "start" : "end",
                "transform",
                "rotate(" + Drawing.px(angle) + " " + start + " " + top + ")",
                "fill",
                (stroke.ink() == Look.FAINT ? Look.INK : stroke.ink()).light());
        if (flight.fate() == Fate.LOST) {
            fault(flight, to, y[1], right);
        }
    }

    private void fault(Flight flight, int x, int y, boolean right) {
        out.tag(
                "text",
                cut(flight.fault(), 44),
                "x",
                Integer.toString(x + (right ? 12 : -12)),
                "y",
                Integer.toString(y + 8),
                "text-anchor",
                right ? "start" : "end",
                "fill",
                Look.ALARM.light(),
                "font-weight",
                "600");
    }

    private void time(Flight flight, int y) {
        boolean left = flight.from() == 0;
        out.tag(
                "text",
                Transcript.time(flight.sentAt()),
                "x",
                Integer.toString(left ? 58 : x(ladder.trace().hosts().size() - 1) + MARGIN - 58),
                "y",
                Integer.toString(y + 4),
                "text-anchor",
                left ? "end" : "start",
                "fill",
                Look.FAINT.light());
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}

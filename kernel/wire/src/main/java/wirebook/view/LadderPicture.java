package wirebook.view;

import java.time.Duration;
import java.util.List;
import wirebook.field.Text;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Host;
import wirebook.replay.Ladder;
import wirebook.replay.Trace;
import wirebook.replay.Transcript;

/** A ladder as a drawing: an axis for each host, an arrow that falls for as long as its packet took. */
final class LadderPicture {
    private static final Axes AXES = Axes.PICTURE;

    private final Ladder ladder;
    private final Course course;
    private final Labels labels;
    private final int width;
    private final int more;
    private final int height;
    private final Drawing out;

    private LadderPicture(Ladder ladder) {
        this.ladder = ladder;
        this.course = new Course(ladder, AXES);
        this.labels = new Labels(ladder, course, AXES);
        this.width = AXES.width(ladder.trace().hosts().size());
        this.more = ladder.trace().flights().size() - ladder.flights().size();
        this.height = course.height() + (more > 0 ? Course.LINE : 0);
        this.out = new Drawing(width, height, ladder.trace().title());
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
        axes();
        course.cuts().forEach(this::cut);
        course.notes().forEach(this::note);
        course.ticks().forEach(this::tick);
        ladder.flights().forEach(this::arrow);
        out.onLines(3);
        ladder.flights().forEach(this::words);
        out.end();
        if (more > 0) {
            out.text(AXES.x(0), height - 8, "start", Look.FAINT, rest(ladder.trace(), more));
        }
        return out.svg();
    }

    private static String rest(Trace trace, int more) {
        return "… " + Text.count(more, "more packet") + " of " + trace.flights().size()
                + "; ladder().range(from, to) shows them";
    }

    private void axes() {
        List<Host> hosts = ladder.trace().hosts();
        for (int i = 0; i < hosts.size(); i++) {
            int x = AXES.x(i);
            out.text(x, 16, "middle", Look.INK, hosts.get(i).name(), "font-weight", "700", "font-size", "13");
            out.text(x, 31, "middle", Look.FAINT, hosts.get(i).address().toString());
            out.line("M" + x + " 38V" + (course.height() - Course.LINE), Look.LINE, 2, "");
        }
        out.text(AXES.times(), 31, "end", Look.FAINT, "ms");
        out.text(width - AXES.times(), 31, "start", Look.FAINT, "ms");
    }

    /** A wait that was cut short: the axes are broken and its length stands between them. */
    private void cut(Course.Cut cut) {
        for (int i = 0; i < ladder.trace().hosts().size(); i++) {
            out.line("M" + AXES.x(i) + " " + (cut.y() - 6) + "v12", Look.PAPER, 4, "2 2");
        }
        out.text(AXES.x(0) + 8, cut.y() + 4, "start", Look.FAINT, "⋮ " + Transcript.time(cut.length()));
    }

    private void note(Course.Note note) {
        boolean left = note.host() == 0;
        String weight = note.ink() == Look.FAINT ? "400" : "700";
        out.text(
                AXES.x(note.host()) + (left ? -8 : 8),
                note.y() + 4,
                left ? "end" : "start",
                note.ink(),
                note.text(),
                "font-weight",
                weight);
    }

    private void tick(Course.Tick tick) {
        int x = tick.left() ? AXES.times() : width - AXES.times();
        out.text(x, tick.y() + 4, tick.left() ? "end" : "start", Look.FAINT, ms(tick.at()));
    }

    /** A time without its unit, which stands above the column. */
    static String ms(Duration at) {
        return Transcript.time(at).replace(" ms", "");
    }

    private void arrow(Flight flight) {
        int[] y = course.flight(flight);
        int from = AXES.start(flight);
        int to = AXES.end(flight);
        Stroke stroke = Stroke.of(ladder.trace(), flight);
        out.line("M" + from + " " + y[0] + "L" + to + " " + y[1], stroke.ink(), 1.5, stroke.dashes());
        if (flight.fate() == Fate.LOST) {
            out.line("M" + (to - 5) + " " + (y[1] - 5) + "l10 10m0 -10l-10 10", stroke.ink(), 2, "");
        } else {
            String head = "M" + to + " " + y[1] + "l" + (from < to ? -9 : 9) + " -4v7z";
            out.fill(head, stroke.hollow() ? Look.PAPER : stroke.ink());
            if (stroke.hollow()) {
                out.line(head, stroke.ink(), 1.5, "");
            }
        }
    }

    /** The words stand above all the lines. */
    private void words(Flight flight) {
        Labels.Label label = labels.of(flight);
        int[] y = course.flight(flight);
        boolean right = flight.from() < flight.to();
        int from = AXES.start(flight);
        int to = AXES.end(flight);
        double slope = (double) (y[1] - y[0]) / Math.max(1, Math.abs(to - from));
        Stroke stroke = Stroke.of(ladder.trace(), flight);
        out.turned(
                from + (right ? label.away() : -label.away()),
                y[0] + slope * label.away() - 3,
                Math.toDegrees(Math.atan(slope)) * (right ? 1 : -1),
                right ? "start" : "end",
                stroke.ink() == Look.FAINT ? Look.INK : stroke.ink(),
                label.text());
        if (flight.fate() == Fate.LOST) {
            out.bold(
                    to + (right ? 12 : -12),
                    y[1] + label.faultDown(),
                    right ? "start" : "end",
                    Look.ALARM,
                    label.fault());
        }
    }
}

package wirebook.view;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wirebook.replay.Plot;
import wirebook.replay.Series;
import wirebook.replay.Series.Point;

/** A plot as a drawing: axes with units, a light grid, series that differ in colour and in dashes or marks. */
final class PlotPicture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 340;
    private static final int LEFT = 72;
    private static final int TOP = 52;
    private static final int RIGHT = WIDTH - 20;
    private static final int BOTTOM = HEIGHT - 44;
    private static final int MOST = 4_000;
    private static final List<Look> INKS = List.of(Look.BLUE, Look.ORANGE, Look.GREEN, Look.PURPLE);
    private static final List<String> DASHES = List.of("", "7 3", "2 2", "8 3 2 3");

    private final Plot plot;
    private final double right;
    private final double top;
    private final Drawing out;

    private PlotPicture(Plot plot) {
        this.plot = plot;
        this.right = points(plot).mapToDouble(PlotPicture::ms).max().orElse(1);
        this.top = Math.max(1, points(plot).mapToDouble(Point::value).max().orElse(1));
        this.out = new Drawing(WIDTH, HEIGHT, plot.title());
    }

    /** How the points of a series are drawn. */
    private enum Style {
        STEPS,
        DOTS,
        RINGS,
        CROSSES;

        /** A variable holds its value; a segment is a mark, and its fate can be told without colours. */
        static Style of(Series series) {
            return switch (series.name()) {
                case "sent" -> DOTS;
                case "retransmitted" -> RINGS;
                case "lost" -> CROSSES;
                default -> STEPS;
            };
        }
    }

    private static Stream<Point> points(Plot plot) {
        return plot.series().stream().flatMap(series -> series.points().stream());
    }

    private static double ms(Point point) {
        return point.at().toNanos() / 1e6;
    }

    static String svg(Plot plot) {
        return new PlotPicture(plot).draw();
    }

    static String alt(Plot plot) {
        return "Plot: " + plot;
    }

    private String draw() {
        out.bold(LEFT, 18, "start", Look.INK, plot.title());
        axes();
        double x = LEFT;
        for (int i = 0; i < plot.series().size(); i++) {
            Series series = plot.series().get(i);
            Look ink = Style.of(series) == Style.CROSSES ? Look.ALARM : INKS.get(i % INKS.size());
            sample(series, x, ink, DASHES.get(i % DASHES.size()));
            out.text(x + 30, 38, "start", Look.INK, series.name());
            x += 50 + 6.4 * series.name().length();
            series(series, ink, DASHES.get(i % DASHES.size()));
        }
        return out.svg();
    }

    private void sample(Series series, double x, Look ink, String dashes) {
        if (Style.of(series) == Style.STEPS) {
            out.line("M" + Drawing.px(x) + " 34h24", ink, 2, dashes);
        } else {
            mark(Style.of(series), x + 14, 34, ink);
        }
    }

    private double x(double ms) {
        return LEFT + (RIGHT - LEFT) * ms / Math.max(right, 1e-9);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP - 8) * value / top;
    }

    private void axes() {
        for (double tick : Ticks.upTo(top)) {
            out.line("M" + LEFT + " " + Drawing.px(y(tick)) + "H" + RIGHT, Look.GRID, 1, "");
            out.text(LEFT - 6, y(tick) + 4, "end", Look.FAINT, Ticks.number(tick));
        }
        for (double tick : Ticks.upTo(right)) {
            out.line("M" + Drawing.px(x(tick)) + " " + BOTTOM + "v5", Look.LINE, 1, "");
            out.text(x(tick), BOTTOM + 18, "middle", Look.FAINT, Ticks.number(tick));
        }
        out.line("M" + LEFT + " " + TOP + "V" + BOTTOM + "H" + RIGHT, Look.LINE, 1.5, "");
        out.text((LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", Look.INK, "time, ms");
        out.turned(16, (TOP + BOTTOM) / 2.0, -90, "middle", Look.INK, units());
    }

    private String units() {
        return String.join(
                ", ", plot.series().stream().map(Series::unit).distinct().toList());
    }

    private void series(Series series, Look ink, String dashes) {
        List<Point> points = thinned(series.points());
        if (Style.of(series) != Style.STEPS) {
            points.forEach(point -> mark(Style.of(series), x(ms(point)), y(point.value()), ink));
            return;
        }
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            String at = Drawing.px(x(ms(point)));
            path.append(path.isEmpty() ? "M" + at + " " : "H" + at + "V").append(Drawing.px(y(point.value())));
        }
        if (!path.isEmpty()) {
            out.line(path.append('H').append(RIGHT).toString(), ink, 2, dashes);
        }
    }

    /** At most four thousand points: more cannot be told apart. */
    private static List<Point> thinned(List<Point> points) {
        int every = (points.size() + MOST - 1) / MOST;
        return every < 2
                ? points
                : IntStream.range(0, points.size())
                        .filter(i -> i % every == 0)
                        .mapToObj(points::get)
                        .toList();
    }

    private void mark(Style style, double x, double y, Look ink) {
        String at = "M" + Drawing.px(x) + " " + Drawing.px(y);
        switch (style) {
            case CROSSES -> out.line(at + "m-4 -4l8 8m0 -8l-8 8", ink, 2, "");
            case RINGS -> out.line(at + "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0", ink, 2, "");
            case DOTS, STEPS -> out.fill(at + "m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0", ink);
        }
    }
}

package wirebook.view;

import java.util.List;
import wirebook.field.Text;
import wirebook.view.Plot.Point;
import wirebook.view.Plot.Series;
import wirebook.view.Plot.Style;

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
    private final Drawing out;

    private PlotPicture(Plot plot) {
        this.plot = plot;
        this.out = new Drawing(WIDTH, HEIGHT, plot.title());
    }

    static String svg(Plot plot) {
        return new PlotPicture(plot).draw();
    }

    static String alt(Plot plot) {
        return "Plot: " + plot.title() + ". " + plot.y() + " over " + plot.x() + ". "
                + String.join(
                        "; ",
                        plot.series().stream()
                                .map(s ->
                                        s.name() + ", " + Text.count(s.points().size(), "point"))
                                .toList());
    }

    private String draw() {
        out.text(LEFT, 18, "start", Look.INK, plot.title(), "600");
        axes();
        double x = LEFT;
        for (int i = 0; i < plot.series().size(); i++) {
            Series series = plot.series().get(i);
            Look ink = series.style() == Style.CROSSES ? Look.ALARM : INKS.get(i % INKS.size());
            sample(series, x, ink, DASHES.get(i % DASHES.size()));
            out.text(x + 30, 38, "start", Look.INK, series.name());
            x += 50 + 6.4 * series.name().length();
            series(series, ink, DASHES.get(i % DASHES.size()));
        }
        return out.svg();
    }

    private void sample(Series series, double x, Look ink, String dashes) {
        if (series.style() == Style.STEPS) {
            out.line("M" + Drawing.px(x) + " 34h24", ink, 2, dashes);
        } else {
            mark(series.style(), x + 14, 34, ink);
        }
    }

    private double x(double value) {
        return LEFT + (RIGHT - LEFT) * value / Math.max(plot.right(), 1e-9);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP - 8) * value / plot.top();
    }

    private void axes() {
        for (double tick : Plot.ticks(plot.top())) {
            out.line("M" + LEFT + " " + Drawing.px(y(tick)) + "H" + RIGHT, Look.GRID, 1, "");
            out.text(LEFT - 6, y(tick) + 4, "end", Look.FAINT, Plot.number(tick));
        }
        for (double tick : Plot.ticks(plot.right())) {
            out.line("M" + Drawing.px(x(tick)) + " " + BOTTOM + "v5", Look.LINE, 1, "");
            out.text(x(tick), BOTTOM + 18, "middle", Look.FAINT, Plot.number(tick));
        }
        out.line("M" + LEFT + " " + TOP + "V" + BOTTOM + "H" + RIGHT, Look.LINE, 1.5, "");
        out.text((LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", Look.INK, plot.x());
        out.upright(16, (TOP + BOTTOM) / 2.0, Look.INK, plot.y());
    }

    private void series(Series series, Look ink, String dashes) {
        List<Point> points = thinned(series.points());
        if (series.style() != Style.STEPS) {
            points.forEach(point -> mark(series.style(), x(point.x()), y(point.y()), ink));
            return;
        }
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" + Drawing.px(x(point.x())) + " " : "H" + Drawing.px(x(point.x())) + "V")
                    .append(Drawing.px(y(point.y())));
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
                : java.util.stream.IntStream.range(0, points.size())
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

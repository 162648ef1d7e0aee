package wirebook.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A plot: values over time, with units on both axes.
 *
 * @param title what is plotted
 * @param x what the horizontal axis says, with its unit
 * @param y what the vertical axis says, with its unit
 * @param series the lines and marks
 */
public record Plot(String title, String x, String y, List<Series> series) {
    private static final int COLUMNS = 68;
    private static final int LINES = 16;

    /** Copies the list. */
    public Plot {
        series = List.copyOf(series);
    }

    /** How the points of a series are drawn. */
    public enum Style {
        /** A value holds until the next one. */
        STEPS,
        /** A dot each. */
        DOTS,
        /** A cross each: something that went wrong. */
        CROSSES,
        /** A ring each: something that was done again. */
        RINGS
    }

    /**
     * A place in a plot.
     *
     * @param x in the unit of the horizontal axis
     * @param y in the unit of the vertical axis
     */
    public record Point(double x, double y) {}

    /**
     * Points that belong together.
     *
     * @param name what the legend says
     * @param style how they are drawn
     * @param points in order of x
     */
    public record Series(String name, Style style, List<Point> points) {
        /** Copies the list. */
        public Series {
            points = List.copyOf(points);
        }
    }

    /** The largest value on the horizontal axis; at least a little. */
    double right() {
        return all(true).max().orElse(1);
    }

    /** The largest value on the vertical axis; at least a little. */
    double top() {
        return Math.max(1, all(false).max().orElse(1));
    }

    private DoubleStream all(boolean horizontal) {
        return series.stream().flatMap(s -> s.points().stream()).mapToDouble(p -> horizontal ? p.x() : p.y());
    }

    /** Round numbers from 0 up to {@code most}, some five of them. */
    static List<Double> ticks(double most) {
        double rough = Math.max(most, 1e-9) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= most * 1.0000001; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A number as an axis writes it. */
    static String number(double value) {
        return new BigDecimal(String.format(Locale.ROOT, "%.3f", value))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public String toString() {
        char[][] sheet = new char[LINES][COLUMNS];
        for (char[] line : sheet) {
            java.util.Arrays.fill(line, ' ');
        }
        for (Series one : series) {
            mark(sheet, one);
        }
        StringBuilder out = new StringBuilder(title).append('\n').append(y).append('\n');
        for (int line = 0; line < LINES; line++) {
            String edge = line == 0 ? number(top()) : line == LINES - 1 ? "0" : "";
            out.append(String.format(Locale.ROOT, "%9s │", edge))
                    .append(new String(sheet[line]).stripTrailing())
                    .append('\n');
        }
        String end = number(right());
        out.append(" ".repeat(10)).append('└').append("─".repeat(COLUMNS)).append('\n');
        out.append(" ".repeat(11))
                .append('0')
                .append(" ".repeat(COLUMNS - 1 - end.length()))
                .append(end)
                .append('\n');
        out.append(" ".repeat(11)).append(x).append('\n');
        for (Series one : series) {
            out.append("  ").append(sign(one)).append("  ").append(one.name()).append(", ");
            out.append(wirebook.field.Text.count(one.points().size(), "point")).append('\n');
        }
        return out.toString().stripTrailing();
    }

    /** The sign of a series in text: by its style, and for lines by its place. */
    private char sign(Series one) {
        return switch (one.style()) {
            case STEPS -> "-=~_".charAt(series.indexOf(one) % 4);
            case DOTS -> '·';
            case CROSSES -> '×';
            case RINGS -> 'o';
        };
    }

    private void mark(char[][] sheet, Series one) {
        int last = -1;
        for (int i = 0; i < one.points().size(); i++) {
            Point point = one.points().get(i);
            int column = column(point.x());
            int line = (int) Math.round((LINES - 1) * (1 - Math.clamp(point.y() / top(), 0, 1)));
            int end = one.style() != Style.STEPS
                    ? column
                    : i + 1 < one.points().size()
                            ? column(one.points().get(i + 1).x()) - 1
                            : COLUMNS - 1;
            for (int at = Math.max(column, last); at <= Math.max(column, end); at++) {
                sheet[line][at] = sign(one);
            }
            last = column;
        }
    }

    private int column(double value) {
        return (int) Math.round((COLUMNS - 1) * Math.clamp(value / Math.max(right(), 1e-9), 0, 1));
    }
}

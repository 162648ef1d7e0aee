package wirebook.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wirebook.view.StateDiagram.Arrow;

/** A state diagram as a drawing, its states where RFC 9293 (figure 5) has them; others stand in rows below. */
final class StatePicture {
    private static final int WIDTH = 860;
    private static final int ROW = 92;
    private static final int HALF = 62;
    private static final int TALL = 15;

    /** The states of TCP: column (thirds of the width, from the left) and row. */
    private static final Map<String, double[]> PLACES = Map.ofEntries(
            Map.entry("CLOSED", new double[] {3, 0}),
            Map.entry("LISTEN", new double[] {3, 1}),
            Map.entry("SYN-RECEIVED", new double[] {1, 2}),
            Map.entry("SYN-SENT", new double[] {5, 2}),
            Map.entry("ESTABLISHED", new double[] {3, 3}),
            Map.entry("FIN-WAIT-1", new double[] {1, 4}),
            Map.entry("CLOSE-WAIT", new double[] {5, 4}),
            Map.entry("FIN-WAIT-2", new double[] {1, 5}),
            Map.entry("CLOSING", new double[] {3, 5}),
            Map.entry("LAST-ACK", new double[] {5, 5}),
            Map.entry("TIME-WAIT", new double[] {2, 6}),
            Map.entry("CLOSED ", new double[] {5, 6}));

    private final StateDiagram diagram;
    private final Map<String, double[]> places = new LinkedHashMap<>(PLACES);
    private final Drawing out;

    private StatePicture(StateDiagram diagram) {
        this.diagram = diagram;
        strangers();
        double low =
                places.values().stream().mapToDouble(place -> place[1]).max().orElse(0);
        this.out = new Drawing(WIDTH, (int) (low * ROW) + 100, alt(diagram));
    }

    static String alt(StateDiagram diagram) {
        return "State diagram"
                + (diagram.path().isEmpty()
                        ? ""
                        : "; the path so far: " + String.join(", ", diagram.path()) + "; now in " + diagram.present());
    }

    static String svg(StateDiagram diagram) {
        return new StatePicture(diagram).draw();
    }

    /** States that are not TCP's get rows of their own. */
    private void strangers() {
        int extra = 0;
        for (Arrow arrow : diagram.arrows()) {
            for (String state : List.of(arrow.from(), arrow.to())) {
                if (!places.containsKey(state)) {
                    places.put(state, new double[] {1 + 2.0 * (extra % 3), 7 + extra / 3});
                    extra++;
                }
            }
        }
    }

    private String draw() {
        Map<List<String>, List<Arrow>> pairs = new LinkedHashMap<>();
        for (Arrow arrow : diagram.arrows()) {
            if (!everywhere(arrow) || onlyWay(arrow)) {
                pairs.computeIfAbsent(List.of(arrow.from(), low(arrow)), _ -> new ArrayList<>())
                        .add(arrow);
            }
        }
        pairs.forEach((ends, arrows) -> line(ends, pairs.containsKey(ends.reversed()), arrows));
        out.onLines(6);
        pairs.forEach((ends, arrows) -> label(ends, pairs.containsKey(ends.reversed()), arrows));
        out.end();
        places.keySet().stream().filter(this::used).sorted().forEach(this::state);
        if (diagram.arrows().stream().anyMatch(StatePicture::everywhere)) {
            out.text(12, 18, "start", Look.FAINT, "RST, ABORT and the user timeout");
            out.text(12, 33, "start", Look.FAINT, "lead to CLOSED; drawn where taken");
        }
        return out.svg();
    }

    /** What leads from almost every state to CLOSED and would hide the rest. */
    private static boolean everywhere(Arrow arrow) {
        return arrow.event().endsWith("RST")
                || arrow.event().equals("ABORT")
                || arrow.event().toLowerCase(Locale.ROOT).startsWith("user timeout");
    }

    /** Whether the path went where no ordinary arrow leads. */
    private boolean onlyWay(Arrow arrow) {
        return diagram.passed(arrow.from(), arrow.to())
                && diagram.arrows().stream()
                        .noneMatch(other -> other.from().equals(arrow.from())
                                && other.to().equals(arrow.to())
                                && !everywhere(other));
    }

    /** The end of a connection is drawn below its beginning: CLOSED stands there once more. */
    private static String low(Arrow arrow) {
        double[] from = PLACES.get(arrow.from());
        return arrow.to().equals("CLOSED") && from != null && from[1] > 2 ? "CLOSED " : arrow.to();
    }

    private boolean used(String state) {
        return diagram.arrows().stream()
                .anyMatch(arrow -> arrow.from().equals(state) || low(arrow).equals(state));
    }

    private double x(String state) {
        return WIDTH * places.getOrDefault(state, new double[] {3, 0})[0] / 6;
    }

    private double y(String state) {
        return 40 + ROW * places.getOrDefault(state, new double[] {3, 0})[1];
    }

    private void state(String state) {
        boolean been =
                state.strip().equals("CLOSED") ? closed(state) : diagram.path().contains(state);
        boolean lit = been && diagram.present().equals(state.strip());
        out.box(
                x(state) - HALF,
                y(state) - TALL,
                2 * HALF,
                2 * TALL,
                lit ? Look.MARKED : been ? Look.CHANGED : Look.PAPER,
                been ? Look.ACCENT : Look.LINE,
                state.strip() + (lit ? ": the present state" : been ? ": passed" : ""),
                "rx",
                "3",
                "stroke-width",
                lit ? "3" : been ? "2" : "1");
        out.text(
                x(state),
                y(state) + 4,
                "middle",
                Look.INK,
                (lit ? "● " : "") + state.strip(),
                "font-weight",
                been ? "700" : "400");
    }

    /** Of the two boxes for CLOSED, the lower one is where a connection ends. */
    private boolean closed(String state) {
        List<String> path = diagram.path();
        boolean over = path.size() > 1 && path.getLast().equals("CLOSED");
        return state.equals("CLOSED")
                ? !path.isEmpty() && !over && path.getFirst().equals("CLOSED")
                : over;
    }

    /** From rim to rim; two arrows between the same states keep apart. */
    private double[] way(List<String> ends, boolean both) {
        double dx = x(ends.get(1)) - x(ends.get(0));
        double dy = y(ends.get(1)) - y(ends.get(0));
        double length = Math.max(1, Math.hypot(dx, dy));
        double aside = both ? 14 : 0;
        double shiftX = -dy / length * aside;
        double shiftY = dx / length * aside;
        double fromX = x(ends.get(0)) + shiftX;
        double fromY = y(ends.get(0)) + shiftY;
        double leave = rim(fromX - x(ends.get(0)), fromY - y(ends.get(0)), dx, dy);
        double reach = rim(shiftX, shiftY, -dx, -dy);
        return new double[] {fromX + dx * leave, fromY + dy * leave, fromX + dx * (1 - reach), fromY + dy * (1 - reach)
        };
    }

    /** Which share of the way leads from a place in a box to its rim. */
    private static double rim(double x, double y, double dx, double dy) {
        double side = dx == 0 ? 1 : (Math.copySign(HALF, dx) - x) / dx;
        double level = dy == 0 ? 1 : (Math.copySign(TALL, dy) - y) / dy;
        return Math.clamp(Math.min(side, level), 0, 1);
    }

    private void line(List<String> ends, boolean both, List<Arrow> arrows) {
        boolean passed = arrows.stream().anyMatch(arrow -> diagram.passed(arrow.from(), arrow.to()));
        Look ink = passed ? Look.ACCENT : Look.LINE;
        double[] way = way(ends, both);
        double angle = Math.atan2(way[3] - way[1], way[2] - way[0]);
        out.line(
                "M" + Drawing.px(way[0]) + " " + Drawing.px(way[1]) + "L" + Drawing.px(way[2]) + " "
                        + Drawing.px(way[3]),
                ink,
                passed ? 3 : 1.2,
                "");
        out.fill(
                "M" + Drawing.px(way[2]) + " " + Drawing.px(way[3]) + "L" + wing(way, angle + 2.75) + "L"
                        + wing(way, angle - 2.75) + "z",
                ink);
    }

    private static String wing(double[] way, double angle) {
        return Drawing.px(way[2] + 10 * Math.cos(angle)) + " " + Drawing.px(way[3] + 10 * Math.sin(angle));
    }

    private void label(List<String> ends, boolean both, List<Arrow> arrows) {
        double[] way = way(ends, both);
        double part = both ? 0.35 : 0.5;
        double x = way[0] + (way[2] - way[0]) * part;
        double y = way[1] + (way[3] - way[1]) * part + 4 - 6.5 * (arrows.size() - 1);
        for (Arrow arrow : arrows) {
            boolean passed = diagram.passed(arrow.from(), arrow.to());
            out.text(x, y, "middle", passed ? Look.ACCENT : Look.FAINT, arrow.sign());
            y += 13;
        }
    }
}

package wirebook.view;

import java.time.Duration;
import java.util.List;
import wirebook.replay.Transcript;
import wirebook.replay.Waterfall;
import wirebook.replay.Waterfall.Row;

/** Waterfalls as one drawing on one scale: a bar a request; its phases differ in tint, height and name. */
final class WaterfallPicture {
    private static final int LEFT = 250;
    private static final int RIGHT = 760;
    private static final int ROW = 24;
    private static final int TOP = 50;
    private static final int MOST = 100;

    private final List<Waterfall> waterfalls;
    private final double end;
    private final Drawing out;
    private final int height;
    private int y = TOP;

    private WaterfallPicture(List<Waterfall> waterfalls) {
        this.waterfalls = waterfalls;
        this.end = waterfalls.stream()
                .mapToDouble(waterfall -> ms(waterfall.end()))
                .max()
                .orElse(1);
        int rows = waterfalls.stream()
                .mapToInt(w -> 1 + Math.min(MOST, w.rows().size()))
                .sum();
        this.height = TOP + ROW * rows + 44;
        this.out = new Drawing(RIGHT + 110, height, alt(waterfalls));
    }

    /** The ways in which a request spends its time; waiting is thin, so that they can be told apart without tints. */
    private enum Phase {
        HANDSHAKE("handshake", Look.TRANSPORT, 2),
        WAITING("waiting", Look.PAPER, 5),
        TRANSFER("transfer", Look.NETWORK, 0);

        private final String words;
        private final Look tint;
        private final int inset;

        Phase(String words, Look tint, int inset) {
            this.words = words;
            this.tint = tint;
            this.inset = inset;
        }
    }

    static String alt(List<Waterfall> waterfalls) {
        return "Waterfall: "
                + String.join(
                        "; ",
                        waterfalls.stream()
                                .map(w -> w.title() + ", "
                                        + wirebook.field.Text.count(w.rows().size(), "request") + ", done after "
                                        + Transcript.time(w.end()))
                                .toList());
    }

    static String svg(List<Waterfall> waterfalls) {
        return new WaterfallPicture(waterfalls).draw();
    }

    private static double ms(Duration time) {
        return time.toNanos() / 1e6;
    }

    private double x(double ms) {
        return LEFT + (RIGHT - LEFT) * ms / Math.max(end, 1e-9);
    }

    private String draw() {
        legend();
        for (double tick : Ticks.upTo(end)) {
            out.line("M" + Drawing.px(x(tick)) + " " + (TOP - 8) + "V" + (height - 40), Look.GRID, 1, "");
            out.text(x(tick), height - 26, "middle", Look.FAINT, Ticks.number(tick));
        }
        out.text((LEFT + RIGHT) / 2.0, height - 8, "middle", Look.INK, "time, ms");
        waterfalls.forEach(this::waterfall);
        return out.svg();
    }

    private void legend() {
        double x = LEFT;
        for (Phase phase : Phase.values()) {
            out.box(x, 13 + phase.inset, 18, 14 - 2.0 * phase.inset, phase.tint, Look.LINE, phase.words);
            out.text(x + 24, 24, "start", Look.INK, phase.words);
            x += 110;
        }
    }

    private void waterfall(Waterfall waterfall) {
        out.bold(12, y + 15, "start", Look.INK, Look.clip(waterfall.title(), LEFT - 24));
        out.bold(x(ms(waterfall.end())) + 6, y + 15, "start", Look.INK, Transcript.time(waterfall.end()));
        y += ROW;
        waterfall.rows().stream().limit(MOST).forEach(this::row);
        int more = waterfall.rows().size() - MOST;
        if (more > 0) {
            out.text(LEFT, y + 15, "start", Look.FAINT, "… " + more + " more requests");
        }
    }

    private void row(Row row) {
        String on = row.connection() < 0 ? "" : "#" + (row.connection() + 1) + "  ";
        out.text(LEFT - 8, y + 15, "end", Look.INK, Look.clip(on + row.label(), LEFT - 20));
        Duration established = row.start().plus(row.handshake());
        Duration first = established.plus(row.waiting());
        phase(Phase.HANDSHAKE, row.start(), established);
        phase(Phase.WAITING, established, first);
        phase(Phase.TRANSFER, first, row.end());
        out.text(x(ms(row.end())) + 6, y + 15, "start", Look.FAINT, Transcript.time(row.end()));
        y += ROW;
    }

    private void phase(Phase phase, Duration from, Duration to) {
        if (phase != Phase.TRANSFER && from.equals(to)) {
            return;
        }
        out.box(
                x(ms(from)),
                y + 3.0 + phase.inset,
                Math.max(1, x(ms(to)) - x(ms(from))),
                16 - 2.0 * phase.inset,
                phase.tint,
                Look.LINE,
                phase.words + ", " + Transcript.time(from) + " to " + Transcript.time(to));
    }
}

package wirebook.view;

import wirebook.replay.Transcript;
import wirebook.view.Waterfall.Bar;
import wirebook.view.Waterfall.Phase;
import wirebook.view.Waterfall.What;

/** A waterfall as a drawing: a bar a request, all on one scale; phases differ in tint, height and name. */
final class WaterfallPicture {
    private static final int LEFT = 260;
    private static final int RIGHT = 800;
    private static final int ROW = 24;
    private static final int TOP = 58;

    private WaterfallPicture() {}

    static String alt(Waterfall waterfall) {
        return "Waterfall: " + waterfall.title() + ". "
                + wirebook.field.Text.count(waterfall.bars().size(), "request") + ", done after "
                + Transcript.time(waterfall.end());
    }

    static String svg(Waterfall waterfall) {
        long groups = waterfall.bars().stream()
                .map(Bar::group)
                .filter(g -> !g.isEmpty())
                .distinct()
                .count();
        int height = TOP + ROW * (waterfall.bars().size() + (int) groups) + 40;
        Drawing out = new Drawing(RIGHT + 90, height, waterfall.title());
        out.text(12, 18, "start", Look.INK, waterfall.title(), "600");
        legend(out);
        double end = Math.max(1, waterfall.end().toNanos()) / 1e6;
        for (double tick : Plot.ticks(end)) {
            double x = LEFT + (RIGHT - LEFT) * tick / end;
            out.line("M" + Drawing.px(x) + " " + (TOP - 8) + "V" + (height - 34), Look.GRID, 1, "");
            out.text(x, height - 20, "middle", Look.FAINT, Plot.number(tick));
        }
        out.text((LEFT + RIGHT) / 2.0, height - 5, "middle", Look.INK, "time, ms");
        int y = TOP;
        String group = "";
        for (Bar bar : waterfall.bars()) {
            if (!bar.group().equals(group)) {
                group = bar.group();
                out.text(12, y + 15, "start", Look.INK, group, "600");
                y += ROW;
            }
            bar(out, bar, y, end);
            y += ROW;
        }
        return out.svg();
    }

    private static void legend(Drawing out) {
        double x = LEFT;
        for (What what : What.values()) {
            out.box(x, 29 + inset(what), 18, 12 - 2.0 * inset(what), tint(what), Look.LINE, 1, name(what));
            out.text(x + 24, 39, "start", Look.INK, name(what));
            x += 110;
        }
    }

    private static void bar(Drawing out, Bar bar, int y, double end) {
        String label = Waterfall.label(bar);
        out.text(LEFT - 8, y + 15, "end", Look.INK, label.length() > 42 ? label.substring(0, 41) + "…" : label);
        for (Phase phase : bar.phases()) {
            double from = LEFT + (RIGHT - LEFT) * phase.from().toNanos() / 1e6 / end;
            double to = LEFT + (RIGHT - LEFT) * phase.to().toNanos() / 1e6 / end;
            out.box(
                    from,
                    y + 3.0 + inset(phase.what()),
                    Math.max(1, to - from),
                    16 - 2.0 * inset(phase.what()),
                    tint(phase.what()),
                    Look.LINE,
                    1,
                    name(phase.what()) + " " + Transcript.time(phase.from()) + " to " + Transcript.time(phase.to()));
        }
        double last = LEFT + (RIGHT - LEFT) * bar.end().toNanos() / 1e6 / end;
        out.text(last + 6, y + 15, "start", Look.FAINT, Transcript.time(bar.end()));
    }

    private static String name(What what) {
        return what.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Look tint(What what) {
        return switch (what) {
            case HANDSHAKE -> Look.TRANSPORT;
            case WAITING -> Look.PAPER;
            case TRANSFER -> Look.NETWORK;
        };
    }

    /** Waiting is thin, so that the phases can be told apart without their tints. */
    private static int inset(What what) {
        return switch (what) {
            case HANDSHAKE -> 2;
            case WAITING -> 5;
            case TRANSFER -> 0;
        };
    }
}

package wirebook.view;

import java.util.ArrayList;
import java.util.List;
import wirebook.replay.Strip;
import wirebook.replay.Strip.Range;

/** A buffer as a strip: each range a block with its condition in it, a gap where octets are missing. */
final class StripPicture {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 38;
    private static final int LEAST = 28;

    private StripPicture() {}

    static String svg(Strip strip) {
        Markup out = new Markup();
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                Integer.toString(WIDTH),
                "height",
                Integer.toString(HEIGHT),
                "font-family",
                Look.SANS,
                "font-size",
                "10");
        out.empty("rect", "width", "100%", "height", "100%", "fill", Look.PAPER.light());
        List<Range> blocks = blocks(strip);
        int[] x = edges(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            block(out, blocks.get(i), x[i], x[i + 1]);
        }
        return out.close().toString();
    }

    /** The ranges with what is missing between them. */
    static List<Range> blocks(Strip strip) {
        List<Range> blocks = new ArrayList<>();
        for (Range range : strip.ranges()) {
            if (range.from() == range.to()) {
                continue;
            }
            if (!blocks.isEmpty() && blocks.getLast().to() < range.from()) {
                blocks.add(new Range(blocks.getLast().to(), range.from(), "missing"));
            }
            blocks.add(range);
        }
        return blocks;
    }

    /** Where the blocks begin and end: as wide as they have octets, but wide enough to be seen. */
    private static int[] edges(List<Range> blocks) {
        long octets = Math.max(1, blocks.getLast().to() - blocks.getFirst().from());
        int[] x = new int[blocks.size() + 1];
        double free = WIDTH - 2.0 - LEAST * blocks.size();
        double at = 1;
        for (int i = 0; i < blocks.size(); i++) {
            x[i] = (int) at;
            at += LEAST
                    + Math.max(0, free) * (blocks.get(i).to() - blocks.get(i).from()) / octets;
        }
        x[blocks.size()] = (int) at;
        return x;
    }

    private static void block(Markup out, Range range, int from, int to) {
        boolean missing = range.condition().equals("missing");
        out.within("g", g -> {
            g.tag("title", range.from() + " to " + range.to() + ": " + range.condition());
            g.empty(
                    "rect",
                    "x",
                    Integer.toString(from),
                    "y",
                    "14",
                    "width",
                    Integer.toString(Math.max(1, to - from - 1)),
                    "height",
                    "20",
                    "fill",
                    tint(range.condition()).light(),
                    "stroke",
                    (missing ? Look.ALARM : Look.LINE).light(),
                    "stroke-dasharray",
                    missing ? "3 2" : "none");
            int room = (to - from) / 6;
            String word = range.condition().length() > room
                    ? range.condition()
                            .substring(
                                    0,
                                    Math.max(0, Math.min(room, range.condition().length())))
                    : range.condition();
            g.tag("text", word, "x", Integer.toString(from + 3), "y", "28", "fill", Look.INK.light());
            g.tag(
                    "text",
                    Long.toString(range.from()),
                    "x",
                    Integer.toString(from),
                    "y",
                    "10",
                    "fill",
                    Look.FAINT.light());
        });
    }

    /** The tint of a condition. */
    static Look tint(String condition) {
        return switch (condition) {
            case "acknowledged", "sacked", "read" -> Look.APPLICATION;
            case "in flight", "ready" -> Look.NETWORK;
            case "waiting", "out of order" -> Look.TRANSPORT;
            case "missing", "lost" -> Look.ALARMED;
            default -> Look.PAPER;
        };
    }
}

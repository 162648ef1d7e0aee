package wirebook.view;

import java.util.ArrayList;
import java.util.List;
import wirebook.replay.Strip;
import wirebook.replay.Strip.Range;

/** A buffer as a strip: each range a block with its condition in it, a gap where octets are missing. */
final class StripPicture {
    static final int WIDTH = 420;
    static final int HEIGHT = 38;
    private static final int LEAST = 40;

    private StripPicture() {}

    static String svg(Strip strip) {
        Drawing out = new Drawing(WIDTH, HEIGHT, strip.toString());
        List<Range> blocks = blocks(strip);
        int[] x = edges(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            block(out, blocks.get(i), x[i], x[i + 1]);
        }
        return out.svg();
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
        int least = Math.min(LEAST, WIDTH / blocks.size());
        double free = WIDTH - 2.0 - least * blocks.size();
        double at = 1;
        for (int i = 0; i < blocks.size(); i++) {
            x[i] = (int) at;
            at += least
                    + Math.max(0, free) * (blocks.get(i).to() - blocks.get(i).from()) / octets;
        }
        x[blocks.size()] = (int) at;
        return x;
    }

    private static void block(Drawing out, Range range, int from, int to) {
        boolean missing = range.condition().equals("missing");
        out.box(
                from,
                14,
                Math.max(1, to - from - 1),
                20,
                tint(range.condition()),
                missing ? Look.ALARM : Look.LINE,
                range.from() + " to " + range.to() + ": " + range.condition(),
                "stroke-dasharray",
                missing ? "3 2" : "none");
        out.text(from + 3, 28, "start", Look.INK, Look.clip(range.condition(), to - from - 4));
        String number = Long.toString(range.from());
        if (Look.width(number) <= to - from) {
            out.text(from, 11, "start", Look.FAINT, number);
        }
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

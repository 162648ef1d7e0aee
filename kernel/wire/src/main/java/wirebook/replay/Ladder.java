package wirebook.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import wirebook.field.Shown;

/**
 * A trace as a ladder: a time axis for each host and an arrow for each packet.
 *
 * @param trace what is drawn
 * @param from the first flight that is drawn
 * @param to the flight behind the last that is drawn
 */
public record Ladder(Trace trace, int from, int to) implements Shown {
    /** The most packets that are drawn unless a range is asked for. */
    static final int MOST = 200;

    private static final int GAP = 64;

    /** The ladder of a trace's first 200 packets. */
    public static Ladder of(Trace trace) {
        return new Ladder(trace, 0, Math.min(MOST, trace.flights().size()));
    }

    /** This ladder from packet {@code first} up to {@code end}, from 0. */
    public Ladder range(int first, int end) {
        return new Ladder(
                trace, Math.max(0, first), Math.min(end, trace.flights().size()));
    }

    /** This ladder with sequence numbers as they are on the wire, not relative to the initial ones. */
    public Ladder absolute() {
        return new Ladder(trace.absolute(), from, to);
    }

    /** The flights that are drawn. */
    public List<Flight> flights() {
        return trace.flights().subList(from, to);
    }

    /** Whether a flight was overtaken: another one, sent later in the same direction, arrived before it. */
    public static boolean overtaken(Trace trace, Flight flight) {
        return flight.fate() != Fate.LOST
                && trace.flights().stream()
                        .skip(flight.id() + 1L)
                        .limit(MOST)
                        .anyMatch(later -> later.from() == flight.from()
                                && later.to() == flight.to()
                                && later.fate() != Fate.LOST
                                && later.endedAt().compareTo(flight.endedAt()) < 0);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        String axes =
                ("|" + " ".repeat(GAP - 1)).repeat(Math.max(0, trace.hosts().size() - 1)) + "|";
        out.append(" ".repeat(12));
        out.append(names());
        out.append('\n').append(" ".repeat(12)).append(axes).append('\n');
        Caption caption = new Caption(trace, to);
        List<Mark> marks = new ArrayList<>();
        flights().forEach(flight -> marks.addAll(marks(flight, caption.of(flight))));
        marks.sort(Comparator.comparing(Mark::at));
        marks.forEach(mark -> out.append(mark.draw(axes)).append('\n'));
        int more = trace.flights().size() - (to - from);
        if (more > 0) {
            out.append("… ").append(more).append(" more packets; ladder().range(from, to) shows them\n");
        }
        return out.toString().stripTrailing();
    }

    /** The hosts' names where their axes begin; the last one ends above its own, so that no line is longer than the drawing. */
    private String names() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < trace.hosts().size(); i++) {
            String name = trace.hosts().get(i).toString();
            boolean last = i > 0 && i == trace.hosts().size() - 1;
            int from = i * GAP - (last ? name.length() - 1 : 0);
            out.append(" ".repeat(Math.max(i == 0 ? 0 : 1, from - out.length())))
                    .append(name);
        }
        return out.toString();
    }

    private static List<Mark> marks(Flight flight, String caption) {
        return List.of(
                new Mark(flight.sentAt(), flight, caption, true),
                new Mark(flight.endedAt(), flight, flight.fault(), false));
    }

    /** One line of the text ladder: a packet that leaves, or one that arrives. */
    private record Mark(Duration at, Flight flight, String label, boolean leaves) {
        String draw(String axes) {
            boolean right = flight.from() < flight.to();
            String time = String.format(Locale.ROOT, "%10s  ", Transcript.time(at));
            int left = Math.min(flight.from(), flight.to());
            int width = GAP * Math.abs(flight.to() - flight.from()) - 1;
            String body = leaves ? tail(right, width) : head(right, width);
            return time
                    + axes.substring(0, left * GAP + 1)
                    + body
                    + axes.substring(Math.min(axes.length(), left * GAP + 1 + width));
        }

        private String tail(boolean right, int width) {
            String text = " #" + (flight.id() + 1) + " " + label + " ";
            String cut = text.length() > width - 3 ? text.substring(0, width - 4) + "…" : text;
            String lost = flight.fate() == Fate.LOST ? " " : "-";
            int rest = width - cut.length();
            return right ? "--" + cut + lost.repeat(rest - 2) : lost.repeat(rest - 2) + cut + "--";
        }

        private String head(boolean right, int width) {
            boolean lost = flight.fate() == Fate.LOST;
            String text = (lost ? " X #" : " #") + (flight.id() + 1) + (label.isEmpty() ? "" : " " + label) + " ";
            String cut = text.length() > width - 3 ? text.substring(0, width - 4) + "…" : text;
            int rest = width - cut.length();
            if (lost) {
                return " ".repeat(rest / 2) + cut + " ".repeat(rest - rest / 2);
            }
            return right ? " ".repeat(rest - 3) + cut + "-->" : "<--" + cut + " ".repeat(rest - 3);
        }
    }
}

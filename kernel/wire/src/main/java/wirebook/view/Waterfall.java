package wirebook.view;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import wirebook.replay.Transcript;

/**
 * Requests on one time scale, each a bar that is divided into handshake, waiting and transfer.
 *
 * @param title what was requested
 * @param bars the requests, in the order in which they are drawn
 */
public record Waterfall(String title, List<Bar> bars) {
    private static final int COLUMNS = 60;

    /** Copies the list. */
    public Waterfall {
        bars = List.copyOf(bars);
    }

    /**
     * One request.
     *
     * @param group what the bar belongs to where several runs are compared; empty otherwise
     * @param connection the connection that carried it
     * @param request its request-line or target
     * @param phases its phases in order of time
     */
    public record Bar(String group, String connection, String request, List<Phase> phases) {
        /** Copies the list. */
        public Bar {
            phases = List.copyOf(phases);
        }

        /** When its last phase ends. */
        public Duration end() {
            return phases.isEmpty() ? Duration.ZERO : phases.getLast().to();
        }

        /** This bar in a group. */
        public Bar in(String newGroup) {
            return new Bar(newGroup, connection, request, phases);
        }
    }

    /**
     * A stretch of time that a request spent in one way.
     *
     * @param what how it was spent
     * @param from since the start of the run
     * @param to since the start of the run
     */
    public record Phase(What what, Duration from, Duration to) {}

    /** The ways in which a request spends its time. */
    public enum What {
        /** The connection was being opened. */
        HANDSHAKE('='),
        /** The request was under way, and no octet of its response had come. */
        WAITING('.'),
        /** Octets of the response came. */
        TRANSFER('#');

        private final char sign;

        What(char sign) {
            this.sign = sign;
        }
    }

    /** When the last bar ends. */
    public Duration end() {
        return bars.stream().map(Bar::end).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
        int width = bars.stream().mapToInt(bar -> label(bar).length()).max().orElse(0);
        StringBuilder out = new StringBuilder(title).append('\n');
        String group = "";
        for (Bar bar : bars) {
            if (!bar.group().equals(group)) {
                group = bar.group();
                out.append(group).append('\n');
            }
            out.append(String.format(Locale.ROOT, "%-" + (width + 2) + "s", label(bar)))
                    .append(line(bar))
                    .append("  ")
                    .append(Transcript.time(bar.end()))
                    .append('\n');
        }
        return out.append("= handshake  . waiting  # transfer; the line is ")
                .append(Transcript.time(end()))
                .append(" long")
                .toString();
    }

    /** What stands beside a bar. */
    static String label(Bar bar) {
        return bar.connection() + "  " + bar.request();
    }

    private String line(Bar bar) {
        char[] line = " ".repeat(COLUMNS).toCharArray();
        for (Phase phase : bar.phases()) {
            int to = Math.max(column(phase.from()) + 1, column(phase.to()));
            for (int at = column(phase.from()); at < Math.min(to, COLUMNS); at++) {
                line[at] = phase.what().sign;
            }
        }
        return "|" + new String(line) + "|";
    }

    private int column(Duration time) {
        return (int) (COLUMNS * time.toNanos() / Math.max(1, end().toNanos()));
    }
}

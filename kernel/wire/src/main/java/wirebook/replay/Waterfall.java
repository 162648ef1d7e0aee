package wirebook.replay;

import java.time.Duration;
import java.util.List;
import wirebook.field.Shown;

/**
 * Requests on one scale of time, each divided into handshake, waiting and transfer.
 *
 * @param title what was fetched how
 * @param rows the requests, in the order in which they were done
 */
public record Waterfall(String title, List<Row> rows) implements Shown {
    private static final int WIDTH = 60;

    /** Copies the list. */
    public Waterfall {
        rows = List.copyOf(rows);
    }

    /**
     * One request.
     *
     * @param label what was asked for
     * @param connection the index of the connection that carried it; −1 for none
     * @param start when it began, since the start of the trace
     * @param handshake how long its connection took to be established; zero on one that was open
     * @param waiting how long it took from then, or from its sending, to the first octet of the response
     * @param transfer how long it took from the first octet to the last
     */
    public record Row(
            String label, int connection, Duration start, Duration handshake, Duration waiting, Duration transfer) {
        /** When the last octet came, since the start of the trace. */
        public Duration end() {
            return start.plus(handshake).plus(waiting).plus(transfer);
        }
    }

    /** When everything was there, since the start of the trace. */
    public Duration end() {
        return rows.stream().map(Row::end).reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    /** The rows as bars on a scale that ends at {@code end}: {@code =} handshake, {@code ·} waiting, {@code #} transfer. */
    public String text(Duration end) {
        int label = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
        StringBuilder out = new StringBuilder(title + ": " + Transcript.time(end()));
        for (Row row : rows) {
            out.append('\n')
                    .append(row.label())
                    .append(" ".repeat(label - row.label().length()))
                    .append("  connection ")
                    .append(row.connection() + 1)
                    .append("  |")
                    .append(bar(row, Math.max(1, end.toNanos())))
                    .append("| ")
                    .append(Transcript.time(row.end()));
        }
        return out.toString();
    }

    private static String bar(Row row, long scale) {
        int start = column(row.start(), scale);
        int established = column(row.start().plus(row.handshake()), scale);
        int first = column(row.end().minus(row.transfer()), scale);
        int end = Math.max(first + 1, column(row.end(), scale));
        String bar = " ".repeat(start)
                + "=".repeat(established - start)
                + "·".repeat(first - established)
                + "#".repeat(end - first);
        return (bar + " ".repeat(WIDTH)).substring(0, WIDTH);
    }

    private static int column(Duration at, long scale) {
        return (int) (at.toNanos() * (double) WIDTH / scale);
    }

    @Override
    public String toString() {
        return text(end());
    }
}

package wirebook.net;

import java.util.ArrayList;
import java.util.List;
import wirebook.field.Shown;
import wirebook.field.Table;
import wirebook.replay.Step;
import wirebook.replay.Strip;
import wirebook.replay.Trace;

/**
 * The connections of a run at one step, as {@code ss} or {@code netstat} would list them.
 *
 * @param rows one for each connection that has begun
 */
public record Connections(List<Row> rows) implements Shown {
    /** Copies the list. */
    public Connections {
        rows = List.copyOf(rows);
    }

    /**
     * One connection.
     *
     * @param number its number, from 1
     * @param opener the endpoint that opened it
     * @param other the other endpoint
     * @param openerState the state of the opener's end
     * @param otherState the state of the other end
     * @param toOther octets that the other end's application has read
     * @param toOpener octets that the opener's application has read
     */
    public record Row(
            int number,
            String opener,
            String other,
            String openerState,
            String otherState,
            long toOther,
            long toOpener) {}

    /** The connections after step {@code number} of a trace, from 1. */
    static Connections at(Trace trace, int number) {
        List<Row> rows = new ArrayList<>();
        for (int connection = 0; connection < trace.connections().size(); connection++) {
            int wanted = connection;
            trace.steps().subList(0, number).reversed().stream()
                    .filter(step -> step.connection() == wanted)
                    .findFirst()
                    .ifPresent(step -> rows.add(row(trace.connections().get(wanted), step)));
        }
        return new Connections(rows);
    }

    private static Row row(String name, Step step) {
        String[] endpoints = name.split(" → ", 2);
        return new Row(
                step.connection() + 1,
                endpoints[0],
                endpoints[endpoints.length - 1],
                step.ends().getFirst().state(),
                step.ends().getLast().state(),
                read(step.ends().getLast().receiveBuffer()),
                read(step.ends().getFirst().receiveBuffer()));
    }

    private static long read(Strip received) {
        return received.ranges().stream()
                .filter(range -> range.condition().equals("read"))
                .mapToLong(range -> range.to() - range.from())
                .sum();
    }

    /** The connections as a table. */
    public Table table() {
        return new Table(
                List.of("#", "opener", "other end", "state", "state of the other end", "octets there", "octets back"),
                rows.stream()
                        .map(row -> List.of(
                                Integer.toString(row.number()),
                                row.opener(),
                                row.other(),
                                row.openerState(),
                                row.otherState(),
                                Long.toString(row.toOther()),
                                Long.toString(row.toOpener())))
                        .toList());
    }

    @Override
    public String toString() {
        return table().toString();
    }
}

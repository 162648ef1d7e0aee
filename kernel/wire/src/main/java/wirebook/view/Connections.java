package wirebook.view;

import java.util.ArrayList;
import java.util.List;
import wirebook.field.Table;
import wirebook.replay.Flight;
import wirebook.replay.Step;
import wirebook.replay.Trace;
import wirebook.tcp.TcpSegment;

/** The connections of a trace as {@code ss} would list them: the four values that keep them apart, states, and octets. */
public final class Connections {
    private Connections() {}

    /** The table of a trace's connections after its last step. */
    public static Table of(Trace trace) {
        return at(trace, trace.steps().size());
    }

    /** The table after step {@code number}; connections that nobody has mentioned yet have no state. */
    public static Table at(Trace trace, int number) {
        List<List<String>> rows = new ArrayList<>();
        for (int connection = 0; connection < trace.connections().size(); connection++) {
            rows.add(row(trace, connection, number));
        }
        return new Table(
                List.of("#", "source", "port", "destination", "port", "state", "other end", "octets out", "octets in"),
                rows);
    }

    private static List<String> row(Trace trace, int connection, int number) {
        String[] ends = trace.connections().get(connection).split(" → ", 2);
        String from = ends[0];
        String to = ends[ends.length - 1];
        Sides sides = new Sides(trace);
        long[] octets = new long[2];
        for (Flight flight : Sides.flights(trace, connection)) {
            if (flight.packet().payload() instanceof TcpSegment segment) {
                octets[flight.from() == sides.host(connection, 0) ? 0 : 1] +=
                        segment.data().length();
            }
        }
        return List.of(
                Integer.toString(connection + 1),
                address(from),
                port(from),
                address(to),
                port(to),
                state(trace, connection, 0, number),
                state(trace, connection, 1, number),
                Long.toString(octets[0]),
                Long.toString(octets[1]));
    }

    private static String address(String endpoint) {
        return endpoint.substring(0, Math.max(0, endpoint.lastIndexOf(':')));
    }

    private static String port(String endpoint) {
        return endpoint.substring(endpoint.lastIndexOf(':') + 1);
    }

    private static String state(Trace trace, int connection, int end, int number) {
        for (int i = Math.min(number, trace.steps().size()); i > 0; i--) {
            Step step = trace.step(i);
            if (step.connection() == connection && step.ends().size() > end) {
                return step.ends().get(end).state();
            }
        }
        return "";
    }
}

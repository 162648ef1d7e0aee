package wirebook.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.replay.Caption;
import wirebook.replay.EndState.Variable;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Step;
import wirebook.replay.Trace;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpSegment;
import wirebook.view.Plot.Point;
import wirebook.view.Plot.Series;
import wirebook.view.Plot.Style;

/** The plots that are read out of a trace, each for one direction of one connection: that of the end that sends more. */
public final class Plots {
    private static final String TIME = "time, ms";
    private static final Pattern NUMBER = Pattern.compile("^-?[0-9]+(\\.[0-9]+)?");

    private Plots() {}

    /** Sequence numbers over time: what was sent, sent again, lost and acknowledged; connections count from 0. */
    public static Plot sequence(Trace trace, int connection) {
        Caption numbers = new Caption(trace);
        int sender = sender(trace, connection);
        List<Point> data = new ArrayList<>();
        List<Point> again = new ArrayList<>();
        List<Point> lost = new ArrayList<>();
        List<Point> acknowledged = new ArrayList<>();
        for (Flight flight : Sides.flights(trace, connection)) {
            if (!(flight.packet().payload() instanceof TcpSegment segment)) {
                continue;
            }
            boolean ours = flight.from() == sender;
            if (ours && !segment.data().isEmpty()) {
                Point end = new Point(
                        ms(flight.sentAt()),
                        numbers.seq(flight, segment) + segment.data().length());
                (flight.fate() == Fate.LOST ? lost : flight.kind().startsWith("retransmission") ? again : data)
                        .add(end);
            } else if (flight.to() == sender && segment.has(ControlBit.ACK) && flight.fate() == Fate.ARRIVED) {
                acknowledged.add(new Point(ms(flight.endedAt()), numbers.ack(flight, segment)));
            }
        }
        return new Plot(
                "Sequence numbers" + from(trace, sender),
                TIME,
                "sequence number behind the segment, octets",
                List.of(
                        new Series("sent", Style.DOTS, data),
                        new Series("sent again", Style.RINGS, again),
                        new Series("lost", Style.CROSSES, lost),
                        new Series("acknowledged", Style.STEPS, lasting(trace, acknowledged))));
    }

    /** The congestion window and the slow start threshold over time. */
    public static Plot congestion(Trace trace, int connection) {
        return variables(trace, connection, "Congestion window", "octets", "cwnd", "ssthresh");
    }

    /** The smoothed round-trip time and the retransmission timeout over time. */
    public static Plot roundTrips(Trace trace, int connection) {
        return variables(trace, connection, "Round-trip time and timeout", "ms", "SRTT", "RTO");
    }

    /** Octets that were sent and are not acknowledged, SND.NXT less SND.UNA, over time. */
    public static Plot inFlight(Trace trace, int connection) {
        int end = end(trace, connection);
        List<Point> points = new ArrayList<>();
        for (Step step : steps(trace, connection, end)) {
            Optional<Double> next = value(step, end, "SND.NXT");
            Optional<Double> first = value(step, end, "SND.UNA");
            if (next.isPresent() && first.isPresent()) {
                add(points, step, next.get() - first.get());
            }
        }
        return new Plot(
                "Octets in flight" + from(trace, sender(trace, connection)),
                TIME,
                "octets",
                List.of(new Series("SND.NXT − SND.UNA", Style.STEPS, lasting(trace, points))));
    }

    /** Variables of the end that sends more, by their names. */
    public static Plot variables(Trace trace, int connection, String title, String unit, String... names) {
        int end = end(trace, connection);
        List<Series> series = new ArrayList<>();
        for (String name : names) {
            List<Point> points = new ArrayList<>();
            steps(trace, connection, end)
                    .forEach(step -> value(step, end, name).ifPresent(value -> add(points, step, value)));
            series.add(new Series(name, Style.STEPS, lasting(trace, points)));
        }
        return new Plot(title + from(trace, sender(trace, connection)), TIME, unit, series);
    }

    /** The last value holds to the end of the trace. */
    private static List<Point> lasting(Trace trace, List<Point> points) {
        if (!points.isEmpty() && !trace.steps().isEmpty()) {
            double end = ms(trace.steps().getLast().at());
            points.add(new Point(
                    Math.max(end, points.getLast().x()), points.getLast().y()));
        }
        return points;
    }

    private static void add(List<Point> points, Step step, double value) {
        if (points.isEmpty() || points.getLast().y() != value) {
            points.add(new Point(ms(step.at()), value));
        }
    }

    private static double ms(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static String from(Trace trace, int sender) {
        return ", " + trace.hosts().get(sender).name();
    }

    private static List<Step> steps(Trace trace, int connection, int end) {
        return trace.steps().stream()
                .filter(step -> step.connection() == connection && step.ends().size() > end)
                .toList();
    }

    /** The number that a variable's text begins with. */
    private static Optional<Double> value(Step step, int end, String name) {
        return step.ends().get(end).variables().stream()
                .filter(variable -> variable.name().equals(name))
                .map(Variable::value)
                .map(NUMBER::matcher)
                .filter(Matcher::find)
                .map(found -> Double.valueOf(found.group()))
                .findFirst();
    }

    /** The host that sends more data octets on a connection. */
    private static int sender(Trace trace, int connection) {
        Sides sides = new Sides(trace);
        return sides.host(connection, end(trace, connection));
    }

    private static int end(Trace trace, int connection) {
        Sides sides = new Sides(trace);
        long opener = 0;
        long other = 0;
        for (Flight flight : Sides.flights(trace, connection)) {
            long octets = flight.packet().payload() instanceof TcpSegment segment
                    ? segment.data().length()
                    : 0;
            if (flight.from() == sides.host(connection, 0)) {
                opener += octets;
            } else {
                other += octets;
            }
        }
        return opener > other ? 0 : 1;
    }
}

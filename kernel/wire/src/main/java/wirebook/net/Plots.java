package wirebook.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import wirebook.ip.IpAddress;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Plot;
import wirebook.replay.Series;
import wirebook.replay.Series.Point;
import wirebook.replay.Step;
import wirebook.replay.Trace;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.endpoint.Tcb;

/** What one connection of a trace looks like over time, seen from the end that sends more data. */
final class Plots {
    private final Trace trace;
    private final int connection;
    private final List<Flight> flights;
    private final IpAddress sender;
    private final int side;

    /**
     * The plots of a connection.
     *
     * @param number the connection's number, from 1
     */
    Plots(Trace trace, int number) {
        if (number < 1 || number > trace.connections().size()) {
            throw new IllegalArgumentException("there is no connection " + number + "; this run has connections 1 to "
                    + trace.connections().size());
        }
        this.trace = trace;
        this.connection = number - 1;
        this.flights = steps().filter(step -> step.kind() == Step.Kind.SENT)
                .map(step -> trace.flights().get(step.flight()))
                .filter(flight -> flight.packet().payload() instanceof TcpSegment)
                .filter(flight -> address(flight.from()).equals(flight.packet().source()))
                .toList();
        this.sender = talker();
        this.side = !flights.isEmpty() && address(flights.getFirst().from()).equals(sender) ? 0 : 1;
    }

    private Stream<Step> steps() {
        return trace.steps().stream().filter(step -> step.connection() == connection);
    }

    private IpAddress address(int host) {
        return trace.hosts().get(host).address();
    }

    private IpAddress talker() {
        Map<Integer, Long> octets = new TreeMap<>();
        flights.forEach(flight ->
                octets.merge(flight.from(), (long) segment(flight).data().length(), Long::sum));
        return octets.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(entry -> address(entry.getKey()))
                .orElse(address(0));
    }

    private static TcpSegment segment(Flight flight) {
        return (TcpSegment) flight.packet().payload();
    }

    private boolean fromSender(Flight flight) {
        return flight.packet().source().equals(sender);
    }

    /** Sequence numbers sent and acknowledged, relative to the initial one. */
    Plot sequence() {
        long initial = flights.stream()
                .filter(this::fromSender)
                .filter(flight -> segment(flight).has(ControlBit.SYN))
                .findFirst()
                .map(flight -> segment(flight).seq())
                .orElse(0L);
        List<Point> fresh = new ArrayList<>();
        List<Point> again = new ArrayList<>();
        List<Point> lost = new ArrayList<>();
        List<Point> acknowledged = new ArrayList<>();
        for (Flight flight : flights) {
            TcpSegment segment = segment(flight);
            if (fromSender(flight) && segment.sequenceLength() > 0) {
                Point point = new Point(flight.sentAt(), SequenceNumber.plus(segment.seq(), -initial));
                (Run.RETRANSMISSIONS.contains(flight.kind()) ? again : fresh).add(point);
                (flight.fate() == Fate.LOST ? lost : new ArrayList<Point>()).add(point);
            } else if (!fromSender(flight) && segment.has(ControlBit.ACK) && flight.fate() == Fate.ARRIVED) {
                acknowledged.add(new Point(flight.endedAt(), SequenceNumber.plus(segment.ack(), -initial)));
            }
        }
        return new Plot(
                "sequence numbers of " + trace.connections().get(connection),
                List.of(
                        new Series("sent", "octets", fresh),
                        new Series("retransmitted", "octets", again),
                        new Series("lost", "octets", lost),
                        new Series("acknowledged", "octets", acknowledged)));
    }

    /** The congestion window, the threshold and what is on the way. */
    Plot cwnd() {
        return new Plot(
                "congestion window of " + trace.connections().get(connection),
                List.of(
                        series("cwnd", "octets", tcb -> tcb.congestion().cwnd()),
                        series(
                                "ssthresh",
                                "octets",
                                tcb -> tcb.congestion().ssthresh() == Long.MAX_VALUE
                                        ? 0
                                        : tcb.congestion().ssthresh()),
                        series("FlightSize", "octets", tcb -> tcb.congestion().flightSize())));
    }

    /** Round trips and the timeout. */
    Plot rtt() {
        return new Plot(
                "round trips of " + trace.connections().get(connection),
                List.of(
                        series("RTT", "ms", tcb -> milliseconds(tcb.timing().latest())),
                        series("SRTT", "ms", tcb -> milliseconds(tcb.timing().srtt())),
                        series("RTO", "ms", tcb -> milliseconds(tcb.timing().rto()))));
    }

    private static double milliseconds(Duration time) {
        return time.toNanos() / 1e6;
    }

    /** A variable of the sender whenever it changes; zero stands for not set. */
    private Series series(String name, String unit, ToDoubleFunction<Tcb> variable) {
        List<Point> points = new ArrayList<>();
        steps().forEach(step -> {
            if (step.ends().size() > side && step.ends().get(side) instanceof TcpState(Tcb tcb, boolean _)) {
                double value = variable.applyAsDouble(tcb);
                if (value != (points.isEmpty() ? 0 : points.getLast().value())) {
                    points.add(new Point(step.at(), value));
                }
            }
        });
        return new Series(name, unit, points);
    }
}

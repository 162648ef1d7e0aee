package wirebook.replay;

import java.util.List;
import java.util.Optional;
import wirebook.field.Shown;
import wirebook.ip.Payload;
import wirebook.tcp.TcpSegment;

/**
 * What happened between hosts, whole: every packet's flight and every step, in order of time.
 *
 * @param title what was run or opened
 * @param hosts the columns of the ladder, from left to right
 * @param connections the connections, as {@code 192.0.2.10:49152 → 198.51.100.7:80}
 * @param flights every packet's way, in the order of sending
 * @param steps every step, in order of time
 * @param absolutely whether sequence numbers are shown as they are on the wire
 */
public record Trace(
        String title,
        List<Host> hosts,
        List<String> connections,
        List<Flight> flights,
        List<Step> steps,
        boolean absolutely)
        implements Shown {
    /** A trace whose sequence numbers are shown relative to the initial ones. */
    public Trace(String title, List<Host> hosts, List<String> connections, List<Flight> flights, List<Step> steps) {
        this(title, hosts, connections, flights, steps, false);
    }

    /** Copies the lists, but for those whose elements are made on demand. */
    public Trace {
        hosts = List.copyOf(hosts);
        connections = List.copyOf(connections);
        flights = OnDemand.keep(flights);
        steps = OnDemand.keep(steps);
    }

    /** The same with sequence numbers as they are on the wire. */
    public Trace absolute() {
        return absolutely
                ? this
                : new Trace(
                        title,
                        hosts,
                        connections,
                        flights,
                        OnDemand.of(steps.size(), index -> absolute(steps.get(index))),
                        true);
    }

    private Step absolute(Step step) {
        Optional<TcpSegment> segment =
                flight(step).map(flight -> flight.packet().payload()).flatMap(Trace::segment);
        return step.absolute(segment);
    }

    private static Optional<TcpSegment> segment(Payload payload) {
        return payload instanceof TcpSegment segment ? Optional.of(segment) : Optional.empty();
    }

    /**
     * The step of this number, from 1.
     *
     * @throws IllegalArgumentException where the trace has none, with the range
     */
    public Step step(int number) {
        if (number < 1 || number > steps.size()) {
            throw new IllegalArgumentException(
                    "there is no step " + number + "; this replay has steps 1 to " + steps.size());
        }
        return steps.get(number - 1);
    }

    /** The packet's flight that a step is about, if it is about one. */
    public Optional<Flight> flight(Step step) {
        return step.flight() < 0 ? Optional.empty() : Optional.of(flights.get(step.flight()));
    }
}

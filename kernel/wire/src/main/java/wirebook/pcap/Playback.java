package wirebook.pcap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wirebook.replay.EndState;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Host;
import wirebook.replay.Step;
import wirebook.replay.Trace;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpSegment;

/**
 * A captured connection as a trace. A capture is made at one place, so a packet leaves and arrives at the time when it
 * passed there, and of the ends no more is known than their segments told.
 */
final class Playback {
    private final Connection connection;
    private final Flow toServer;
    private final Flow toClient;
    private final Set<Integer> repeated = new HashSet<>();
    private final Map<Integer, List<Finding>> findings;
    private final List<Flight> flights = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private SeenEnd client = new SeenEnd(0, 0, 0);
    private SeenEnd server = new SeenEnd(0, 0, 0);

    private Playback(Connection connection) {
        this.connection = connection;
        this.toServer = connection.toServer();
        this.toClient = connection.toClient();
        this.findings = connection.findings().stream().collect(Collectors.groupingBy(Finding::frame));
        for (Flow flow : List.of(toServer, toClient)) {
            flow.repeated().values().stream()
                    .flatMap(copies -> copies.stream().skip(1))
                    .forEach(copy -> repeated.add(copy.frame()));
        }
    }

    static Trace of(Connection connection) {
        Playback playback = new Playback(connection);
        connection.segments().forEach(playback::segment);
        List<Host> hosts = List.of(
                new Host("client", connection.client().address()),
                new Host("server", connection.server().address()));
        return new Trace("capture", hosts, List.of(connection.name()), playback.flights, playback.steps);
    }

    private void segment(SeenSegment seen) {
        boolean fromClient = seen.source().equals(connection.client());
        int from = fromClient ? 0 : 1;
        Duration at = seen.time().minus(connection.start());
        String kind = repeated.contains(seen.frame()) ? "repeated" : "";
        int id = flights.size();
        flights.add(new Flight(
                id, from, 1 - from, at, at, seen.packet(), seen.packet().bytes(), Fate.ARRIVED, "", kind));
        TcpSegment shown = fromClient ? toServer.counted(seen, toClient) : toClient.counted(seen, toServer);
        if (fromClient) {
            client = client.after(shown, seen);
        } else {
            server = server.after(shown, seen);
        }
        step(at, Step.Kind.SENT, from, id, shown.line(), "");
        for (Finding finding : findings.getOrDefault(seen.frame(), List.of())) {
            boolean proved = finding.certainty() == Finding.Certainty.PROVED;
            step(
                    at,
                    Step.Kind.NOTE,
                    -1,
                    id,
                    finding.what(),
                    proved ? "the capture proves it" : "the capture suggests it");
        }
    }

    private void step(Duration at, Step.Kind kind, int host, int flight, String what, String cause) {
        List<EndState> ends = List.of(client, server);
        steps.add(new Step(steps.size() + 1, at, kind, host, flight, what, cause, 0, ends));
    }

    /**
     * What one end has told in its segments, numbers counted from the initial ones.
     *
     * @param next the number behind the last that it sent
     * @param acknowledged the number that it expects next
     * @param window how many octets it is ready to take, as on the wire
     */
    private record SeenEnd(long next, long acknowledged, int window) implements EndState {
        SeenEnd after(TcpSegment shown, SeenSegment seen) {
            long end = shown.seq() + seen.sequenceLength();
            long expects = seen.has(ControlBit.ACK) ? shown.ack() : acknowledged;
            return new SeenEnd(Math.max(next, end), expects, shown.win());
        }

        @Override
        public String state() {
            return "";
        }

        @Override
        public List<Variable> variables() {
            return List.of(
                    new Variable("SND.NXT", Long.toString(next), "the number behind the last that it has sent"),
                    new Variable("RCV.NXT", Long.toString(acknowledged), "the number that it expects next"),
                    new Variable("SEG.WND", Integer.toString(window), "its window as the last segment had it"));
        }
    }
}

package wirebook.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.replay.EndState;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Host;
import wirebook.replay.OnDemand;
import wirebook.replay.Step;
import wirebook.replay.Trace;

/** The pen of a run: notes every flight and every step as it happens, and hands out the trace at the end. */
final class Recorder {
    private static final String UNDER_WAY = "still under way at the end of the run";

    private final Agenda agenda;
    private final List<Host> hosts;
    private final List<String> connections = new ArrayList<>();
    private final List<EndState[]> ends = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /** A flight that is being written: how it ends is known later than how it began. */
    private static final class Way {
        private final int from;
        private final int to;
        private final int connection;
        private final long sentAt;
        private final IpPacket packet;
        private final String kind;
        private long endedAt;
        private Octets harmed = Octets.EMPTY;
        private Fate fate = Fate.LOST;
        private String fault = UNDER_WAY;

        Way(int from, int to, int connection, long sentAt, IpPacket packet, String kind) {
            this.from = from;
            this.to = to;
            this.connection = connection;
            this.sentAt = sentAt;
            this.endedAt = sentAt;
            this.packet = packet;
            this.kind = kind;
        }

        Flight flight(int id) {
            Octets arrived = fate == Fate.ARRIVED ? packet.bytes() : harmed;
            return new Flight(
                    id,
                    from,
                    to,
                    Duration.ofNanos(sentAt),
                    Duration.ofNanos(endedAt),
                    packet,
                    arrived,
                    fate,
                    fault,
                    kind);
        }
    }

    /** A step that is being written; its words are made when somebody reads them. */
    private record Note(
            long at,
            Step.Kind kind,
            int host,
            int flight,
            Supplier<String> what,
            Object cause,
            int connection,
            EndState opener,
            EndState other) {
        Step step(int number) {
            return new Step(
                    number,
                    Duration.ofNanos(at),
                    kind,
                    host,
                    flight,
                    what.get(),
                    cause.toString(),
                    connection,
                    connection < 0 ? List.of() : List.of(opener, other));
        }
    }

    Recorder(Agenda agenda, List<Host> hosts) {
        this.agenda = agenda;
        this.hosts = hosts;
    }

    /** A new connection by its name; its number. */
    int connection(String name) {
        connections.add(name);
        ends.add(new EndState[] {EndState.UNKNOWN, EndState.UNKNOWN});
        return connections.size() - 1;
    }

    /** From now on, end 0 (the opener) or 1 of the connection is in this state. */
    void end(int connection, int end, EndState state) {
        ends.get(connection)[end] = state;
    }

    /** A packet leaves; the number of its flight. */
    int sent(int from, int to, int connection, IpPacket packet, String kind, Supplier<String> what, Object cause) {
        int flight = ways.size();
        ways.add(new Way(from, to, connection, agenda.now(), packet, kind));
        step(Step.Kind.SENT, from, flight, what, cause, connection);
        return flight;
    }

    /** The line made a copy of a packet that left now; the number of the copy's flight. */
    int copied(int flight) {
        Way way = ways.get(flight);
        ways.add(new Way(way.from, way.to, way.connection, agenda.now(), way.packet, "duplicate"));
        return ways.size() - 1;
    }

    /** A packet was lost now. */
    void lost(int flight, String fault) {
        Way way = ways.get(flight);
        way.endedAt = agenda.now();
        way.fault = fault;
        step(Step.Kind.LOST, -1, flight, () -> "#" + (flight + 1) + " is lost", fault, way.connection);
    }

    /** A packet arrived now as it was sent. */
    void arrived(int flight, String fault) {
        Way way = ways.get(flight);
        way.endedAt = agenda.now();
        way.fate = Fate.ARRIVED;
        way.fault = fault;
    }

    /** A packet arrived now with other octets. */
    void corrupted(int flight, Octets harmed, String fault) {
        arrived(flight, fault);
        ways.get(flight).fate = Fate.CORRUPTED;
        ways.get(flight).harmed = harmed;
    }

    /** The connection that a flight belongs to; −1 for none. */
    int connectionOf(int flight) {
        return ways.get(flight).connection;
    }

    /** Something happened now. */
    void step(Step.Kind kind, int host, int flight, Supplier<String> what, Object cause, int connection) {
        EndState opener = connection < 0 ? EndState.UNKNOWN : ends.get(connection)[0];
        EndState other = connection < 0 ? EndState.UNKNOWN : ends.get(connection)[1];
        notes.add(new Note(agenda.now(), kind, host, flight, what, cause, connection, opener, other));
    }

    /** How many connections there were. */
    int connections() {
        return connections.size();
    }

    /** How many steps there were. */
    int steps() {
        return notes.size();
    }

    /** All that happened. */
    Trace trace(String title) {
        Way[] flights = ways.toArray(Way[]::new);
        Note[] steps = notes.toArray(Note[]::new);
        return new Trace(
                title,
                hosts,
                connections,
                OnDemand.of(flights.length, id -> flights[id].flight(id)),
                OnDemand.of(steps.length, index -> steps[index].step(index + 1)));
    }
}

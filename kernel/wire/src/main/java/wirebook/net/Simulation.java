package wirebook.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import wirebook.field.Text;
import wirebook.http.exchange.Plan;
import wirebook.http.exchange.Site;
import wirebook.ip.IpAddress;
import wirebook.ip.IpPacket;
import wirebook.replay.Step;
import wirebook.replay.Waterfall;

/** A network at work in virtual time. */
final class Simulation {
    private final Network network;
    private final Agenda agenda = new Agenda();
    private final Topology topology = new Topology();
    private final Recorder recorder = new Recorder(agenda, topology.hosts());
    private final Map<IpAddress, Machine> machines = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Four, Integer> connections = new HashMap<>();
    private final List<End> ends = new ArrayList<>();
    private final List<Fetches> fetches = new ArrayList<>();
    private Duration now = Duration.ZERO;

    Simulation(Network network) {
        this.network = network;
        network.visits().forEach(this::place);
    }

    /** Lets everything happen, or as much as the network's limits allow. */
    Run run() {
        String stopped = "";
        while (!agenda.isEmpty() && stopped.isEmpty()) {
            agenda.step();
            if (agenda.isEmpty()) {
                release();
            }
            stopped = limit();
        }
        return told(stopped);
    }

    /** Packets that wait for others on a line go on without them. */
    void release() {
        lines.forEach(Line::release);
    }

    /** All that has happened until now. */
    Run told(String stopped) {
        if (!stopped.isEmpty()) {
            recorder.step(Step.Kind.NOTE, -1, -1, () -> "the run is stopped", stopped, -1);
        }
        return new Run(
                recorder.trace(title()),
                Outcomes.of(ends, recorder.connections()),
                new Waterfall(label(), fetches.stream().flatMap(Fetches::rows).toList()),
                stopped);
    }

    /** Why the run may not go on; empty if it may, or if nothing is left to happen. */
    private String limit() {
        if (agenda.isEmpty()) {
            return "";
        }
        if (recorder.steps() >= network.steps()) {
            return "it has " + Text.count(network.steps(), "step") + ", the most that a run may have";
        }
        return agenda.nextAt() > network.longest().toNanos()
                ? "the next thing would happen after " + Times.words(network.longest())
                        + ", the longest that a run may last"
                : "";
    }

    private String title() {
        return network.visits().stream()
                .map(visit -> visit.client().name() + " to " + visit.server().name() + " over "
                        + visit.client().path())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String label() {
        return network.visits().stream()
                .map(visit -> visit.task().title())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void place(Visit visit) {
        Client client = visit.client();
        int index = topology.join(client.name(), client.address());
        Machine machine = machine(client.address(), index, client.ports());
        place(index, client.path(), visit.server());
        switch (visit.task()) {
            case Task.Calling(Calls calls, String _) -> {
                CallsProgram program = new CallsProgram(
                        calls.calls(), this, caller -> machine.connect(visit.server(), client.tcp(), caller));
                fetches.add(program.fetches());
                agenda.at(0, program::start);
            }
            case Task.Fetching(String _, Plan plan) -> {
                HttpProgram program = HttpProgram.fetching(plan, this, machine, client.tcp(), visit.server());
                fetches.add(program);
                agenda.at(0, program::start);
            }
        }
    }

    /** Puts a server at the other end of a path. */
    private void place(int from, Route path, Server server) {
        int here = from;
        for (int hop = 0; hop < path.routers().size(); hop++) {
            Router router = path.routers().get(hop);
            int next = topology.join(router.name(), router.address());
            node(next, new Gateway(this, router.address(), next));
            lay(here, next, path.links().get(hop));
            here = next;
        }
        int index = topology.join(server.name(), server.address());
        Machine machine = machine(server.address(), index, Ports.DYNAMIC);
        lay(here, index, path.links().getLast());
        if (!(server.role() instanceof Role.Closed)) {
            machine.listen(server.port(), server.tcp(), programs(server, machine));
        }
        if (server.role() instanceof Role.Relay(boolean _, Route onward, Server upstream)) {
            place(index, onward, upstream);
        }
    }

    private Supplier<Program> programs(Server server, Machine machine) {
        return switch (server.role()) {
            case Role.Scripted(List<Call> calls) -> () -> CallsProgram.accepting(calls, this);
            case Role.Closed _ -> () -> CallsProgram.accepting(List.of(), this);
            case Role.Pages(Site site) -> {
                Program program = HttpProgram.serving(site, this);
                yield () -> program;
            }
            case Role.Relay relay -> {
                Program program = HttpProgram.relaying(relay, this, machine, server);
                yield () -> program;
            }
        };
    }

    private Machine machine(IpAddress address, int index, Ports ports) {
        Machine machine = machines.computeIfAbsent(address, _ -> new Machine(this, address, index, ports));
        node(index, machine);
        return machine;
    }

    private void node(int index, Node node) {
        if (index == nodes.size()) {
            nodes.add(node);
        }
    }

    private void lay(int client, int server, Link link) {
        if (!topology.joined(client, server)) {
            Line line = new Line(
                    link,
                    agenda,
                    recorder,
                    (octets, flight) -> nodes.get(client).arrive(octets, flight),
                    (octets, flight) -> nodes.get(server).arrive(octets, flight));
            lines.add(line);
            topology.connect(client, server, line, link.mtu());
        }
    }

    /** Puts a packet on the line that leads to its destination. */
    void send(int from, IpPacket packet, int connection, String kind, Supplier<String> what, Object cause) {
        topology.route(from, packet.destination())
                .ifPresentOrElse(
                        outlet -> outlet.line()
                                .send(
                                        outlet.side(),
                                        packet,
                                        recorder.sent(from, outlet.to(), connection, packet, kind, what, cause)),
                        () -> recorder.step(
                                Step.Kind.NOTE,
                                from,
                                -1,
                                () -> "no way leads to " + packet.destination(),
                                cause,
                                connection));
    }

    /** The largest packet that the first line to an address takes, in octets. */
    int mtu(int from, IpAddress to) {
        return topology.route(from, to).map(Topology.Outlet::mtu).orElse(1_500);
    }

    /** A new connection, seen from the end that opens it; its number. */
    int opened(Four four) {
        int connection = recorder.connection(four.toString());
        connections.put(four, connection);
        return connection;
    }

    /** The number of a connection, seen from the end that opened it; −1 where nobody did. */
    int connection(Four four) {
        return connections.getOrDefault(four, -1);
    }

    /** An end takes part. */
    void joined(End end) {
        ends.add(end);
    }

    /** All ends that took part, in the order in which they joined. */
    List<End> ends() {
        return ends;
    }

    /** Puts somebody who is no part of the simulation in the place of a host; the host's index. */
    int outside(IpAddress host, Node node) {
        int index = topology.join("outside", host);
        nodes.set(index, node);
        return index;
    }

    Agenda agenda() {
        return agenda;
    }

    Recorder recorder() {
        return recorder;
    }

    /** The time since the start of the run. */
    Duration now() {
        if (now.toNanos() != agenda.now()) {
            now = Duration.ofNanos(agenda.now());
        }
        return now;
    }
}

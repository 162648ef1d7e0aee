package wirebook.net;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wirebook.bytes.Octets;
import wirebook.http.exchange.Action;
import wirebook.http.exchange.Application;
import wirebook.http.exchange.Connection;
import wirebook.http.exchange.Exchange;
import wirebook.http.exchange.HttpProxy;
import wirebook.http.exchange.OriginServer;
import wirebook.http.exchange.Plan;
import wirebook.http.exchange.Site;
import wirebook.http.exchange.UserAgent;
import wirebook.replay.Waterfall;
import wirebook.tcp.profile.Profile;

/** An HTTP application on a host: TCP's events go to it, and its actions become user calls. */
final class HttpProgram implements Program, Fetches {
    private static final int ATTEMPTS = 3;

    private final Application application;
    private final Simulation world;
    private final Opener opener;
    private final Supplier<List<Exchange>> exchanges;
    private final Map<Connection, End> ends = new LinkedHashMap<>();
    private final Map<End, Connection> names = new LinkedHashMap<>();
    private final Set<End> finished = new HashSet<>();
    private int accepted;
    private int inVain;

    /** How the application's connections are opened. */
    @FunctionalInterface
    private interface Opener {
        Optional<End> open(Program program);
    }

    private HttpProgram(Application application, Simulation world, Opener opener, Supplier<List<Exchange>> exchanges) {
        this.application = application;
        this.world = world;
        this.opener = opener;
        this.exchanges = exchanges;
    }

    /** A client that carries out a plan. */
    static HttpProgram fetching(Plan plan, Simulation world, Machine machine, Profile tcp, Server server) {
        UserAgent agent = new UserAgent(plan);
        return new HttpProgram(agent, world, program -> machine.connect(server, tcp, program), agent::exchanges);
    }

    /** A server of pages. */
    static HttpProgram serving(Site site, Simulation world) {
        return new HttpProgram(new OriginServer(site), world, _ -> Optional.empty(), List::of);
    }

    /** A proxy. */
    static HttpProgram relaying(Role.Relay relay, Simulation world, Machine machine, Server proxy) {
        Server upstream = relay.upstream();
        HttpProxy application = relay.understanding()
                ? HttpProxy.understanding(proxy.name(), upstream.authority())
                : HttpProxy.blind(upstream.authority());
        return new HttpProgram(
                application, world, program -> machine.connect(upstream, proxy.tcp(), program), List::of);
    }

    @Override
    public void start() {
        act(application.start(now()));
    }

    @Override
    public void opened(End end) {
        inVain = 0;
        if (!names.containsKey(end)) {
            name(Connection.accepted(++accepted), end);
        }
        act(application.opened(name(end), now()));
    }

    @Override
    public void readable(End end) {
        Octets octets = end.read(Integer.MAX_VALUE);
        if (!octets.isEmpty()) {
            act(application.receive(name(end), octets, now()));
        }
        if (end.ended() && finished.add(end)) {
            act(application.ended(name(end), now()));
        }
    }

    @Override
    public void failed(End end, String error) {
        if (names.containsKey(end) && finished.add(end)) {
            abandon(name(end));
        }
    }

    /** Tells the application that a connection is gone, unless it has opened too many in vain: it would go on for ever. */
    private void abandon(Connection connection) {
        inVain++;
        if (inVain <= ATTEMPTS) {
            act(application.aborted(connection, now()));
        }
    }

    private void act(List<Action> actions) {
        actions.forEach(this::act);
    }

    private void act(Action action) {
        switch (action) {
            case Action.Open(Connection connection, String _, String because) -> open(connection, because);
            case Action.Send(Connection connection, Octets octets, String because) ->
                end(connection).ifPresent(end -> end.send(octets, because));
            case Action.Close(Connection connection, String because) ->
                end(connection).ifPresent(end -> end.close(because));
            case Action.Wake(Duration at, String _) ->
                world.agenda().at(at.toNanos(), () -> act(application.tick(now())));
        }
    }

    private void open(Connection connection, String because) {
        Optional<End> end = opener.open(this);
        end.ifPresent(opened -> name(connection, opened));
        end.ifPresentOrElse(
                opened -> opened.open(because),
                () -> world.agenda().at(world.agenda().now(), () -> abandon(connection)));
    }

    private void name(Connection connection, End end) {
        ends.put(connection, end);
        names.put(end, connection);
    }

    private Connection name(End end) {
        return names.getOrDefault(end, Connection.accepted(0));
    }

    private Optional<End> end(Connection connection) {
        return Optional.ofNullable(ends.get(connection));
    }

    private Duration now() {
        return world.now();
    }

    @Override
    public Stream<Waterfall.Row> rows() {
        Set<Connection> seen = new HashSet<>();
        return exchanges.get().stream()
                .map(exchange -> Rows.of(
                        exchange.request(),
                        end(exchange.connection()),
                        seen.add(exchange.connection()),
                        exchange.sent(),
                        exchange.first(),
                        exchange.done()));
    }
}

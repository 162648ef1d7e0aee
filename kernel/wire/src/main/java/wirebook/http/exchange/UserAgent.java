package wirebook.http.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import wirebook.bytes.Octets;

/** A client that carries out a {@link Plan}: serially, in parallel, persistently or pipelined, with retries. */
public final class UserAgent implements Application {
    private final Plan plan;
    private final Deque<Errand> wishes = new ArrayDeque<>();
    private final Map<Connection, ClientSide> sides = new LinkedHashMap<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private int opened;

    /** A client before the first connection of its plan. */
    public UserAgent(Plan plan) {
        this.plan = plan;
        plan.requests().forEach(request -> wishes.add(Errand.of(plan.dressed(request))));
    }

    /** What became of the requests so far, in the order in which that was known. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Whether every request has an outcome. */
    public boolean done() {
        return exchanges.size() == plan.requests().size();
    }

    @Override
    public List<Action> start(Duration now) {
        return proceed(new ArrayList<>(), now);
    }

    @Override
    public List<Action> opened(Connection connection, Duration now) {
        side(connection).opened();
        return proceed(new ArrayList<>(), now);
    }

    @Override
    public List<Action> receive(Connection connection, Octets octets, Duration now) {
        return proceed(side(connection).receive(octets, now), now);
    }

    @Override
    public List<Action> ended(Connection connection, Duration now) {
        return proceed(side(connection).ended(now), now);
    }

    @Override
    public List<Action> aborted(Connection connection, Duration now) {
        return proceed(side(connection).aborted(now), now);
    }

    @Override
    public List<Action> tick(Duration now) {
        List<Action> actions = new ArrayList<>();
        sides.values().forEach(side -> actions.addAll(side.tick(now)));
        return proceed(actions, now);
    }

    /** Collects what the sides have finished, sends what may be sent, and opens what is missing. */
    private List<Action> proceed(List<Action> actions, Duration now) {
        for (ClientSide side : sides.values()) {
            exchanges.addAll(side.takeFinished());
            side.takeLost().reversed().forEach(wishes::addFirst);
        }
        for (ClientSide side : sides.values()) {
            while (!wishes.isEmpty() && side.takes(wishes.element())) {
                actions.addAll(side.send(wishes.remove(), now));
            }
            actions.addAll(side.closeIfDone(wishes.isEmpty()));
        }
        sides.values().removeIf(ClientSide::gone);
        while (count(ClientSide::active) < plan.connections() && count(ClientSide::awaitsWork) < wishes.size()) {
            actions.add(open());
        }
        return actions;
    }

    private int count(Predicate<ClientSide> what) {
        return (int) sides.values().stream().filter(what).count();
    }

    private Action open() {
        Connection connection = Connection.opened(++opened);
        sides.put(connection, new ClientSide(connection, plan));
        String because =
                plan.connections() == 1 ? "a request waits" : "up to " + plan.connections() + " connections at a time";
        return new Action.Open(connection, plan.authority(), because);
    }

    private ClientSide side(Connection connection) {
        return sides.getOrDefault(connection, new ClientSide(connection, plan));
    }
}

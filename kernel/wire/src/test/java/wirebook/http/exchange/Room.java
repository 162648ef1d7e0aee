package wirebook.http.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import wirebook.bytes.Octets;

/** Applications in one room: what one sends, the other has 10 ms later, in virtual time. Writes down who did what and why. */
final class Room {
    static final Duration HOP = Duration.ofMillis(10);

    private record End(String name, Connection connection) {}

    private record Event(Duration at, int number, String name, Supplier<List<Action>> what) {}

    private final Map<String, Application> applications = new LinkedHashMap<>();
    private final Map<End, End> peers = new HashMap<>();
    private final Map<String, Integer> accepted = new HashMap<>();
    private final List<End> aborts = new ArrayList<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>(
            (a, b) -> a.at().equals(b.at()) ? Integer.compare(a.number(), b.number()) : a.at().compareTo(b.at()));
    private final List<String> transcript = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private int numbered;

    Room with(String name, Application application) {
        applications.put(name, application);
        return this;
    }

    /** Runs until nothing happens any more; the transcript. */
    List<String> run() {
        applications.forEach((name, application) -> at(now, name, () -> application.start(now)));
        for (int steps = 0; !events.isEmpty() && steps < 10_000; steps++) {
            Event event = events.remove();
            now = event.at();
            event.what().get().forEach(action -> act(event.name(), action));
        }
        return transcript;
    }

    Duration now() {
        return now;
    }

    /** Cuts the connection of {@code name} at once, at this time, as a reset does. */
    Room abort(String name, Connection connection, Duration when) {
        at(when, name, () -> {
            End end = new End(name, connection);
            if (!peers.containsKey(end)) {
                return List.of();
            }
            End theirs = peers.get(end);
            aborts.add(end);
            aborts.add(theirs);
            at(now, theirs.name(), () -> peer(end).aborted(theirs.connection(), now));
            return applications.get(name).aborted(connection, now);
        });
        return this;
    }

    private void act(String name, Action action) {
        Application self = applications.get(name);
        switch (action) {
            case Action.Open(var connection, var authority, var because) -> {
                write(name, connection, "opens to " + authority, because);
                int number = accepted.merge(authority, 1, Integer::sum);
                End mine = new End(name, connection);
                End theirs = new End(authority, Connection.accepted(number));
                peers.put(mine, theirs);
                peers.put(theirs, mine);
                at(now.plus(HOP), authority, () -> peer(mine).opened(theirs.connection(), now));
                at(
                        now.plus(HOP).plus(HOP),
                        name,
                        () -> aborts.contains(mine) ? List.of() : self.opened(connection, now));
            }
            case Action.Send(var connection, Octets octets, var because) -> {
                write(name, connection, "sends " + octets.length() + " octets", because);
                deliver(name, connection, peer -> peer.application().receive(peer.connection(), octets, now));
            }
            case Action.Close(var connection, var because) -> {
                write(name, connection, "closes", because);
                deliver(name, connection, peer -> peer.application().ended(peer.connection(), now));
            }
            case Action.Wake(var when, var because) -> at(when, name, () -> self.tick(now));
        }
    }

    private record Peer(Application application, Connection connection) {}

    private void deliver(String name, Connection connection, java.util.function.Function<Peer, List<Action>> what) {
        End mine = new End(name, connection);
        End theirs = peers.get(mine);
        at(
                now.plus(HOP),
                theirs.name(),
                () -> aborts.contains(mine)
                        ? List.of()
                        : what.apply(new Peer(applications.get(theirs.name()), theirs.connection())));
    }

    private Application peer(End end) {
        return applications.get(peers.get(end).name());
    }

    private void at(Duration when, String name, Supplier<List<Action>> what) {
        events.add(new Event(when, numbered++, name, what));
    }

    private void write(String name, Connection connection, String what, String because) {
        transcript.add("%4d ms  %s, %s, %s: %s".formatted(now.toMillis(), name, connection, what, because));
    }
}

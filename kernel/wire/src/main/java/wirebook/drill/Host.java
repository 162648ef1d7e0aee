package wirebook.drill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wirebook.tcp.ControlBit;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.endpoint.Connection;
import wirebook.tcp.endpoint.Event;
import wirebook.tcp.endpoint.Refusal;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.state.State;

/** The host under test: its sockets, the connections behind them, and what they have sent. There is one other end: the script. */
final class Host {
    static final int LOCAL_PORT = 8080;
    static final int REMOTE_PORT = 49_152;

    final Numbers numbers = new Numbers();
    final Map<Integer, Socket> sockets = new TreeMap<>();
    final Deque<Wrapped> sent = new ArrayDeque<>();

    private final List<Connection> connections = new ArrayList<>();
    private long now;
    private long silence;

    Duration now() {
        return Duration.ofNanos(now);
    }

    long nanos() {
        return now;
    }

    /** A new socket; its number. */
    int socket(Profile profile) {
        int number = 3;
        while (sockets.containsKey(number)) {
            number++; // the least that is free, as POSIX wants it
        }
        sockets.put(number, new Socket(profile));
        return number;
    }

    /** The number of a new socket for a connection that was accepted. */
    int accepted(Connection connection, Profile profile) {
        int number = socket(profile);
        Socket socket = new Socket(profile);
        socket.connection = Optional.of(connection);
        sockets.put(number, socket);
        return number;
    }

    /** A new connection for the socket. */
    Connection connect(Socket socket) {
        Connection connection = Connection.of(socket.profile, LOCAL_PORT, REMOTE_PORT);
        socket.connection = Optional.of(connection);
        connections.add(connection);
        return connection;
    }

    /** Lets the time pass until {@code time}, or until something was sent, if that is wanted. */
    void runUntil(long time, boolean orSent) {
        while (!(orSent && !sent.isEmpty())) {
            long next = Long.MAX_VALUE;
            for (Connection connection : connections) {
                next = Math.min(
                        next, connection.deadline().map(Duration::toNanos).orElse(Long.MAX_VALUE));
            }
            if (next > time) {
                now = Math.max(now, time);
                return;
            }
            now = Math.max(now, next);
            for (Connection connection : connections) {
                connection.tick(now());
                collect(connection);
            }
        }
    }

    /** Which segments for no connection get no reset (sysctl {@code blackhole}): 0 for none, 1 for SYNs, 2 for all. */
    void silence(long which) {
        silence = which;
    }

    /** An ICMP error arrives about what the connection has sent, behind so many octets of IP and TCP headers. */
    void report(IcmpError error, int headers) {
        live().ifPresent(connection -> {
            error.mtu()
                    .ifPresentOrElse(
                            mtu -> connection.pathMss(mtu - headers, now()),
                            () -> connection.unreachable(error.hard(), now()));
            collect(connection);
        });
    }

    /** A segment arrives. */
    void receive(TcpSegment segment, EcnCodepoint ecn, String encapsulation) {
        Optional<Connection> live = encapsulation.isEmpty() ? live() : Optional.empty();
        if (live.isPresent() && !(live.get().yieldsTo(segment) && listener().isPresent())) {
            live.get().receive(segment, ecn, now());
            collect(live.get());
        } else if (listener().isPresent() && encapsulation.isEmpty()) {
            listen(listener().get(), segment, ecn);
        } else {
            Refusal.of(segment)
                    .filter(_ -> silence == 0 || (silence == 1 && !segment.has(ControlBit.SYN)))
                    .ifPresent(reset -> send(reset, EcnCodepoint.NOT_ECT, turned(encapsulation), "no connection"));
        }
    }

    /** The same encapsulation with the ports exchanged: {@code udp(1 > 9811)} becomes {@code udp(9811 > 1)}. */
    private static String turned(String encapsulation) {
        return encapsulation.replaceAll("\\((\\d+)\\s*>\\s*(\\d+)\\)", "($2 > $1)");
    }

    private void listen(Socket listener, TcpSegment segment, EcnCodepoint ecn) {
        Connection fresh = Connection.of(listener.profile, LOCAL_PORT, REMOTE_PORT);
        fresh.listen(now());
        fresh.receive(segment, ecn, now());
        collect(fresh);
        if (fresh.state() != State.LISTEN) {
            connections.removeIf(old -> old.state() == State.TIME_WAIT);
            connections.add(fresh);
        }
    }

    /** The connection to the script, if one lives. */
    Optional<Connection> live() {
        return connections.stream()
                .filter(connection -> connection.state() != State.CLOSED)
                .findFirst();
    }

    private Optional<Socket> listener() {
        return sockets.values().stream().filter(socket -> socket.listening).findFirst();
    }

    /** What a connection did: segments leave, errors reach its socket, an open one waits to be accepted. */
    void collect(Connection connection) {
        for (Event event : connection.events()) {
            switch (event) {
                case Event.Sent out ->
                    send(out.segment(), out.ecn(), "", out.cause().toString());
                case Event.Failed failed ->
                    sockets.values().stream()
                            .filter(socket -> socket.connection
                                    .filter(own -> own == connection)
                                    .isPresent())
                            .forEach(socket -> socket.failure = Optional.of(failed.failure()));
                case Event.Moved moved when moved.to() == State.ESTABLISHED -> established(connection);
                default -> {
                    // the script does not see it
                }
            }
        }
    }

    private void established(Connection connection) {
        boolean owned = sockets.values().stream()
                .anyMatch(socket ->
                        socket.connection.filter(own -> own == connection).isPresent());
        if (!owned) {
            listener().ifPresent(listener -> listener.accepted.add(connection));
        }
    }

    private void send(TcpSegment segment, EcnCodepoint ecn, String encapsulation, String cause) {
        if (segment.has(ControlBit.SYN)) {
            numbers.learn(segment);
        }
        sent.add(new Wrapped(now, segment, ecn, encapsulation, cause));
    }

    /** The program closes a socket. Connections that nobody accepted are dropped. */
    void close(int number) {
        Socket socket = socketOf(number);
        sockets.remove(number);
        if (socket.listening) {
            connections.removeIf(connection -> connection.state() == State.SYN_RECEIVED && !owned(connection));
            socket.accepted.forEach(connection -> {
                connection.abort(now());
                collect(connection);
            });
        }
        socket.connection.ifPresent(connection -> {
            if (socket.aborts && connection.state() != State.CLOSED) {
                connection.abort(now());
            } else {
                connection.forsake(now());
            }
            collect(connection);
        });
    }

    private boolean owned(Connection connection) {
        return sockets.values().stream()
                .anyMatch(socket ->
                        socket.connection.filter(own -> own == connection).isPresent());
    }

    Socket socketOf(int number) {
        Socket socket = sockets.get(number);
        if (socket == null) {
            throw new IllegalArgumentException("there is no socket " + number);
        }
        return socket;
    }

    /** How many connections and sockets are in this state. */
    long count(State state) {
        long listening =
                sockets.values().stream().filter(socket -> socket.listening).count();
        return state == State.LISTEN
                ? listening
                : connections.stream()
                        .filter(connection -> connection.state() == state)
                        .count();
    }

    /** Forgets all connections in this state without a word. */
    void drop(State state) {
        connections.removeIf(connection -> connection.state() == state);
    }

    /** The connection that was made last. */
    Optional<Connection> latest() {
        return connections.isEmpty() ? Optional.empty() : Optional.of(connections.getLast());
    }
}

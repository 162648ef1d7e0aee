package wirebook.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.tcp.endpoint.Connection;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.State;

/** The socket calls that a script can make. */
final class Calls {
    private static final int MOST_WRITTEN = 1 << 24;

    private final Host host;

    /** What a call returned: a value, and the name of the error where there is one. */
    record Outcome(String value, String error) {
        static Outcome of(long value) {
            return new Outcome(Long.toString(value), "");
        }

        static Outcome failed(String error) {
            return new Outcome("-1", error);
        }
    }

    Calls(Host host) {
        this.host = host;
    }

    /**
     * Makes the call.
     *
     * @throws IllegalArgumentException for a call or an option that is not known, with its name
     */
    Outcome make(Statement.Call call, Profile profile) {
        try {
            return made(call, profile);
        } catch (IndexOutOfBoundsException missing) {
            throw new IllegalArgumentException("the call " + call.name() + " lacks an argument", missing);
        }
    }

    private Outcome made(Statement.Call call, Profile profile) {
        List<String> arguments = call.arguments();
        return switch (call.name()) {
            case "socket" -> Outcome.of(host.socket(profile));
            case "bind" -> Outcome.of(0);
            case "fcntl" -> new Outcome(call.result(), call.error());
            case "listen" -> listen(socket(arguments), number(arguments.get(1)));
            case "accept" -> accept(socket(arguments));
            case "connect" -> connect(socket(arguments), call.error().isEmpty());
            case "read" -> read(socket(arguments), number(arguments.get(2)), false);
            case "recv", "recvfrom" ->
                read(
                        socket(arguments),
                        number(arguments.get(2)),
                        arguments.get(3).contains("MSG_PEEK"));
            case "write" -> write(socket(arguments), number(arguments.get(2)), false);
            case "send", "sendto" ->
                write(
                        socket(arguments),
                        number(arguments.get(2)),
                        arguments.get(3).contains("MSG_OOB"));
            case "shutdown" -> shutdown(socket(arguments), arguments.get(1));
            case "close" -> close(number(arguments.getFirst()));
            case "setsockopt" -> set(socket(arguments), arguments);
            case "getsockopt" -> get(socket(arguments), arguments);
            default -> throw new IllegalArgumentException("the call " + call.name() + " is not known");
        };
    }

    private Socket socket(List<String> arguments) {
        return host.socketOf(number(arguments.getFirst()));
    }

    private static int number(String text) {
        return Integer.decode(text.replaceAll("[\\[\\]\\s]", ""));
    }

    private Outcome listen(Socket socket, int backlog) {
        socket.listening = true;
        socket.backlog = backlog;
        return Outcome.of(0);
    }

    private Outcome accept(Socket socket) {
        if (!socket.listening) {
            return Outcome.failed("EINVAL");
        }
        Connection connection = socket.accepted.poll();
        return connection == null
                ? Outcome.failed("EWOULDBLOCK")
                : Outcome.of(host.accepted(connection, socket.profile));
    }

    /** A blocking call returns when the connection is open; the script goes on meanwhile, and 0 is what it will return. */
    private Outcome connect(Socket socket, boolean blocking) {
        if (socket.connection.isPresent()) {
            return Outcome.failed(socket.connection.get().state() == State.SYN_SENT ? "EALREADY" : "EISCONN");
        }
        Connection connection = host.connect(socket);
        connection.open(host.now());
        host.collect(connection);
        return blocking ? Outcome.of(0) : Outcome.failed("EINPROGRESS");
    }

    private Outcome read(Socket socket, int most, boolean peek) {
        if (most < 0) {
            throw new IllegalArgumentException("a call reads 0 octets or more; this says " + most);
        }
        Optional<Connection> connection = socket.connection;
        if (connection.isEmpty()) {
            return Outcome.failed("ENOTCONN");
        }
        Connection open = connection.get();
        if (open.readable() > 0) {
            Octets octets = peek ? open.peek(most) : open.read(most, host.now());
            host.collect(open);
            return Outcome.of(octets.length());
        }
        String error = socket.takeError();
        if (!error.isEmpty()) {
            return Outcome.failed(error);
        }
        return open.ended() || open.state() == State.CLOSED ? Outcome.of(0) : Outcome.failed("EWOULDBLOCK");
    }

    private Outcome write(Socket socket, int length, boolean urgent) {
        if (length < 0 || length > MOST_WRITTEN) {
            throw new IllegalArgumentException("a call writes 0 to " + MOST_WRITTEN + " octets; this says " + length);
        }
        Optional<Connection> connection = socket.connection;
        String error = socket.takeError();
        if (!error.isEmpty()) {
            return Outcome.failed(error);
        }
        if (connection.isEmpty()) {
            return Outcome.failed("ENOTCONN");
        }
        State state = connection.get().state();
        if (state != State.SYN_SENT && state != State.SYN_RECEIVED && !state.sends()) {
            return Outcome.failed("EPIPE");
        }
        Octets data = Octets.wrap(new byte[length]);
        int taken = urgent
                ? connection.get().sendUrgent(data, host.now())
                : connection.get().send(data, host.now());
        host.collect(connection.get());
        return taken == 0 && length > 0 ? Outcome.failed("EWOULDBLOCK") : Outcome.of(taken);
    }

    private Outcome shutdown(Socket socket, String how) {
        if (socket.connection.isEmpty() || socket.connection.get().state() == State.CLOSED) {
            return Outcome.failed("ENOTCONN");
        }
        Connection connection = socket.connection.get();
        if (!how.equals("SHUT_RD")) {
            connection.close(host.now());
            host.collect(connection);
        }
        return Outcome.of(0);
    }

    private Outcome close(int number) {
        host.close(number);
        return Outcome.of(0);
    }

    private static Outcome set(Socket socket, List<String> arguments) {
        String name = arguments.get(2);
        String text = arguments.get(3).replaceAll("[\\[\\]\\s]", "");
        Optional<Integer> value = text.matches("-?\\w*\\d+") && text.matches("-?\\d+|0x\\w+")
                ? Optional.of(Integer.decode(text))
                : Optional.empty();
        value.ifPresent(chosen -> socket.profile = set(socket.profile, name, chosen));
        return Outcome.of(0);
    }

    private static Profile set(Profile profile, String name, int value) {
        return switch (name) {
            case "TCP_NODELAY" -> profile.nagle(value == 0);
            case "TCP_NOOPT" -> profile.with(Setting.OPTIONS, value == 0);
            case "TCP_MAXSEG" -> profile.mss(value);
            case "TCP_NOPUSH", "TCP_CORK" -> profile;
            case "TCP_KEEPINIT" -> profile.with(Setting.OPEN_TIMEOUT, Duration.ofSeconds(value));
            case "TCP_KEEPIDLE" -> profile.with(Setting.KEEP_IDLE, Duration.ofSeconds(value));
            case "TCP_KEEPINTVL" -> profile.with(Setting.KEEP_INTERVAL, Duration.ofSeconds(value));
            case "TCP_KEEPCNT" -> profile.with(Setting.KEEP_PROBES, value);
            case "SO_KEEPALIVE" -> profile.keepAlive(value > 0);
            case "SO_RCVBUF" -> profile.receiveBuffer(value);
            case "SO_SNDBUF" -> profile.sendBuffer(value);
            default -> profile;
        };
    }

    private static Outcome get(Socket socket, List<String> arguments) {
        String expected = arguments.get(3).replaceAll("[\\[\\]\\s]", "");
        String actual = get(socket, arguments.get(2), expected);
        return actual.equals(expected)
                ? Outcome.of(0)
                : new Outcome("0 with " + arguments.get(2) + " [" + actual + "]", "");
    }

    private static String get(Socket socket, String name, String expected) {
        Profile profile = socket.profile;
        return switch (name) {
            case "SO_ERROR" -> socket.failure.isEmpty() ? "0" : socket.takeError();
            case "SO_RCVBUF" ->
                Long.toString(socket.connection.map(Connection::receiveBuffer).orElse((long)
                        profile.whole(Setting.RECEIVE_BUFFER)));
            case "SO_SNDBUF" -> Integer.toString(profile.whole(Setting.SEND_BUFFER));
            case "TCP_KEEPINIT" -> seconds(profile, Setting.OPEN_TIMEOUT);
            case "TCP_KEEPIDLE" -> seconds(profile, Setting.KEEP_IDLE);
            case "TCP_KEEPINTVL" -> seconds(profile, Setting.KEEP_INTERVAL);
            case "TCP_KEEPCNT" -> Integer.toString(profile.whole(Setting.KEEP_PROBES));
            case "TCP_NODELAY" -> profile.on(Setting.NAGLE) ? "0" : "1";
            case "TCP_NOOPT" -> profile.on(Setting.OPTIONS) ? "0" : "1";
            case "TCP_MAXSEG" ->
                socket.connection
                        .map(connection -> connection.tcb().options().smss())
                        .orElse(profile.whole(Setting.MSS))
                        .toString();
            default ->
                throw new IllegalArgumentException("the socket option " + name + " is not known; expected " + expected);
        };
    }

    private static String seconds(Profile profile, Setting setting) {
        return Long.toString(profile.time(setting).toSeconds());
    }
}

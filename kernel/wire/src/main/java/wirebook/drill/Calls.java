package wirebook.drill;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wirebook.bytes.Octets;
import wirebook.tcp.endpoint.Connection;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.state.State;

/** The socket calls that a script can make. */
final class Calls {
    private static final Set<String> OF_A_SOCKET = Set.of(
            "bind fcntl ioctl listen accept accept4 connect read recv recvfrom readv recvmsg write send sendto writev sendmsg"
                    .concat(" shutdown close setsockopt getsockopt")
                    .split(" "));

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
        Arguments arguments = new Arguments(call.name(), call.arguments());
        return switch (call.name()) {
            case "socket" -> socket(arguments, profile);
            case "poll" -> poll(arguments);
            default -> {
                if (!OF_A_SOCKET.contains(call.name())) {
                    throw new IllegalArgumentException("the call " + call.name() + " is not known");
                }
                int number = arguments.number(0);
                yield host.sockets.containsKey(number) ? make(call, arguments, number) : Outcome.failed("EBADF");
            }
        };
    }

    private Outcome socket(Arguments arguments, Profile profile) {
        if (arguments.has(1, "SOCK_") && !arguments.has(1, "SOCK_STREAM")) {
            throw new IllegalArgumentException(
                    "a socket of " + arguments.text(1) + " is not known; only SOCK_STREAM is");
        }
        return Outcome.of(host.socket(profile));
    }

    private Outcome make(Statement.Call call, Arguments arguments, int number) {
        Socket socket = host.socketOf(number);
        return switch (call.name()) {
            case "bind" -> Outcome.of(0);
            case "fcntl" -> new Outcome(call.result(), call.error());
            case "ioctl" -> ioctl(socket, arguments);
            case "listen" -> listen(socket, arguments.number(1));
            case "accept", "accept4" -> accept(socket);
            case "connect" -> connect(socket, call.error().isEmpty());
            case "read" -> read(socket, arguments.number(2), false);
            case "recv", "recvfrom" -> read(socket, arguments.number(2), arguments.has(3, "MSG_PEEK"));
            case "readv" -> read(socket, arguments.octets(1), false);
            case "recvmsg" -> read(socket, arguments.octets(1), arguments.has(2, "MSG_PEEK"));
            case "write" -> write(socket, arguments.number(2), false);
            case "send", "sendto" -> write(socket, arguments.number(2), arguments.has(3, "MSG_OOB"));
            case "writev" -> write(socket, arguments.octets(1), false);
            case "sendmsg" -> write(socket, arguments.octets(1), arguments.has(2, "MSG_OOB"));
            case "shutdown" -> shutdown(socket, arguments.text(1));
            case "close" -> close(number);
            case "setsockopt" -> SocketOptions.set(socket, arguments);
            case "getsockopt" -> SocketOptions.get(socket, arguments);
            default -> throw new IllegalStateException(call.name());
        };
    }

    /** How much can be read, or is not acknowledged; fails the script where the value in brackets is another. */
    private static Outcome ioctl(Socket socket, Arguments arguments) {
        long octets = switch (arguments.text(1)) {
            case "FIONREAD", "SIOCINQ" ->
                socket.connection.map(Connection::readable).orElse(0L);
            case "SIOCOUTQ", "FIONWRITE" ->
                socket.connection
                        .map(Connection::tcb)
                        .map(tcb -> tcb.send().queued() - tcb.send().acknowledged())
                        .orElse(0L);
            case "FIONBIO" -> arguments.number(2);
            default -> throw new IllegalArgumentException("the request " + arguments.text(1) + " is not known");
        };
        return octets == arguments.number(2)
                ? Outcome.of(0)
                : new Outcome("0 with " + arguments.text(1) + " [" + octets + "]", "");
    }

    /** Which of the sockets are ready; fails the script where {@code revents} says something else. */
    private Outcome poll(Arguments arguments) {
        int ready = 0;
        for (Arguments.Poll poll : arguments.polls()) {
            String events = ready(host.socketOf(poll.socket()), poll.wanted());
            if (!events.equals(poll.expected())) {
                return new Outcome(ready + " with socket " + poll.socket() + " " + events, "");
            }
            ready += events.equals("0") ? 0 : 1;
        }
        return Outcome.of(ready);
    }

    /** The events that are wanted and there, in the order in which they are wanted. */
    private static String ready(Socket socket, List<String> wanted) {
        Optional<Connection> open = socket.connection;
        boolean in = !socket.accepted.isEmpty()
                || open.filter(c -> c.readable() > 0 || c.ended() || c.state() == State.CLOSED)
                        .isPresent();
        boolean out = open.filter(c -> c.state().sends() && c.room() > 0).isPresent();
        String events = wanted.stream()
                .filter(event -> (event.equals("POLLIN") && in) || (event.equals("POLLOUT") && out))
                .collect(Collectors.joining("|"));
        return events.isEmpty() ? "0" : events;
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
            return Outcome.failed("EINVAL");
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
        if (length < 0) {
            return Outcome.failed("EINVAL");
        }
        if (length > MOST_WRITTEN) {
            throw new IllegalArgumentException(
                    "a call writes at most " + MOST_WRITTEN + " octets; this says " + length);
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
}

package wirebook.drill;

import java.time.Duration;
import wirebook.tcp.endpoint.Connection;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;

/** The socket options that a script can set and ask for. */
final class SocketOptions {
    private SocketOptions() {}

    /** setsockopt: what is no number, and options that mean nothing here, are passed over. */
    static Calls.Outcome set(Socket socket, Arguments arguments) {
        String name = arguments.text(2);
        String text = arguments.text(3).replaceAll("[\\[\\]\\s]", "");
        if (name.equals("SO_LINGER")) {
            socket.aborts = text.matches("\\{onoff=[1-9]\\d*,linger=0\\}");
        }
        if (!text.matches("-?\\d+|0x[0-9a-fA-F]+")) {
            return Calls.Outcome.of(0);
        }
        try {
            socket.profile = set(socket.profile, name, Numeral.of(text));
            return Calls.Outcome.of(0);
        } catch (IllegalArgumentException outOfRange) {
            return Calls.Outcome.failed("EINVAL");
        }
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
            case "TCP_MAXRXTSHIFT" -> profile.with(Setting.RETRIES, value);
            case "SO_RCVBUF" -> profile.receiveBuffer(value);
            case "SO_SNDBUF" -> profile.sendBuffer(value);
            default -> profile;
        };
    }

    /** getsockopt; fails the script where the value in brackets is another. */
    static Calls.Outcome get(Socket socket, Arguments arguments) {
        String expected = arguments.text(3).replaceAll("[\\[\\]\\s]", "");
        String name = arguments.text(2);
        if (expected.contains("...")) {
            return Calls.Outcome.of(0);
        }
        String actual = get(socket, name, expected);
        return actual.equals(expected)
                ? Calls.Outcome.of(0)
                : new Calls.Outcome("0 with " + name + " [" + actual + "]", "");
    }

    private static String get(Socket socket, String name, String expected) {
        Profile profile = socket.profile;
        return switch (name) {
            case "SO_ERROR" -> socket.failure.isEmpty() ? "0" : socket.takeError();
            case "SO_RCVBUF" ->
                Long.toString(socket.connection.map(Connection::receiveBuffer).orElse((long)
                        profile.whole(Setting.RECEIVE_BUFFER)));
            case "SO_KEEPALIVE" -> profile.on(Setting.KEEP_ALIVE) ? "1" : "0";
            case "SO_LINGER" -> socket.aborts ? "{onoff=1,linger=0}" : "{onoff=0,linger=0}";
            case "TCP_MAXRXTSHIFT" -> Integer.toString(profile.whole(Setting.RETRIES));
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

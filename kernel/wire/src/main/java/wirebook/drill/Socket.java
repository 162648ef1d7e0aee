package wirebook.drill;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import wirebook.tcp.endpoint.Connection;
import wirebook.tcp.endpoint.Failure;
import wirebook.tcp.profile.Profile;

/** A socket as a program sees it: a number, options, and a connection or a queue of them. */
final class Socket {
    /** The profile that its connection will have. */
    Profile profile;

    boolean listening;
    /** Whether close resets: SO_LINGER with no time. */
    boolean aborts;

    int backlog;
    Optional<Connection> connection = Optional.empty();
    Optional<Failure> failure = Optional.empty();
    final Deque<Connection> accepted = new ArrayDeque<>();

    Socket(Profile profile) {
        this.profile = profile;
    }

    /** The error that waits at the socket, which is told once; empty for none. */
    String takeError() {
        String error = failure.map(Socket::name).orElse("");
        failure = Optional.empty();
        return error;
    }

    private static String name(Failure failure) {
        return switch (failure) {
            case REFUSED -> "ECONNREFUSED";
            case RESET -> "ECONNRESET";
            case TIMED_OUT -> "ETIMEDOUT";
            case ABORTED -> "ECONNABORTED";
            case UNREACHABLE -> "EHOSTUNREACH";
        };
    }
}

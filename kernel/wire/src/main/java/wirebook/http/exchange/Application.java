package wirebook.http.exchange;

import java.time.Duration;
import java.util.List;
import wirebook.bytes.Octets;

/**
 * A program that talks over connections, without sockets, threads or clock: what happens goes in, and what is to be done
 * comes out. Times count from the start of the run.
 */
public interface Application {
    /** The run begins. */
    default List<Action> start(Duration now) {
        return List.of();
    }

    /** A connection is established: one that was asked for with {@link Action.Open}, or one that a client opened. */
    List<Action> opened(Connection connection, Duration now);

    /** Octets have come. */
    List<Action> receive(Connection connection, Octets octets, Duration now);

    /** The other end sends no more: its FIN has come. */
    List<Action> ended(Connection connection, Duration now);

    /** The connection is gone at once: refused, reset or given up. Actions on it count for nothing from here on. */
    List<Action> aborted(Connection connection, Duration now);

    /** It is as late as an {@link Action.Wake} asked for, or later. */
    default List<Action> tick(Duration now) {
        return List.of();
    }
}

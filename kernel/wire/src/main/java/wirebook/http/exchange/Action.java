package wirebook.http.exchange;

import java.time.Duration;
import wirebook.bytes.Octets;

/** What an application wants done, and why. */
public sealed interface Action {
    /** The cause, in words. */
    String because();

    /** Open a connection to {@code authority}: a host and perhaps a port. */
    record Open(Connection connection, String authority, String because) implements Action {}

    /** Send octets, behind those that went before. */
    record Send(Connection connection, Octets octets, String because) implements Action {}

    /** Send no more on the connection once everything is sent: TCP's CLOSE. */
    record Close(Connection connection, String because) implements Action {}

    /** Call {@code tick} at this time of the run. */
    record Wake(Duration at, String because) implements Action {}
}

package wirebook.http.exchange;

/**
 * A connection as an application calls it.
 *
 * @param accepted whether the other end opened it
 * @param number counts the connections that were accepted, or those that were opened, from 1
 */
public record Connection(boolean accepted, int number) {
    /** The connection that the application itself opened as its {@code number}-th. */
    public static Connection opened(int number) {
        return new Connection(false, number);
    }

    /** The connection that the application accepted as its {@code number}-th. */
    public static Connection accepted(int number) {
        return new Connection(true, number);
    }

    @Override
    public String toString() {
        return (accepted ? "accepted " : "opened ") + number;
    }
}

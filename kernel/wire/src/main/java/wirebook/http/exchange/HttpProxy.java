package wirebook.http.exchange;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import wirebook.bytes.Octets;

/** A server that asks another server: with an understanding of {@code Connection}, or without (RFC 9110, 3.7 and 7.6.1). */
public final class HttpProxy implements Application {
    /** One client's connection and the one that the proxy opens for it. */
    interface Relay {
        List<Action> fromClient(Octets octets);

        List<Action> fromServer(Octets octets);

        List<Action> serverOpened();

        /** The client sends no more. */
        List<Action> clientEnded();

        /** The server sends no more, or is gone. */
        List<Action> serverEnded();
    }

    private final BiFunction<Connection, Connection, Relay> relays;
    private final Map<Connection, Relay> byConnection = new LinkedHashMap<>();

    private HttpProxy(BiFunction<Connection, Connection, Relay> relays) {
        this.relays = relays;
    }

    /**
     * A proxy that ends each hop's fields where they belong and keeps both connections as each side wishes.
     *
     * @param pseudonym its name in {@code Via}
     * @param upstream the server for requests whose target names none
     */
    public static HttpProxy understanding(String pseudonym, String upstream) {
        return new HttpProxy((client, server) -> new UnderstandingRelay(client, server, pseudonym, upstream));
    }

    /**
     * A proxy from before Connection: it passes every field on, and takes the server's close for the end of the response.
     *
     * @param upstream the server for requests whose target names none
     */
    public static HttpProxy blind(String upstream) {
        return new HttpProxy((client, server) -> new BlindRelay(client, server, upstream));
    }

    @Override
    public List<Action> opened(Connection connection, Duration now) {
        if (connection.accepted()) {
            Connection server = Connection.opened(connection.number());
            Relay relay = relays.apply(connection, server);
            byConnection.put(connection, relay);
            byConnection.put(server, relay);
            return List.of();
        }
        Relay relay = byConnection.get(connection);
        return relay == null ? List.of() : relay.serverOpened();
    }

    @Override
    public List<Action> receive(Connection connection, Octets octets, Duration now) {
        Relay relay = byConnection.get(connection);
        if (relay == null) {
            return List.of();
        }
        return connection.accepted() ? relay.fromClient(octets) : relay.fromServer(octets);
    }

    @Override
    public List<Action> ended(Connection connection, Duration now) {
        Relay relay = byConnection.remove(connection);
        if (relay == null) {
            return List.of();
        }
        return connection.accepted() ? relay.clientEnded() : relay.serverEnded();
    }

    @Override
    public List<Action> aborted(Connection connection, Duration now) {
        return ended(connection, now);
    }
}

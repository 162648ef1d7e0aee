package wirebook.http.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wirebook.bytes.Octets;

/** The server that a {@link Site} lives on: answers on every connection in the order of the requests. */
public final class OriginServer implements Application {
    private final Site site;
    private final Map<Connection, ServerSide> sides = new LinkedHashMap<>();

    /** A server of this site, before its first connection. */
    public OriginServer(Site site) {
        this.site = site;
    }

    @Override
    public List<Action> opened(Connection connection, Duration now) {
        ServerSide side = new ServerSide(connection, site);
        sides.put(connection, side);
        return side.opened(now);
    }

    @Override
    public List<Action> receive(Connection connection, Octets octets, Duration now) {
        ServerSide side = sides.get(connection);
        return side == null ? List.of() : side.receive(octets, now);
    }

    @Override
    public List<Action> ended(Connection connection, Duration now) {
        ServerSide side = sides.get(connection);
        return side == null ? List.of() : side.ended(now);
    }

    @Override
    public List<Action> aborted(Connection connection, Duration now) {
        sides.remove(connection);
        return List.of();
    }

    @Override
    public List<Action> tick(Duration now) {
        List<Action> actions = new ArrayList<>();
        sides.values().forEach(side -> actions.addAll(side.tick(now)));
        return actions;
    }
}

package wirebook.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wirebook.ip.IpAddress;
import wirebook.replay.Host;

/** Who is in a network and which lines join them. Packets take the way with the fewest hops. */
final class Topology {
    private final List<Host> hosts = new ArrayList<>();
    private final Map<IpAddress, Integer> indexes = new LinkedHashMap<>();
    private final List<Map<Integer, Outlet>> outlets = new ArrayList<>();
    private final List<Map<IpAddress, Optional<Outlet>>> routes = new ArrayList<>();

    /**
     * Where a host puts packets on a line.
     *
     * @param line the line
     * @param side the host's end of it
     * @param to the index of the host at the other end
     * @param mtu the largest packet that the line takes
     */
    record Outlet(Line line, Side side, int to, int mtu) {}

    /** The index of the host with this address, which joins now if it is new. */
    int join(String name, IpAddress address) {
        return indexes.computeIfAbsent(address, _ -> {
            hosts.add(new Host(name, address));
            outlets.add(new LinkedHashMap<>());
            routes.add(new HashMap<>());
            return hosts.size() - 1;
        });
    }

    List<Host> hosts() {
        return hosts;
    }

    boolean joined(int one, int other) {
        return outlets.get(one).containsKey(other);
    }

    /** Joins two hosts by a line, the client's side first. */
    void connect(int client, int server, Line line, int mtu) {
        outlets.get(client).put(server, new Outlet(line, Side.CLIENT, server, mtu));
        outlets.get(server).put(client, new Outlet(line, Side.SERVER, client, mtu));
    }

    /** The first hop from a host to an address; empty where no way leads there. */
    Optional<Outlet> route(int from, IpAddress to) {
        return routes.get(from).computeIfAbsent(to, address -> search(from, address));
    }

    /** Breadth first, in the order in which the lines were laid. */
    private Optional<Outlet> search(int from, IpAddress to) {
        int goal = indexes.getOrDefault(to, -1);
        Map<Integer, Outlet> first = new HashMap<>(outlets.get(from));
        Deque<Integer> open = new ArrayDeque<>(outlets.get(from).keySet());
        while (!open.isEmpty() && !first.containsKey(goal)) {
            int here = open.remove();
            for (int next : outlets.get(here).keySet()) {
                if (next != from && !first.containsKey(next)) {
                    first.put(next, first.get(here));
                    open.add(next);
                }
            }
        }
        return Optional.ofNullable(first.get(goal));
    }
}

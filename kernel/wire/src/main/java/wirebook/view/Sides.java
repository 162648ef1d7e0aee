package wirebook.view;

import java.util.HashMap;
import java.util.Map;
import wirebook.replay.Host;
import wirebook.replay.Step;
import wirebook.replay.Trace;

/** On which axis each end of a connection is, and in which state it was seen last. */
final class Sides {
    private final Trace trace;
    private final Map<Integer, Integer> openers = new HashMap<>();
    private final Map<Integer, Integer> others = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();

    Sides(Trace trace) {
        this.trace = trace;
        for (int connection = 0; connection < trace.connections().size(); connection++) {
            String[] ends = trace.connections().get(connection).split(" → ", 2);
            openers.put(connection, host(ends[0], 0));
            others.put(connection, host(ends[ends.length - 1], trace.hosts().size() - 1));
        }
        openers.putIfAbsent(-1, 0);
        others.putIfAbsent(-1, trace.hosts().size() - 1);
    }

    private int host(String endpoint, int otherwise) {
        for (int i = 0; i < trace.hosts().size(); i++) {
            Host host = trace.hosts().get(i);
            if (endpoint.startsWith(host.address() + ":") || endpoint.startsWith("[" + host.address() + "]")) {
                return i;
            }
        }
        return otherwise;
    }

    /** The host of a connection's end, 0 for the opener's; −1 where nobody knows. */
    int host(int connection, int end) {
        return (end == 0 ? openers : others).getOrDefault(connection, -1);
    }

    /** What an end is called: its host's name, where that is known. */
    String name(int connection, int end) {
        int host = host(connection, end);
        return host >= 0 && host < trace.hosts().size()
                ? trace.hosts().get(host).name()
                : end == 0 ? "opener" : "other end";
    }

    /** Whether a state is another one than this end was in; remembers it. */
    boolean changed(int connection, int end, String state) {
        return !state.isEmpty() && !state.equals(states.put(connection + "/" + end, state));
    }

    /** A state's name, with the connection's number where there are several. */
    String named(int connection, String state) {
        return trace.connections().size() > 1 ? state + " #" + (connection + 1) : state;
    }

    /** Where a step happened, in a word. */
    static String place(Trace trace, Step step) {
        return step.host() < 0 ? "network" : trace.hosts().get(step.host()).name();
    }
}

package wirebook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import wirebook.field.Shown;
import wirebook.replay.Replay;
import wirebook.replay.Step;
import wirebook.tcp.state.StateTable;

/**
 * A state diagram with a place in it.
 *
 * @param arrows the transitions
 * @param path the states that were passed through, the present one last; empty where nothing has happened
 */
public record StateDiagram(List<Arrow> arrows, List<String> path) implements Shown {
    /** Copies the lists. */
    public StateDiagram {
        arrows = List.copyOf(arrows);
        path = List.copyOf(path);
    }

    /** TCP's diagram (RFC 9293, figure 5, and 3.10) from the table that runs it, with the states passed so far. */
    public static StateDiagram tcp(List<String> path) {
        return new StateDiagram(
                StateTable.TRANSITIONS.stream()
                        .map(arrow -> new Arrow(
                                arrow.from().toString(),
                                arrow.trigger().toString(),
                                arrow.action(),
                                arrow.to().toString()))
                        .toList(),
                path);
    }

    /**
     * TCP's diagram with the path of one end of a connection up to a replay's step; at step 0, through all of them.
     *
     * @param connection its number, from 0
     * @param end 0 for the end that opened, 1 for the other one
     */
    public static StateDiagram of(Replay replay, int connection, int end) {
        List<String> path = new ArrayList<>();
        int last = replay.number() == 0 ? replay.trace().steps().size() : replay.number();
        for (Step step : replay.trace().steps().subList(0, last)) {
            if (step.connection() == connection && step.ends().size() > end) {
                String state = step.ends().get(end).state();
                if (!state.isEmpty() && (path.isEmpty() || !path.getLast().equals(state))) {
                    path.add(state);
                }
            }
        }
        return tcp(begun(path));
    }

    /** The first state that a step shows was reached from one that nobody saw. */
    private static List<String> begun(List<String> path) {
        if (!path.isEmpty() && path.getFirst().equals("SYN-SENT")) {
            path.addFirst("CLOSED");
        } else if (!path.isEmpty() && path.getFirst().equals("SYN-RECEIVED")) {
            path.addFirst("LISTEN");
        }
        return path;
    }

    /**
     * A transition.
     *
     * @param from the state it leaves
     * @param event what causes it
     * @param action what is done; empty for nothing
     * @param to the state it leads to
     */
    public record Arrow(String from, String event, String action, String to) {
        /** The label without the book-keeping of control blocks, which every picture of the diagram leaves out. */
        String sign() {
            return label().replace("create TCB, ", "").replaceAll(" / (create|delete) TCB$", "");
        }

        /** What stands at the arrow. */
        String label() {
            return action.isEmpty() ? event : event + " / " + action;
        }
    }

    /** The present state; empty where nothing has happened. */
    public String present() {
        return path.isEmpty() ? "" : path.getLast();
    }

    /** Whether the path goes from one state straight to another. */
    boolean passed(String from, String to) {
        for (int i = 1; i < path.size(); i++) {
            if (path.get(i - 1).equals(from) && path.get(i).equals(to)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        List<String> states = new ArrayList<>();
        arrows.forEach(arrow -> {
            if (!states.contains(arrow.from())) {
                states.add(arrow.from());
            }
        });
        String head = path.isEmpty() ? "" : "path: " + String.join(" → ", path) + "\n";
        return head + states.stream().map(this::state).collect(Collectors.joining("\n"));
    }

    private String state(String name) {
        return (name.equals(present()) ? "* " : "  ") + name + "\n"
                + arrows.stream()
                        .filter(arrow -> arrow.from().equals(name))
                        .map(arrow -> (passed(arrow.from(), arrow.to()) ? "  > " : "    ") + arrow.label() + " → "
                                + arrow.to())
                        .collect(Collectors.joining("\n"));
    }
}

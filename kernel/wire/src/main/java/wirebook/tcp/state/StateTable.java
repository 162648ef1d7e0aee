package wirebook.tcp.state;

import static wirebook.tcp.state.State.CLOSED;
import static wirebook.tcp.state.State.CLOSE_WAIT;
import static wirebook.tcp.state.State.CLOSING;
import static wirebook.tcp.state.State.ESTABLISHED;
import static wirebook.tcp.state.State.FIN_WAIT_1;
import static wirebook.tcp.state.State.FIN_WAIT_2;
import static wirebook.tcp.state.State.LAST_ACK;
import static wirebook.tcp.state.State.LISTEN;
import static wirebook.tcp.state.State.SYN_RECEIVED;
import static wirebook.tcp.state.State.SYN_SENT;
import static wirebook.tcp.state.State.TIME_WAIT;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TCP's state diagram as a table (RFC 9293, figure 5, with the arrows that only the text of 3.10 has). */
public final class StateTable {
    /** Every arrow, by the state it starts from. */
    public static final List<Transition> TRANSITIONS = List.of(
            arrow(CLOSED, Trigger.ACTIVE_OPEN, "create TCB, snd SYN", SYN_SENT),
            arrow(CLOSED, Trigger.PASSIVE_OPEN, "create TCB", LISTEN),
            arrow(LISTEN, Trigger.ACTIVE_OPEN, "snd SYN", SYN_SENT),
            arrow(LISTEN, Trigger.SEND, "snd SYN", SYN_SENT),
            arrow(LISTEN, Trigger.SYN, "snd SYN,ACK", SYN_RECEIVED),
            arrow(LISTEN, Trigger.CLOSE, "delete TCB", CLOSED),
            arrow(LISTEN, Trigger.ABORT, "delete TCB", CLOSED),
            arrow(SYN_SENT, Trigger.SYN_ACK, "snd ACK", ESTABLISHED),
            arrow(SYN_SENT, Trigger.SYN, "snd SYN,ACK", SYN_RECEIVED),
            arrow(SYN_SENT, Trigger.RST, "delete TCB", CLOSED),
            arrow(SYN_SENT, Trigger.CLOSE, "delete TCB", CLOSED),
            arrow(SYN_SENT, Trigger.ABORT, "delete TCB", CLOSED),
            arrow(SYN_SENT, Trigger.USER_TIMEOUT, "delete TCB", CLOSED),
            arrow(SYN_RECEIVED, Trigger.ACK_OF_SYN, "", ESTABLISHED),
            arrow(SYN_RECEIVED, Trigger.CLOSE, "snd FIN", FIN_WAIT_1),
            arrow(SYN_RECEIVED, Trigger.FIN, "snd ACK", CLOSE_WAIT),
            arrow(SYN_RECEIVED, Trigger.RST, "delete TCB", CLOSED),
            arrow(SYN_RECEIVED, Trigger.ABORT, "snd RST", CLOSED),
            arrow(SYN_RECEIVED, Trigger.USER_TIMEOUT, "delete TCB", CLOSED),
            arrow(ESTABLISHED, Trigger.CLOSE, "snd FIN", FIN_WAIT_1),
            arrow(ESTABLISHED, Trigger.FIN, "snd ACK", CLOSE_WAIT),
            arrow(ESTABLISHED, Trigger.RST, "delete TCB", CLOSED),
            arrow(ESTABLISHED, Trigger.ABORT, "snd RST", CLOSED),
            arrow(ESTABLISHED, Trigger.USER_TIMEOUT, "delete TCB", CLOSED),
            arrow(FIN_WAIT_1, Trigger.ACK_OF_FIN, "", FIN_WAIT_2),
            arrow(FIN_WAIT_1, Trigger.FIN, "snd ACK", CLOSING),
            arrow(FIN_WAIT_1, Trigger.RST, "delete TCB", CLOSED),
            arrow(FIN_WAIT_1, Trigger.ABORT, "snd RST", CLOSED),
            arrow(FIN_WAIT_1, Trigger.USER_TIMEOUT, "delete TCB", CLOSED),
            arrow(FIN_WAIT_2, Trigger.FIN, "snd ACK", TIME_WAIT),
            arrow(FIN_WAIT_2, Trigger.RST, "delete TCB", CLOSED),
            arrow(FIN_WAIT_2, Trigger.ABORT, "snd RST", CLOSED),
            arrow(FIN_WAIT_2, Trigger.USER_TIMEOUT, "delete TCB", CLOSED),
            arrow(CLOSE_WAIT, Trigger.CLOSE, "snd FIN", LAST_ACK),
            arrow(CLOSE_WAIT, Trigger.RST, "delete TCB", CLOSED),
            arrow(CLOSE_WAIT, Trigger.ABORT, "snd RST", CLOSED),
            arrow(CLOSE_WAIT, Trigger.USER_TIMEOUT, "delete TCB", CLOSED),
            arrow(CLOSING, Trigger.ACK_OF_FIN, "", TIME_WAIT),
            arrow(CLOSING, Trigger.RST, "delete TCB", CLOSED),
            arrow(CLOSING, Trigger.ABORT, "delete TCB", CLOSED),
            arrow(CLOSING, Trigger.USER_TIMEOUT, "delete TCB", CLOSED),
            arrow(LAST_ACK, Trigger.ACK_OF_FIN, "delete TCB", CLOSED),
            arrow(LAST_ACK, Trigger.RST, "delete TCB", CLOSED),
            arrow(LAST_ACK, Trigger.ABORT, "delete TCB", CLOSED),
            arrow(LAST_ACK, Trigger.USER_TIMEOUT, "delete TCB", CLOSED),
            arrow(TIME_WAIT, Trigger.TIME_WAIT_TIMEOUT, "delete TCB", CLOSED),
            arrow(TIME_WAIT, Trigger.RST, "delete TCB", CLOSED),
            arrow(TIME_WAIT, Trigger.ABORT, "delete TCB", CLOSED));

    private static final Map<State, Map<Trigger, Transition>> BY_STATE = byState();

    private StateTable() {}

    /** The arrow that {@code trigger} follows from {@code from}, if the diagram has one. */
    public static Optional<Transition> find(State from, Trigger trigger) {
        return Optional.ofNullable(BY_STATE.getOrDefault(from, Map.of()).get(trigger));
    }

    /** The arrows that start from {@code state}. */
    public static List<Transition> from(State state) {
        return TRANSITIONS.stream().filter(arrow -> arrow.from() == state).toList();
    }

    private static Transition arrow(State from, Trigger trigger, String action, State to) {
        return new Transition(from, trigger, action, to);
    }

    private static Map<State, Map<Trigger, Transition>> byState() {
        Map<State, Map<Trigger, Transition>> table = new EnumMap<>(State.class);
        for (Transition arrow : TRANSITIONS) {
            table.computeIfAbsent(arrow.from(), state -> new EnumMap<>(Trigger.class))
                    .put(arrow.trigger(), arrow);
        }
        return table;
    }
}

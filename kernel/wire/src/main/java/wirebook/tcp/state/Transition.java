package wirebook.tcp.state;

/**
 * An arrow of TCP's state diagram (RFC 9293, figure 5 and 3.10).
 *
 * @param from where it starts
 * @param trigger what happened
 * @param action what the endpoint does about it, in the words of the diagram: {@code snd SYN,ACK}; empty for nothing
 * @param to where it ends
 */
public record Transition(State from, Trigger trigger, String action, State to) {
    @Override
    public String toString() {
        return from + " --" + trigger + (action.isEmpty() ? "" : " / " + action) + "--> " + to;
    }
}

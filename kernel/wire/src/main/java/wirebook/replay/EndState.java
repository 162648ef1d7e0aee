package wirebook.replay;

import java.util.List;

/** What one end of a connection knows at one moment: TCP's transmission control block, or the little that a receiver has. */
public interface EndState {
    /** The name of the state: {@code ESTABLISHED}; empty where there is none. */
    String state();

    /** The variables in a fixed order. */
    List<Variable> variables();

    /** The same with sequence numbers as they are on the wire; itself where it has none. */
    default EndState absolute() {
        return this;
    }

    /** The octets it may send or has sent: acknowledged, in flight, allowed, waiting. */
    default Strip sendBuffer() {
        return Strip.NONE;
    }

    /** The octets it has or waits for: read, ready, out of order, missing. */
    default Strip receiveBuffer() {
        return Strip.NONE;
    }

    /**
     * A variable with its value as text.
     *
     * @param name the RFC's name: {@code SND.UNA}
     * @param value its value
     * @param meaning what it says, in a few words
     */
    record Variable(String name, String value, String meaning) {}

    /** Nothing is known. */
    EndState UNKNOWN = new EndState() {
        @Override
        public String state() {
            return "";
        }

        @Override
        public List<Variable> variables() {
            return List.of();
        }
    };
}

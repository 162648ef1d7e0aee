package wirebook.pcap;

/**
 * Something that a capture shows about a connection.
 *
 * @param frame the number of the frame that shows it
 * @param certainty whether the capture proves it or only suggests it
 * @param what what it is, in a sentence
 */
public record Finding(int frame, Certainty certainty, String what) {
    /** How sure one can be of what was seen at one place of the network. */
    public enum Certainty {
        /** The octets say so themselves. */
        PROVED,
        /** The usual explanation; others are possible. */
        SUGGESTED
    }

    /** Without the frame: {@code proves: …}. */
    String told() {
        return (certainty == Certainty.PROVED ? "proves: " : "suggests: ") + what;
    }

    @Override
    public String toString() {
        return "frame " + frame + " " + told();
    }
}

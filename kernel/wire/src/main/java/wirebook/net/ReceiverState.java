package wirebook.net;

import java.util.ArrayList;
import java.util.List;
import wirebook.replay.EndState;
import wirebook.replay.Strip;

/**
 * What a plain receiver knows: RFC 9293's receive sequence space.
 *
 * @param state its state's name
 * @param initial the number of the first octet of the stream
 * @param next RCV.NXT, the number that it waits for
 * @param window RCV.WND in octets
 * @param ignored how many packets it has thrown away
 * @param held what waits behind a gap
 */
record ReceiverState(String state, long initial, long next, int window, int ignored, List<Strip.Range> held)
        implements EndState {
    @Override
    public List<Variable> variables() {
        return List.of(
                new Variable("RCV.NXT", Long.toString(next), "the next octet that it waits for"),
                new Variable("RCV.WND", Integer.toString(window), "how many octets it is ready to take"),
                new Variable("dropped", Integer.toString(ignored), "packets that it threw away"));
    }

    @Override
    public Strip receiveBuffer() {
        List<Strip.Range> ranges = new ArrayList<>();
        if (next > initial) {
            ranges.add(new Strip.Range(initial, next, "read"));
        }
        ranges.addAll(held);
        return new Strip(ranges);
    }
}

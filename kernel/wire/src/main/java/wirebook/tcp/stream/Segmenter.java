package wirebook.tcp.stream;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;

/**
 * A rule that cuts a stream of octets into the data of segments (RFC 9293, 3.7).
 *
 * <p>Small enough to write your own: {@code profile.with(mySegmenter)} runs it in the place of {@link #FULL}.
 */
@FunctionalInterface
public interface Segmenter {
    /** Fills every segment: as much as waits and as the limit allows. */
    Segmenter FULL = Math::min;

    /**
     * How many octets the next segment carries.
     *
     * @param waiting the octets that wait to be sent, at least 1
     * @param limit the most that one segment may carry now: the effective send MSS or what the window leaves
     * @return 1 to the smaller of the two
     */
    int next(int waiting, int limit);

    /** The whole of {@code data}, cut into pieces of at most {@code mss} octets that share its array. */
    default List<Octets> cut(Octets data, int mss) {
        List<Octets> pieces = new ArrayList<>();
        for (int at = 0; at < data.length(); ) {
            int length = checked(data.length() - at, mss);
            pieces.add(data.slice(at, at + length));
            at += length;
        }
        return pieces;
    }

    /**
     * {@link #next}, checked.
     *
     * @throws IllegalStateException for an answer that is not from 1 to the smaller of both
     */
    default int checked(int waiting, int limit) {
        int length = next(waiting, limit);
        if (length < 1 || length > Math.min(waiting, limit)) {
            throw new IllegalStateException("the segmenter wants " + length + " octets in the next segment; from 1 to "
                    + Math.min(waiting, limit) + " are possible");
        }
        return length;
    }
}

package wirebook.net;

import java.util.ArrayList;
import java.util.List;
import wirebook.replay.EndState.Variable;
import wirebook.replay.Strip;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;

/**
 * The numbers of the segments that one end of a hand-built conversation sends (RFC 9293, 3.3.1).
 *
 * @param initial the number that its first segment begins with
 * @param end the number behind the last octet of its segments
 * @param sends whether there are such segments
 */
record SendSpace(long initial, long end, boolean sends) {
    /** The space of these segments. */
    static SendSpace of(List<TcpSegment> segments) {
        if (segments.isEmpty()) {
            return new SendSpace(0, 0, false);
        }
        long initial = segments.getFirst().seq();
        long end = initial;
        for (TcpSegment segment : segments) {
            end = SequenceNumber.max(end, SequenceNumber.plus(segment.seq(), segment.sequenceLength()));
        }
        return new SendSpace(initial, end, true);
    }

    /** Nothing sent yet. */
    Progress start() {
        return new Progress(initial, initial, 0);
    }

    /**
     * How far it has come.
     *
     * @param unacknowledged SND.UNA
     * @param next SND.NXT
     * @param duplicateAcks how many ACKs in a row acknowledged nothing new
     */
    record Progress(long unacknowledged, long next, int duplicateAcks) {
        Progress sent(TcpSegment segment) {
            long behind = SequenceNumber.plus(segment.seq(), segment.sequenceLength());
            return new Progress(unacknowledged, SequenceNumber.max(next, behind), duplicateAcks);
        }

        Progress acknowledged(TcpSegment segment) {
            boolean advances =
                    SequenceNumber.before(unacknowledged, segment.ack()) && SequenceNumber.upTo(segment.ack(), next);
            if (advances) {
                return new Progress(segment.ack(), next, 0);
            }
            boolean duplicate = segment.ack() == unacknowledged
                    && next != unacknowledged
                    && segment.data().isEmpty();
            return new Progress(unacknowledged, next, duplicateAcks + (duplicate ? 1 : 0));
        }

        List<Variable> variables() {
            return List.of(
                    new Variable("SND.UNA", Long.toString(unacknowledged), "the oldest number not acknowledged"),
                    new Variable("SND.NXT", Long.toString(next), "the next number to be sent"),
                    new Variable("duplicate ACKs", Integer.toString(duplicateAcks), "in a row, since SND.UNA moved"));
        }

        Strip strip(SendSpace space) {
            List<Strip.Range> ranges = new ArrayList<>();
            add(ranges, space.initial, unacknowledged, "acknowledged");
            add(ranges, unacknowledged, next, "in flight");
            add(ranges, next, space.end, "waiting");
            return new Strip(ranges);
        }

        private static void add(List<Strip.Range> ranges, long from, long to, String condition) {
            if (SequenceNumber.before(from, to)) {
                ranges.add(new Strip.Range(from, from + SequenceNumber.minus(to, from), condition));
            }
        }
    }
}

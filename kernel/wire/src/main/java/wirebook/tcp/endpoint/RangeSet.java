package wirebook.tcp.endpoint;

import java.util.ArrayList;
import java.util.List;
import wirebook.tcp.stream.Range;

/** A set of numbers as ranges that neither touch nor overlap, in order. Few ranges; many numbers. */
final class RangeSet {
    private final List<Range> ranges = new ArrayList<>();

    /** Adds a range; what of it was not there before, in order. */
    List<Range> add(long start, long end) {
        if (start >= end) {
            return List.of();
        }
        List<Range> fresh = new ArrayList<>();
        long from = start;
        long to = end;
        long at = start;
        int index = 0;
        while (index < ranges.size() && ranges.get(index).end() < start) {
            index++;
        }
        while (index < ranges.size() && ranges.get(index).start() <= end) {
            Range old = ranges.remove(index);
            if (old.start() > at) {
                fresh.add(new Range(at, old.start()));
            }
            at = Math.max(at, old.end());
            from = Math.min(from, old.start());
            to = Math.max(to, old.end());
        }
        if (at < end) {
            fresh.add(new Range(at, end));
        }
        ranges.add(index, new Range(from, to));
        return fresh;
    }

    /** Forgets everything before {@code place}. */
    void drop(long place) {
        while (!ranges.isEmpty() && ranges.getFirst().end() <= place) {
            ranges.removeFirst();
        }
        if (!ranges.isEmpty() && ranges.getFirst().start() < place) {
            ranges.set(0, new Range(place, ranges.getFirst().end()));
        }
    }

    void clear() {
        ranges.clear();
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** How many numbers it has. */
    long length() {
        long length = 0;
        for (Range range : ranges) {
            length += range.length();
        }
        return length;
    }

    /** The highest number and one; 0 for the empty set. */
    long end() {
        return ranges.isEmpty() ? 0 : ranges.getLast().end();
    }

    /** The ranges, from the lowest. */
    List<Range> ranges() {
        return ranges;
    }
}

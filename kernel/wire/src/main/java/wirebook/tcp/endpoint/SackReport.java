package wirebook.tcp.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.tcp.stream.Range;

/** What a receiver reports in its SACK option: the newest block first (RFC 2018, 4), and in front what came twice (RFC 2883). */
final class SackReport {
    /** More arrivals than blocks fit, since several may lie in one block. */
    private static final int REMEMBERED = 32;

    private final List<Long> newest = new ArrayList<>();
    private Optional<Range> duplicate = Optional.empty();

    /** Something arrived at {@code offset}, beyond a gap. */
    void arrived(long offset) {
        newest.remove(offset);
        newest.addFirst(offset);
        if (newest.size() > REMEMBERED) {
            newest.removeLast();
        }
    }

    /** Octets arrived of which some may have arrived before: the first such run is a duplicate (RFC 2883, 4). */
    void compare(long start, long end, long next, List<Range> held) {
        if (start < next) {
            duplicate = Optional.of(new Range(start, Math.min(end, next)));
            return;
        }
        for (Range range : held) {
            if (range.start() < end && start < range.end()) {
                duplicate = Optional.of(new Range(Math.max(start, range.start()), Math.min(end, range.end())));
                return;
            }
        }
    }

    /** The report was sent: a duplicate is reported once. */
    void sent() {
        duplicate = Optional.empty();
    }

    Optional<Range> duplicate() {
        return duplicate;
    }

    /** At most {@code most} blocks of what is held, the one that grew last first. */
    List<Range> blocks(List<Range> held, int most) {
        if (held.isEmpty()) {
            newest.clear();
        }
        if (held.isEmpty() && duplicate.isEmpty()) {
            return List.of();
        }
        List<Range> blocks = new ArrayList<>();
        int room = duplicate.isPresent() ? most - 1 : most;
        for (int i = 0; i < newest.size() && blocks.size() < room; i++) {
            holding(held, newest.get(i))
                    .filter(range -> !blocks.contains(range))
                    .ifPresent(blocks::add);
        }
        duplicate.ifPresent(blocks::addFirst);
        return blocks;
    }

    /** The range that has {@code offset}: it may have grown since, or have been delivered. */
    private static Optional<Range> holding(List<Range> held, long offset) {
        int low = 0;
        int high = held.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (held.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < held.size() && held.get(low).start() <= offset ? Optional.of(held.get(low)) : Optional.empty();
    }
}

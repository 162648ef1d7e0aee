package wirebook.tcp.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.tcp.stream.Range;

/** What a receiver reports in its SACK option: the newest block first (RFC 2018, 4), and in front what came twice (RFC 2883). */
final class SackReport {
    private final List<Long> newest = new ArrayList<>();
    private Optional<Range> duplicate = Optional.empty();

    /** Something arrived at {@code offset}, beyond a gap. */
    void arrived(long offset) {
        newest.remove(offset);
        newest.addFirst(offset);
    }

    /** Octets arrived that had arrived before. */
    void duplicate(Range range) {
        duplicate = Optional.of(range);
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
        duplicate.ifPresent(blocks::add);
        List<Range> fresh = recent(held);
        fresh.stream().limit(most - blocks.size()).forEach(blocks::add);
        return blocks;
    }

    private List<Range> recent(List<Range> held) {
        List<Range> blocks = new ArrayList<>();
        List<Long> kept = new ArrayList<>();
        for (long offset : newest) {
            held.stream()
                    .filter(range -> range.start() <= offset && offset < range.end())
                    .filter(range -> !blocks.contains(range))
                    .findFirst()
                    .ifPresent(range -> {
                        blocks.add(range);
                        kept.add(offset);
                    });
        }
        newest.clear();
        newest.addAll(kept);
        return blocks;
    }
}

package wirebook.tcp.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wirebook.tcp.stream.Range;

/**
 * What is on the way: every segment that is not acknowledged, in order, which of them the other end has (SACK), and which are
 * taken for lost (RFC 6675, 4). Offsets count from the SYN. Each segment is looked at a few times in its life, not for each ACK.
 */
final class Scoreboard {
    private final List<Flown> flown = new ArrayList<>();
    private final RangeSet sacked = new RangeSet();
    private int first;
    private long pipe;
    private long lostFrom;
    private long judgedUpTo;
    private int lostCount;

    /** Remembers a segment that is sent for the first time. */
    void sent(Flown segment) {
        flown.add(segment);
        pipe += segment.length();
    }

    /** Remembers that a segment was sent again. */
    void resent(Flown segment, long now) {
        segment.lastSent = now;
        segment.transmissions++;
        if (segment.lost) {
            segment.lost = false;
            lostCount--;
            pipe += segment.length();
        }
    }

    /** Everything before {@code offset} has arrived; {@code each} is told of what the other end had not SACKed before. */
    void acknowledge(long offset, Consumer<Flown> each) {
        while (!isEmpty() && flown.get(first).end <= offset) {
            Flown segment = flown.get(first);
            forget(segment);
            if (!segment.sacked) {
                each.accept(segment);
            }
            first++;
        }
        if (!isEmpty() && flown.get(first).start < offset) {
            cut(flown.get(first), offset);
        }
        sacked.drop(offset);
        compact();
    }

    private void cut(Flown segment, long offset) {
        if (segment.inPipe()) {
            pipe -= offset - segment.start;
        }
        segment.start = offset;
    }

    private void forget(Flown segment) {
        if (segment.inPipe()) {
            pipe -= segment.length();
        }
        if (segment.lost) {
            lostCount--;
        }
    }

    private void compact() {
        if (isEmpty()) {
            flown.clear();
            first = 0;
        } else if (first > 256 && first > flown.size() / 2) {
            flown.subList(0, first).clear();
            first = 0;
        }
    }

    /** Takes back the last segment as if it had never been sent: a probe that the other end did not take. */
    void withdraw() {
        forget(flown.removeLast());
        compact();
    }

    /** The other end has {@code start} to {@code end}; {@code each} is told of what is new. Returns how many octets are. */
    long sack(long start, long end, Consumer<Flown> each) {
        long octets = 0;
        for (Range fresh : sacked.add(start, end)) {
            octets += fresh.length();
            mark(fresh, each);
        }
        return octets;
    }

    private void mark(Range fresh, Consumer<Flown> each) {
        for (int i = find(fresh.start()); i < flown.size() && flown.get(i).start < fresh.end(); i++) {
            Flown segment = flown.get(i);
            if (!segment.sacked && covered(segment)) {
                forget(segment);
                segment.sacked = true;
                segment.lost = false;
                each.accept(segment);
            }
        }
    }

    private boolean covered(Flown segment) {
        for (Range range : sacked.ranges()) {
            if (range.start() <= segment.start && segment.end <= range.end()) {
                return true;
            }
        }
        return false;
    }

    /** Takes for lost what lies under enough SACKed octets or ranges (RFC 6675, 4: IsLost). Whether anything new is lost. */
    boolean judge(int dupThresh, int smss) {
        long edge = lossEdge(dupThresh, smss);
        boolean found = false;
        for (int i = find(judgedUpTo); i < flown.size() && flown.get(i).end <= edge; i++) {
            found |= lose(flown.get(i));
        }
        judgedUpTo = Math.max(judgedUpTo, edge);
        return found;
    }

    private long lossEdge(int dupThresh, int smss) {
        long octets = 0;
        int count = 0;
        for (Range range : sacked.ranges().reversed()) {
            octets += range.length();
            count++;
            if (count >= dupThresh || octets > (dupThresh - 1L) * smss) {
                return range.start();
            }
        }
        return 0;
    }

    /** Takes a segment for lost, if the other end does not have it. */
    boolean lose(Flown segment) {
        if (segment.sacked || segment.lost) {
            return false;
        }
        pipe -= segment.length();
        segment.lost = true;
        lostFrom = lostCount++ == 0 ? segment.start : Math.min(lostFrom, segment.start);
        return true;
    }

    /** Takes everything for lost that the other end does not have. */
    void loseAll() {
        for (int i = first; i < flown.size(); i++) {
            lose(flown.get(i));
        }
    }

    /** Nothing was lost after all: what was taken for lost and not sent again is still on the way. */
    void believe() {
        for (Flown segment : all()) {
            if (segment.lost) {
                segment.lost = false;
                pipe += segment.length();
            }
        }
        lostCount = 0;
        judgedUpTo = 0;
    }

    /** Cuts what is longer than {@code most} octets into pieces. Whether anything was. */
    boolean split(int most) {
        List<Flown> pieces = new ArrayList<>();
        for (Flown segment : all()) {
            for (long at = segment.start; at < segment.end; at += most) {
                pieces.add(segment.piece(at, Math.min(segment.end, at + most)));
            }
        }
        boolean cut = pieces.size() > flown.size() - first;
        if (cut) {
            flown.clear();
            flown.addAll(pieces);
            first = 0;
            lostCount = (int) pieces.stream().filter(piece -> piece.lost).count();
        }
        return cut;
    }

    /** Forgets what the other end said it has: it may throw such octets away (RFC 2018, 8). */
    void renege() {
        sacked.clear();
        for (int i = first; i < flown.size(); i++) {
            Flown segment = flown.get(i);
            if (segment.sacked) {
                segment.sacked = false;
                pipe += segment.length();
            }
        }
    }

    /** The first segment that is lost and not sent again. */
    Optional<Flown> nextLost() {
        if (lostCount == 0) {
            return Optional.empty();
        }
        int index = find(lostFrom);
        while (index < flown.size() && !flown.get(index).lost) {
            index++;
        }
        if (index == flown.size()) {
            return Optional.empty();
        }
        lostFrom = flown.get(index).start;
        return Optional.of(flown.get(index));
    }

    /** The index of the first segment that ends behind {@code offset}. */
    private int find(long offset) {
        int low = first;
        int high = flown.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (flown.get(middle).end <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean isEmpty() {
        return first == flown.size();
    }

    /** The oldest segment on the way. */
    Flown head() {
        return flown.get(first);
    }

    /** The newest segment on the way. */
    Flown last() {
        return flown.getLast();
    }

    /** The segments on the way, from the oldest. */
    List<Flown> all() {
        return flown.subList(first, flown.size());
    }

    /** pipe: octets that are still on the way as far as we know (RFC 6675, 4). */
    long pipe() {
        return pipe;
    }

    RangeSet sacked() {
        return sacked;
    }

    /** Ranges of what is lost and not sent again. */
    List<Range> lost() {
        if (lostCount == 0) {
            return List.of();
        }
        RangeSet lost = new RangeSet();
        all().stream().filter(segment -> segment.lost).forEach(segment -> lost.add(segment.start, segment.end));
        return List.copyOf(lost.ranges());
    }
}

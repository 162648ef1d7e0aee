package wirebook.jupyter.message;

import java.util.LinkedHashSet;

/** The signatures of late, so that a message recorded and sent again is told from a new one. Forgets the oldest. */
final class Seen {
    private static final int KEPT = 1 << 15;

    private final LinkedHashSet<Long> marks = new LinkedHashSet<>();

    /** Whether {@code signature} comes for the first time. Its first sixteen digits are mark enough. */
    synchronized boolean first(byte[] signature) {
        if (marks.size() >= KEPT) {
            marks.removeFirst();
        }
        return marks.add(mark(signature));
    }

    private static long mark(byte[] signature) {
        long mark = 0;
        for (int i = 0; i < Math.min(16, signature.length); i++) {
            mark = mark << 4 | Character.digit(signature[i], 16);
        }
        return mark;
    }
}

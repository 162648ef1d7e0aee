package wirebook.jupyter.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was run, in this session and the ones before. Without a disk to write to it still knows this session. Used by the cell thread
 * alone; the disk is left alone until the first cell has been answered.
 */
final class History {
    /** One cell of the past: source and, if it had a result, the result as text. */
    record Entry(int session, int line, String source, Optional<String> output) {}

    private static final int CHARS_KEPT = 1 << 24;

    private final Archive archive;
    private final Log log;
    private final List<Entry> present = new ArrayList<>();
    private int session;
    private int chars;
    private boolean diskless;

    History(Archive archive, Log log) {
        this.archive = archive;
        this.log = log;
    }

    /** Takes up what was run just now. */
    void add(int line, String source, Optional<String> output) {
        if (source.isBlank()) {
            return;
        }
        begin();
        Entry entry = new Entry(session, line, source, output.filter(text -> text.length() <= 1 << 16));
        remember(entry);
        try {
            if (!diskless) {
                archive.write(entry);
            }
        } catch (IOException full) {
            log.once("the history cannot be written: " + full);
        }
    }

    private void begin() {
        if (session > 0) {
            return;
        }
        try {
            session = archive.begin();
        } catch (IOException refused) {
            log.once("the history is kept for this session only: " + refused);
            session = 1;
            diskless = true;
        }
    }

    private void remember(Entry entry) {
        present.add(entry);
        chars += size(entry);
        while (chars > CHARS_KEPT) {
            chars -= size(present.removeFirst());
        }
    }

    private static int size(Entry entry) {
        return entry.source.length() + entry.output.orElse("").length();
    }

    /** The entries of this session. */
    List<Entry> present() {
        return present;
    }

    /** The entries of {@code number}: 0 for this session, a negative one counts back from it. Empty if there is no such session. */
    List<Entry> session(int number) {
        if (number == 0 || number == session) {
            return present;
        }
        List<Integer> past = past();
        int index = number > 0 ? past.indexOf(number) : past.size() + number;
        return index >= 0 && index < past.size() ? read(past.get(index)) : List.of();
    }

    /** The sessions before and beside this one, the oldest first. */
    List<Integer> past() {
        try {
            return archive.sessions().stream()
                    .filter(number -> number != session || diskless)
                    .toList();
        } catch (IOException unreadable) {
            log.once("the history cannot be read: " + unreadable);
            return List.of();
        }
    }

    /** The entries of a session of the past. */
    List<Entry> read(int number) {
        try {
            return archive.read(number);
        } catch (IOException unreadable) {
            log.once("the history cannot be read: " + unreadable);
            return List.of();
        }
    }
}

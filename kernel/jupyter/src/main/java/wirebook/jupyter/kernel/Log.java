package wirebook.jupyter.kernel;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the kernel tells whoever started it: each thing once, and nothing while a cell runs, since some take any word on standard error
 * for the cell's. May be used by any thread.
 */
final class Log {
    private static final int MOST = 200;
    private static final int LONGEST = 10_000;

    private final PrintStream out;
    private final Set<String> said = new HashSet<>();
    private final List<String> held = new ArrayList<>();
    private boolean holding;

    Log(OutputStream out) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** Says {@code text}, unless it was said before or too much was. */
    synchronized void once(String text) {
        String part = text.substring(0, Math.min(text.length(), LONGEST));
        if (said.size() < MOST && said.add(part)) {
            say(part);
        }
    }

    /** Says that {@code doing} something failed through a fault of ours, and where; if there is no memory left to say it, nothing. */
    void fault(String doing, Throwable fault) {
        try {
            tell(doing, fault);
        } catch (OutOfMemoryError speechless) {
            // Whoever had the fault lives on: that is more than a word about it.
        }
    }

    private void tell(String doing, Throwable fault) {
        StringBuilder text =
                new StringBuilder("a fault while ").append(doing).append(": ").append(fault);
        for (StackTraceElement frame : fault.getStackTrace()) {
            text.append("\n    at ").append(frame);
        }
        once(text.toString());
    }

    /** Keeps back what is said from now on. */
    synchronized void hold() {
        holding = true;
    }

    /** Says what was kept back. */
    synchronized void release() {
        holding = false;
        held.forEach(this::say);
        held.clear();
    }

    private void say(String text) {
        if (holding) {
            held.add(text);
        } else {
            out.println("[wirebook] " + text);
        }
    }
}

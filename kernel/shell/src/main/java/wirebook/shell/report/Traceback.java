package wirebook.shell.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import wirebook.shell.compile.Holders;

/** Shows an exception as its name, its message, its causes, and the lines of cells that led to it. */
public final class Traceback {
    private static final int WIDTH = 79;
    private static final int LIBRARY_FRAMES = 3;
    private static final int CELL_FRAMES = 12;
    private static final List<String> NEVER = List.of(
            "wirebook.shell.",
            "jdk.jshell.",
            "jdk.internal.",
            "java.lang.reflect.",
            "java.lang.invoke.",
            "sun.reflect.",
            "org.junit.",
            "org.opentest4j.");

    private final BiFunction<String, Integer, String> places;
    private final BiFunction<String, Integer, String> sources;
    private final List<String> hidden;

    /**
     * @param places where a line of a holder's class stands: {@code "cell [7], line 3"}, or empty
     * @param sources the text of that line, or empty
     * @param hidden prefixes of packages whose frames are not shown
     */
    public Traceback(
            BiFunction<String, Integer, String> places,
            BiFunction<String, Integer, String> sources,
            List<String> hidden) {
        this.places = places;
        this.sources = sources;
        this.hidden = hidden;
    }

    /** The name of the exception's class as a student wrote it. */
    public static String name(Throwable thrown) {
        String simple = thrown.getClass().getSimpleName();
        return simple.isEmpty() ? thrown.getClass().getSuperclass().getSimpleName() : simple;
    }

    /** The message; empty if there is none. */
    public static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : plain(thrown, message);
        } catch (RuntimeException e) {
            return "(its message cannot be had: " + e.getClass().getSimpleName() + ")";
        }
    }

    private static String plain(Throwable thrown, String message) {
        String own = Holders.plain(message);
        return thrown instanceof ClassCastException ? own.replaceFirst("(?s) \\(.* (is|are) in .*\\)$", "") : own;
    }

    /** All lines. */
    public List<String> of(Throwable thrown) {
        var lines = new ArrayList<String>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String intro = "";
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            lines.addAll(headline(intro, t));
            lines.addAll(frames(t));
            for (Throwable other : t.getSuppressed()) {
                lines.addAll(headline("also: ", other));
            }
            intro = "caused by ";
        }
        return lines;
    }

    /** {@code text} in lines under 80 columns. */
    public static List<String> wrapped(String text) {
        return Wrapping.wrap(text, WIDTH, "    ");
    }

    private static List<String> headline(String intro, Throwable thrown) {
        String message = message(thrown);
        List<String> assertion = Expectation.lines(thrown);
        if (!assertion.isEmpty()) {
            return assertion;
        }
        String name = intro + name(thrown);
        String line = name + (message.isEmpty() ? "" : ": " + message);
        return Wrapping.wrap(line, WIDTH, "    ");
    }

    private List<String> frames(Throwable thrown) {
        var lines = new ArrayList<String>();
        var library = new ArrayList<String>();
        int cells = 0;
        int left = 0;
        String last = "";
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String place = place(frame);
            String line = "    at "
                    + (place.isEmpty() ? frame.getClassName() + "." + frame.getMethodName() : place + in(frame));
            boolean again = line.equals(last);
            last = line;
            if (place.isEmpty()) {
                if (ours(frame)) {
                    library.clear();
                }
                boolean near = cells == 0 && library.size() < LIBRARY_FRAMES && shown(frame);
                library.addAll(near && !again ? List.of(line) : List.of());
            } else if (again || cells >= CELL_FRAMES) {
                left++;
            } else {
                lines.addAll(cells == 0 ? library : List.of());
                lines.add(line);
                lines.addAll(cells == 0 ? source(frame) : List.of());
                cells++;
            }
        }
        if (left > 0) {
            lines.add("    … and again and again");
        }
        return lines;
    }

    private List<String> source(StackTraceElement frame) {
        String text = sources.apply(Holders.of(frame.getClassName()), frame.getLineNumber());
        return text.isBlank() ? List.of() : List.of("       " + text.strip());
    }

    private String place(StackTraceElement frame) {
        String holder = Holders.of(frame.getClassName());
        return holder.isEmpty() ? "" : places.apply(holder, frame.getLineNumber());
    }

    private boolean shown(StackTraceElement frame) {
        String name = frame.getClassName();
        return !name.startsWith("cells.")
                && NEVER.stream().noneMatch(name::startsWith)
                && hidden.stream().noneMatch(name::startsWith)
                && !name.contains("$$Lambda");
    }

    /** Whether the frame is in a library whose insides are not shown; then what it has called is not shown either. */
    private boolean ours(StackTraceElement frame) {
        return hidden.stream().anyMatch(frame.getClassName()::startsWith);
    }

    /** The method of the student's that the frame is in. */
    private static String in(StackTraceElement frame) {
        String method = frame.getMethodName();
        String type = Holders.plain(frame.getClassName()).replaceFirst("^the notebook$", "");
        if (method.startsWith("lambda$") || (type.isEmpty() && (method.equals("run") || method.equals("do_it$")))) {
            return "";
        }
        String name = method.equals("<init>") ? "new " + type : type.isEmpty() ? method : type + "." + method;
        return method.equals("<clinit>") ? ", in " + type : ", in " + name.replace('$', '.');
    }
}

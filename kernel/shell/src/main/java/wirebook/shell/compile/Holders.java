package wirebook.shell.compile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the classes that hold what cells declare: seen by the compiler, never by a student. */
public final class Holders {
    private static final Pattern PREFIX =
            Pattern.compile("(cells\\.)?\\$[VMTCX]\\d+[.$]|(REPL\\.)?\\$JShell\\$\\d+[A-Z]*[.$]");
    private static final Pattern ALONE =
            Pattern.compile("(class )?((cells\\.)?\\$[VMTCX]\\d+|(REPL\\.)?\\$JShell\\$\\d+[A-Z]*)\\b");

    private static final Pattern JSHELL = Pattern.compile("REPL\\.(\\$JShell\\$\\d+[A-Z]*)");

    private Holders() {}

    /** {@code text} without the names of holders. */
    public static String plain(String text) {
        return ALONE.matcher(PREFIX.matcher(text).replaceAll("")).replaceAll("the notebook");
    }

    /** The top-level class of a binary name: {@code "$T4"} for {@code "cells.$T4$Point"}; empty for classes of others. */
    public static String of(String binaryName) {
        Matcher plain = JSHELL.matcher(binaryName);
        if (plain.lookingAt()) {
            return plain.group(1);
        }
        if (!binaryName.startsWith(Javac.PACKAGE + ".$")) {
            return "";
        }
        String simple = binaryName.substring(Javac.PACKAGE.length() + 1);
        int end = simple.indexOf('$', 1);
        return end < 0 ? simple : simple.substring(0, end);
    }
}

package wirebook.shell.magic;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a magic is given behind its name.
 *
 * @param text all of it, stripped
 * @param words its words: blanks divide them, but not between double quotes nor behind a backslash
 */
public record Arguments(String text, List<String> words) {
    private static final Pattern WORD =
            Pattern.compile("(?:[^\\s\"\\\\]|\\\\[\\s\"\\\\]|\\\\|\"(?:[^\"\\\\]|\\\\.)*+\"?)+");
    private static final Pattern SIGN = Pattern.compile("\\\\([\\s\"\\\\])|\"");

    /** Freezes the words. */
    public Arguments {
        words = List.copyOf(words);
    }

    /** Those of a line. */
    public static Arguments of(String line) {
        List<String> words = WORD.matcher(line)
                .results()
                .map(word -> SIGN.matcher(word.group()).replaceAll("$1"))
                .toList();
        return new Arguments(line.strip(), words);
    }

    /** Those of a call in Java. */
    public static Arguments of(List<String> words) {
        return new Arguments(String.join(" ", words), words);
    }
}

package wirebook.shell.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a misspelt one was meant to be. */
public final class Near {
    private Near() {}

    /** The nearest of {@code names}, if it is near: other case, or a letter or two away. */
    public static Optional<String> of(String name, Collection<String> names) {
        int most = name.length() <= 2 ? 0 : name.length() <= 4 ? 1 : 2;
        return names.stream()
                .filter(n -> !n.equals(name))
                .filter(n -> n.equalsIgnoreCase(name) || (apart(name, n) <= most && distance(name, n) <= most))
                .min(Comparator.comparingInt((String n) -> n.equalsIgnoreCase(name) ? 0 : distance(name, n))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** No more than {@link #distance}, and found quickly: a long session has thousands of names. */
    private static int apart(String a, String b) {
        int other = Long.bitCount(letters(a) ^ letters(b)); // a changed letter turns over two of them at most
        return Math.max(Math.abs(a.length() - b.length()), (other + 1) / 2);
    }

    /** A bit for each letter that occurs. */
    private static long letters(String name) {
        long letters = 0;
        for (int i = 0; i < name.length(); i++) {
            letters |= 1L << name.charAt(i);
        }
        return letters;
    }

    /** How many letters have to be put in, left out, changed or swapped with their neighbour. */
    static int distance(String a, String b) {
        int same = 0; // what both begin with costs nothing, and need not be looked at again and again
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return behind(a.substring(same), b.substring(same));
    }

    private static int behind(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}

package wirebook.net;

import java.time.Duration;
import java.util.Locale;

/** Durations in words and as a cell writes them. */
final class Times {
    private Times() {}

    /** {@code 30 ms}: milliseconds with as many decimals as there are, at most six. */
    static String words(Duration time) {
        return number(time) + " ms";
    }

    /** {@code ms(30)}. */
    static String code(Duration time) {
        return "ms(" + number(time) + ")";
    }

    private static String number(Duration time) {
        return String.format(Locale.ROOT, "%.6f", time.toNanos() / 1e6).replaceFirst("\\.?0+$", "");
    }
}

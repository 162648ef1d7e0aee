package wirebook.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The round numbers of an axis. */
final class Ticks {
    private Ticks() {}

    /** Round numbers from 0 up to {@code most}, some five of them. */
    static List<Double> upTo(double most) {
        double rough = Math.max(most, 1e-9) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= most * 1.0000001; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A number as an axis writes it. */
    static String number(double value) {
        return new BigDecimal(String.format(Locale.ROOT, "%.3f", value))
                .stripTrailingZeros()
                .toPlainString();
    }
}

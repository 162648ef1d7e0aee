package wirebook.pcap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Times as numbers of milliseconds, to the microsecond. */
final class Milliseconds {
    private Milliseconds() {}

    /** {@code 42.5}, {@code 0.0}: at least one decimal and at most three. */
    static String of(Duration time) {
        BigDecimal millis = BigDecimal.valueOf(time.toNanos(), 6)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return (millis.scale() < 1 ? millis.setScale(1, RoundingMode.UNNECESSARY) : millis).toPlainString();
    }
}

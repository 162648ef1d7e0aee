package wirebook.net;

import java.util.Locale;

/**
 * How fast a link puts bits on the line.
 *
 * @param bitsPerSecond bits a second, at least 1; {@link Long#MAX_VALUE} where there is no limit
 */
public record Rate(long bitsPerSecond) {
    /** As fast as one likes: a packet takes no time to leave. */
    public static final Rate UNLIMITED = new Rate(Long.MAX_VALUE);

    private static final long SECOND = 1_000_000_000;

    /** Checks that something moves at all. */
    public Rate {
        if (bitsPerSecond < 1) {
            throw new IllegalArgumentException("a rate is at least 1 bit a second; this is " + bitsPerSecond);
        }
    }

    /** Thousands of bits a second. */
    public static Rate kbps(double kilobits) {
        return new Rate(Math.round(kilobits * 1e3));
    }

    /** Millions of bits a second. */
    public static Rate mbps(double megabits) {
        return new Rate(Math.round(megabits * 1e6));
    }

    /** Thousands of millions of bits a second. */
    public static Rate gbps(double gigabits) {
        return new Rate(Math.round(gigabits * 1e9));
    }

    /** How long a packet of {@code octets} takes to leave, in nanoseconds. */
    long nanos(int octets) {
        return this.equals(UNLIMITED) ? 0 : Math.ceilDiv(octets * 8L * SECOND, bitsPerSecond);
    }

    /** As a cell writes it: {@code mbps(2)}. */
    @Override
    public String toString() {
        if (bitsPerSecond == Long.MAX_VALUE) {
            return "unlimited";
        }
        return bitsPerSecond >= 1_000_000
                ? "mbps(" + number(bitsPerSecond / 1e6) + ")"
                : "kbps(" + number(bitsPerSecond / 1e3) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceFirst("\\.?0+$", "");
    }
}

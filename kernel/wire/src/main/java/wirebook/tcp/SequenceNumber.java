package wirebook.tcp;

/** Arithmetic of sequence numbers: modulo 2 to the 32nd (RFC 9293, 3.4). Numbers are longs from 0 to 4,294,967,295. */
public final class SequenceNumber {
    private static final long MASK = 0xffff_ffffL;

    private SequenceNumber() {}

    /** {@code number + octets}, wrapped. */
    public static long plus(long number, long octets) {
        return number + octets & MASK;
    }

    /** How far {@code a} is behind {@code b}: negative where it is before it; −2^31 to 2^31 − 1. */
    public static int minus(long a, long b) {
        return (int) (a - b);
    }

    /** Whether {@code a} comes before {@code b}. */
    public static boolean before(long a, long b) {
        return minus(a, b) < 0;
    }

    /** Whether {@code a} is {@code b} or comes before it. */
    public static boolean upTo(long a, long b) {
        return minus(a, b) <= 0;
    }

    /** The later of the two. */
    public static long max(long a, long b) {
        return before(a, b) ? b : a;
    }
}

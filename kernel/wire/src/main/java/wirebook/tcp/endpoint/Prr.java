package wirebook.tcp.endpoint;

/** Proportional rate reduction: in recovery, as much goes out as ssthresh allows for what arrives (RFC 6937, 3; bound SSRB). */
final class Prr {
    private long flightSize;
    private long threshold;
    private long delivered;
    private long out;
    private long window;
    private int smss;

    /** Recovery begins with {@code flight} octets on the way, and shall end with {@code ssthresh}. */
    void enter(long flight, long ssthresh, long pipe, int segment) {
        flightSize = Math.max(1, flight);
        threshold = ssthresh;
        smss = segment;
        delivered = 0;
        out = 0;
        window = pipe;
    }

    /** So many octets arrived by the last acknowledgment. */
    void delivered(long octets, long pipe) {
        delivered += octets;
        window = pipe + Math.max(0, pipe > threshold ? proportional() : Math.min(threshold - pipe, bound(octets)));
    }

    private long proportional() {
        return (delivered * threshold + flightSize - 1) / flightSize - out;
    }

    private long bound(long octets) {
        return Math.max(delivered - out, octets) + smss;
    }

    void sent(long octets) {
        out += octets;
    }

    long window() {
        return window;
    }
}

package wirebook.tcp.congestion;

/**
 * Slow start and congestion avoidance (RFC 5681, 3.1): the window doubles each round trip, then grows by one segment in each.
 *
 * @param window cwnd in octets
 * @param threshold ssthresh in octets
 * @param smss SMSS in octets
 * @param counted octets acknowledged since the window grew in congestion avoidance
 */
public record Reno(long window, long threshold, int smss, long counted) implements CongestionControl {
    /** Reno before a connection has started it. */
    public static final Reno NEW = new Reno(0, Long.MAX_VALUE, 0, 0);

    @Override
    public String name() {
        return "reno";
    }

    @Override
    public Reno start(int newSmss, long initialWindow) {
        return new Reno(initialWindow, Long.MAX_VALUE, newSmss, 0);
    }

    @Override
    public Reno acknowledged(long octets, Flight flight) {
        if (!flight.windowUsed()) {
            return this;
        }
        return slowStart() ? doubled(octets) : avoided(octets);
    }

    /** At most one SMSS an ACK: appropriate byte counting with L = 1 (RFC 5681, 3.1, equation 2). */
    private Reno doubled(long octets) {
        return new Reno(window + Math.min(octets, smss), threshold, smss, 0);
    }

    /** One SMSS for each window of octets that is acknowledged (RFC 5681, 3.1: RECOMMENDED). */
    private Reno avoided(long octets) {
        long sum = counted + octets;
        return sum < window
                ? new Reno(window, threshold, smss, sum)
                : new Reno(window + smss, threshold, smss, sum - window);
    }

    @Override
    public Reno congested(Flight flight) {
        long half = half(flight);
        return new Reno(half, half, smss, 0);
    }

    @Override
    public Reno timedOut(Flight flight) {
        return new Reno(smss, half(flight), smss, 0);
    }

    /** ssthresh = max(FlightSize / 2, 2 SMSS) (RFC 5681, 3.1, equation 4). */
    private long half(Flight flight) {
        return Math.max(flight.flightSize() / 2, 2L * smss);
    }

    @Override
    public Reno idle(long restartWindow) {
        return new Reno(Math.min(window, restartWindow), threshold, smss, 0);
    }
}

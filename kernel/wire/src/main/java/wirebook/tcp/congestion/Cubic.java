package wirebook.tcp.congestion;

/**
 * CUBIC (RFC 9438): in congestion avoidance the window follows a cubic function of the time since the last congestion, flat
 * around the size at which that happened, and is never smaller than Reno's would be. All windows here are in segments.
 *
 * @param cwnd cwnd
 * @param threshold ssthresh, in octets
 * @param smss SMSS, in octets
 * @param most W_max: the window just before the last reduction; 0 before any
 * @param prior cwnd_prior: the window at the last reduction
 * @param estimate W_est: what Reno would have by now
 * @param epochWindow cwnd_epoch: the window when congestion avoidance began
 * @param epoch when congestion avoidance began, in nanoseconds; −1 while it has not
 */
public record Cubic(
        double cwnd,
        long threshold,
        int smss,
        double most,
        double prior,
        double estimate,
        double epochWindow,
        long epoch)
        implements CongestionControl {
    /** CUBIC before a connection has started it. */
    public static final Cubic NEW = new Cubic(0, Long.MAX_VALUE, 1, 0, 0, 0, 0, -1);

    private static final double C = 0.4;
    private static final double BETA = 0.7;
    private static final double ALPHA = 3 * (1 - BETA) / (1 + BETA);

    @Override
    public String name() {
        return "cubic";
    }

    @Override
    public Cubic start(int newSmss, long initialWindow) {
        return new Cubic((double) initialWindow / newSmss, Long.MAX_VALUE, newSmss, 0, 0, 0, 0, -1);
    }

    @Override
    public long window() {
        return (long) (cwnd * smss);
    }

    @Override
    public Cubic acknowledged(long octets, Flight flight) {
        if (!flight.windowUsed()) {
            return this;
        }
        double segments = (double) octets / smss;
        return slowStart() ? cwnd(cwnd + Math.min(segments, 1)) : begun(flight).avoided(segments, flight);
    }

    /** Congestion avoidance begins: its clock starts (RFC 9438, 4.2). After slow start W_max is the window itself. */
    private Cubic begun(Flight flight) {
        if (epoch >= 0) {
            return this;
        }
        double top = Math.max(most, cwnd);
        return new Cubic(
                cwnd, threshold, smss, top, prior, cwnd, cwnd, flight.now().toNanos());
    }

    private Cubic avoided(double segments, Flight flight) {
        double t = (flight.now().toNanos() - epoch) / 1e9;
        double reno = estimate + (estimate < prior ? ALPHA : 1) * segments / cwnd;
        double next = at(t) < reno
                ? Math.max(cwnd, reno)
                : towards(target(t + flight.rtt().toNanos() / 1e9), segments);
        return new Cubic(next, threshold, smss, most, prior, reno, epochWindow, epoch);
    }

    /** W_cubic(t) (RFC 9438, 4.2, figures 1 and 2). */
    private double at(double t) {
        double k = StrictMath.cbrt((most - epochWindow) / C);
        double x = t - k;
        return C * x * x * x + most;
    }

    /** No less than the window, no more than half as much again (RFC 9438, 4.2). */
    private double target(double t) {
        return Math.clamp(at(t), cwnd, 1.5 * cwnd);
    }

    private double towards(double target, double segments) {
        return cwnd + (target - cwnd) / cwnd * segments;
    }

    private Cubic cwnd(double segments) {
        return new Cubic(segments, threshold, smss, most, prior, estimate, epochWindow, epoch);
    }

    @Override
    public Cubic congested(Flight flight) {
        return reduced(flight, reduction(flight) / (double) smss);
    }

    @Override
    public Cubic timedOut(Flight flight) {
        return reduced(flight, 1).forgotten();
    }

    /** Fast convergence: a flow whose window shrinks leaves room to a newcomer (RFC 9438, 4.7). */
    private Cubic reduced(Flight flight, double next) {
        double top = cwnd < most ? cwnd * (1 + BETA) / 2 : cwnd;
        return new Cubic(next, reduction(flight), smss, top, cwnd, 0, 0, -1);
    }

    /** After a timeout the curve starts anew where congestion avoidance begins (RFC 9438, 4.8). */
    private Cubic forgotten() {
        return new Cubic(cwnd, threshold, smss, 0, prior, 0, 0, -1);
    }

    /** ssthresh: 0.7 of what is in flight, at least two segments (RFC 9438, 4.6). */
    private long reduction(Flight flight) {
        return Math.max((long) (flight.flightSize() * BETA), 2L * smss);
    }

    @Override
    public Cubic idle(long restartWindow) {
        double least = Math.min(cwnd, (double) restartWindow / smss);
        return new Cubic(least, threshold, smss, most, prior, 0, 0, -1);
    }
}

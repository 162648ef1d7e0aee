package wirebook.tcp.timing;

import java.time.Duration;

/**
 * The estimator of RFC 6298: a smoothed mean of the round trips, four times their variation, and doubling on timeouts.
 *
 * @param srtt SRTT; zero before the first sample
 * @param rttvar RTTVAR; zero before the first sample
 * @param rto RTO, between {@code least} and {@code most}
 * @param least RTO is rounded up to this; the RFC says 1 s, common systems take 200 ms
 * @param most RTO is rounded down to this, at least 60 s in the RFC
 * @param granularity G: the smallest step of the clock
 */
public record JacobsonKarels(
        Duration srtt, Duration rttvar, Duration rto, Duration least, Duration most, Duration granularity)
        implements RtoEstimator {

    /** The estimator before any sample: RTO is {@code initial} (RFC 6298, 2.1). */
    public static JacobsonKarels of(Duration initial, Duration least, Duration most, Duration granularity) {
        return new JacobsonKarels(Duration.ZERO, Duration.ZERO, initial, least, most, granularity);
    }

    @Override
    public JacobsonKarels sample(Duration rtt) {
        return srtt.isZero() ? first(rtt) : next(rtt.toNanos());
    }

    private JacobsonKarels first(Duration rtt) {
        return estimate(rtt.toNanos(), rtt.toNanos() / 2);
    }

    /** RTTVAR takes a quarter of the new deviation, then SRTT an eighth of the new round trip (RFC 6298, 2.3). */
    private JacobsonKarels next(long rtt) {
        long deviation = Math.abs(srtt.toNanos() - rtt);
        return estimate(srtt.toNanos() + (rtt - srtt.toNanos()) / 8, (3 * rttvar.toNanos() + deviation) / 4);
    }

    private JacobsonKarels estimate(long mean, long variation) {
        long wait = mean + Math.max(granularity.toNanos(), 4 * variation);
        return rto(Duration.ofNanos(mean), Duration.ofNanos(variation), wait);
    }

    @Override
    public JacobsonKarels backOff() {
        return rto(srtt, rttvar, 2 * rto.toNanos());
    }

    private JacobsonKarels rto(Duration mean, Duration variation, long wait) {
        long bounded = Math.max(least.toNanos(), Math.min(most.toNanos(), wait));
        return new JacobsonKarels(mean, variation, Duration.ofNanos(bounded), least, most, granularity);
    }
}

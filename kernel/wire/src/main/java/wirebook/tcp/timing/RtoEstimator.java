package wirebook.tcp.timing;

import java.time.Duration;

/**
 * The estimate of the retransmission timeout as a value: each round trip that was measured gives the next one (RFC 6298).
 *
 * <p>Small enough to write your own: {@code profile.with(myEstimator)} runs it in the place of {@link JacobsonKarels}.
 */
public interface RtoEstimator {
    /** The estimate after a round trip of {@code rtt} was measured. Retransmitted segments are never measured (Karn). */
    RtoEstimator sample(Duration rtt);

    /** The estimate after the retransmission timer expired: the timeout is backed off (RFC 6298, 5.5). */
    RtoEstimator backOff();

    /** RTO: how long to wait for an acknowledgment now. */
    Duration rto();

    /** SRTT: the smoothed round-trip time; zero before the first sample. */
    default Duration srtt() {
        return Duration.ZERO;
    }

    /** RTTVAR: the variation of the round-trip time; zero before the first sample. */
    default Duration rttvar() {
        return Duration.ZERO;
    }
}

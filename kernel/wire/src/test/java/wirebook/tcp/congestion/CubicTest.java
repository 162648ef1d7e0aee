package wirebook.tcp.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The numbers of RFC 9438, worked out from its equations; windows in segments of 1,000 octets. */
class CubicTest {
    private static final int SMSS = 1_000;

    private static Flight flight(long millis, double segments, long rtt) {
        return new Flight(Duration.ofMillis(millis), SMSS, (long) (segments * SMSS), Duration.ofMillis(rtt), true);
    }

    private static Cubic lossAt(int segments) {
        return Cubic.NEW.start(SMSS, (long) segments * SMSS).congested(flight(0, segments, 100));
    }

    /** The window after {@code rounds} round trips of congestion avoidance, an ACK for each segment. */
    private static Cubic after(Cubic control, int rounds, long rtt) {
        Cubic now = control;
        for (int round = 0; round < rounds; round++) {
            int acks = (int) now.cwnd();
            for (int ack = 0; ack < acks; ack++) {
                now = now.acknowledged(SMSS, flight(round * rtt + rtt * ack / acks, now.cwnd(), rtt));
            }
        }
        return now;
    }

    /** The window after {@code rounds} round trips of a millisecond, an ACK for all of the window. */
    private static double afterShort(Cubic control, int rounds) {
        Cubic now = control;
        for (int round = 0; round < rounds; round++) {
            now = now.acknowledged(now.window(), flight(round, now.cwnd(), 1));
        }
        return now.cwnd();
    }

    @Test
    void aLossTakesThreeTenthsOfTheWindow() {
        Cubic control = lossAt(100);
        assertThat(control.window()).isEqualTo(70_000); // 4.6: beta_cubic = 0.7
        assertThat(control.threshold()).isEqualTo(70_000);
        assertThat(control.most()).isEqualTo(100);
    }

    @Test
    void theWindowFollowsTheCubicFunctionAndIsFlatAtTheOldOne() {
        // 4.2: K = cbrt((100 - 70) / 0.4) = 4.217 s; W_cubic(t) = 0.4 (t - K)^3 + 100
        Cubic control = lossAt(100);
        assertThat(after(control, 20, 100).cwnd()).isCloseTo(0.4 * Math.pow(2.0 - 4.217, 3) + 100, within(1.5));
        assertThat(after(control, 42, 100).cwnd()).isCloseTo(100, within(0.5));
        assertThat(after(control, 84, 100).cwnd()).isCloseTo(130, within(2.0));
    }

    @Test
    void onShortPathsItIsNeverSlowerThanReno() {
        // 4.3: W_est grows by alpha_cubic = 3 (1 - 0.7) / (1 + 0.7) = 0.529 segments a round trip, by 1 beyond
        // cwnd_prior
        Cubic control = lossAt(10);
        assertThat(afterShort(control, 1)).isCloseTo(7.529, within(0.001));
        assertThat(afterShort(control, 5)).isCloseTo(7 + 5 * 0.5294, within(0.002));
        assertThat(afterShort(control, 9) - afterShort(control, 7)).isCloseTo(2, within(0.002));
    }

    @Test
    void aFlowWhoseWindowShrinksLeavesRoomToNewcomers() {
        Cubic twice = lossAt(100).congested(flight(100, 70, 100));
        assertThat(twice.window()).isEqualTo(49_000);
        assertThat(twice.most()).isCloseTo(70 * (1 + 0.7) / 2, within(1e-9)); // 4.7: fast convergence
    }

    @Test
    void afterATimeoutTheCurveStartsAnew() {
        Cubic control = lossAt(100).timedOut(flight(100, 70, 100));
        assertThat(control.window()).isEqualTo(SMSS);
        assertThat(control.threshold()).isEqualTo(49_000);
        Cubic avoiding = after(control, 8, 100); // slow start up to ssthresh, then K = 0
        assertThat(avoiding.cwnd()).isBetween(49.0, 60.0);
        assertThat(control.undo(lossAt(100))).isEqualTo(lossAt(100)); // 4.9.1: everything as it was
    }
}

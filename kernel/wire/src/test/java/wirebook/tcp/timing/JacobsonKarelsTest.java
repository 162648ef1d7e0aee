package wirebook.tcp.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JacobsonKarelsTest {
    private static final RtoEstimator START =
            JacobsonKarels.of(Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(60), Duration.ofMillis(1));

    private static Duration micros(double milliseconds) {
        return Duration.ofNanos((long) (milliseconds * 1_000_000));
    }

    /** The rows are worked out by hand from RFC 6298, 2.2 and 2.3. */
    @ParameterizedTest
    @CsvSource({
        "'100', 100, 50, 300",
        "'100 100', 100, 37.5, 250",
        "'100 200', 112.5, 62.5, 362.5",
        "'100 200 50', 104.6875, 62.5, 354.6875"
    })
    void samplesGiveTheNumbersOfTheRfc(String samples, double srtt, double rttvar, double rto) {
        RtoEstimator estimator = START;
        for (String sample : samples.split(" ")) {
            estimator = estimator.sample(Duration.ofMillis(Long.parseLong(sample)));
        }
        assertThat(estimator.srtt()).isEqualTo(micros(srtt));
        assertThat(estimator.rttvar()).isEqualTo(micros(rttvar));
        assertThat(estimator.rto()).isEqualTo(micros(rto));
    }

    @Test
    void beforeAnySampleTheRtoIsOneSecondAndDoublesUpToSixty() {
        RtoEstimator estimator = START;
        assertThat(estimator.rto()).isEqualTo(Duration.ofSeconds(1));
        assertThat(estimator.backOff().rto()).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 10; i++) {
            estimator = estimator.backOff();
        }
        assertThat(estimator.rto()).isEqualTo(Duration.ofSeconds(60));
    }
}

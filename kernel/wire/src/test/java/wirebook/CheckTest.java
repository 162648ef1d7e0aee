package wirebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void anExpectationThatHoldsSaysWhichOneItWas() {
        assertThat(Wire.check("two and two", 4, 4L)).hasToString("passed: two and two");
    }

    @Test
    void oneThatFailsIsOneReadableLine() {
        assertThatThrownBy(() -> Wire.check("the second segment's sequence number", 41L, 40L))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the second segment's sequence number: expected 41, but it is 40");
    }

    @Test
    void arraysAreComparedByTheirElements() {
        assertThat(Wire.check("octets", new byte[] {1, 2}, new byte[] {1, 2})).isNotNull();
        assertThatThrownBy(() -> Wire.check("octets", new byte[] {1, 2}, new byte[] {1, 3}))
                .hasMessage("octets: expected [1, 2], but it is [1, 3]");
    }
}

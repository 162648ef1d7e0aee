package wirebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookTest {
    private static final List<Look> TINTS = List.of(
            Look.PAPER,
            Look.MARKED,
            Look.CHANGED,
            Look.ALARMED,
            Look.LINK,
            Look.NETWORK,
            Look.TRANSPORT,
            Look.APPLICATION,
            Look.DATA);
    private static final List<Look> WORDS =
            List.of(Look.INK, Look.FAINT, Look.ACCENT, Look.ALARM, Look.BLUE, Look.ORANGE, Look.GREEN, Look.PURPLE);

    @Test
    void inkOnEveryTintCanBeReadInLightAndInDark() {
        for (Look tint : TINTS) {
            assertThat(contrast(Look.INK.light(), tint.light()))
                    .as("light %s", tint.key())
                    .isGreaterThan(4.5);
            assertThat(contrast(Look.INK.dark(), tint.dark()))
                    .as("dark %s", tint.key())
                    .isGreaterThan(4.5);
        }
    }

    @Test
    void everyColourOfWordsCanBeReadOnPaperInLightAndInDark() {
        for (Look word : WORDS) {
            assertThat(contrast(word.light(), Look.PAPER.light()))
                    .as("light %s", word.key())
                    .isGreaterThan(4.5);
            assertThat(contrast(word.dark(), Look.PAPER.dark()))
                    .as("dark %s", word.key())
                    .isGreaterThan(4.5);
        }
    }

    @Test
    void smallPrintAndAlarmsCanBeReadOnTheTintsThatTheyStandOn() {
        for (Look word : List.of(Look.FAINT, Look.INK)) {
            assertThat(contrast(word.light(), Look.CHANGED.light())).isGreaterThan(4.5);
            assertThat(contrast(word.dark(), Look.CHANGED.dark())).isGreaterThan(4.5);
        }
        assertThat(contrast(Look.ALARM.light(), Look.ALARMED.light())).isGreaterThan(4.5);
        assertThat(contrast(Look.ALARM.dark(), Look.ALARMED.dark())).isGreaterThan(4.5);
    }

    @Test
    void noTwoColoursAreTheSame() {
        assertThat(java.util.Arrays.stream(Look.values()).map(Look::light)).doesNotHaveDuplicates();
    }

    /** The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
    private static double contrast(String a, String b) {
        double high = Math.max(luminance(a), luminance(b));
        double low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = (channel & 255) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}

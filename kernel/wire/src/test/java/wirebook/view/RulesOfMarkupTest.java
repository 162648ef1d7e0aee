package wirebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wirebook.replay.Ladder;
import wirebook.replay.Replay;
import wirebook.tcp.Packets;

/** What front ends let through: the rules that every view keeps. */
class RulesOfMarkupTest {
    static Stream<Object> values() {
        return Stream.of(
                Story.get(),
                Story.get().diagram(),
                Story.get().tree(),
                Story.get().hexdump(),
                new Packets(List.of(Story.get())),
                Ladder.of(Story.page()),
                Story.page(),
                Replay.of(Story.page()).step(20),
                Story.visit().sequence(),
                Story.comparison(),
                Story.waterfall(),
                Story.states(),
                Story.visit().connections());
    }

    @ParameterizedTest
    @MethodSource("values")
    void theMarkupHasNoIdsNoStyleBlocksNoVariablesAndNothingFromElsewhere(Object value) {
        String markup = Views.of(value).orElseThrow().html().replaceAll("(?s)<script.*?</script>", "");
        assertThat(markup).doesNotContain("<style", "<svg", "<iframe", "var(", "http://", "https://", "javascript:");
        assertThat(markup).doesNotContainPattern("\\sid=").doesNotContainPattern("\\son[a-z]+=");
        assertThat(Pattern.compile("<img(?![^>]*\\salt=\"[^\"]+\")")
                        .matcher(markup)
                        .find())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("values")
    void theScriptComesAfterAllThatItAddsTo(Object value) {
        String html = Views.of(value).orElseThrow().html();
        assertThat(html).startsWith("<div class=\"wirebook ").endsWith("</script></div>");
        assertThat(html.indexOf("<script"))
                .isGreaterThan(html.lastIndexOf("<img"))
                .isGreaterThan(html.lastIndexOf("<table"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void theSameValueIsTheSameMarkupInEveryCountry(Object value) {
        View here = Views.of(value).orElseThrow();
        Locale home = Locale.getDefault();
        try {
            for (String tag : List.of("ar-EG", "tr-TR", "de-DE", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Views.of(value).orElseThrow()).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(home);
        }
    }

    @Test
    void tagsAreClosedInTheOrderInWhichTheyWereOpened() {
        values().map(value -> Views.of(value).orElseThrow().html()).forEach(RulesOfMarkupTest::balanced);
    }

    private static void balanced(String html) {
        var open = new java.util.ArrayDeque<String>();
        var tag = Pattern.compile("<(/?)([a-z]+)[^>]*?(/?)>").matcher(html.replaceAll("(?s)<script.*?</script>", ""));
        while (tag.find()) {
            if (tag.group(1).equals("/")) {
                assertThat(open.pop()).isEqualTo(tag.group(2));
            } else if (tag.group(3).isEmpty()) {
                open.push(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void anOrdinaryLecturesReplayStaysBelow200Kilobytes() {
        View view = Views.of(Story.transfer(45)).orElseThrow();
        assertThat(Story.transfer(45).flights()).hasSizeGreaterThan(90);
        assertThat(view.text().length() + view.html().length()).isLessThan(200_000);
    }

    @Test
    void aLadderOf100ArrowsStaysBelow100Kilobytes() {
        View view = Views.of(Ladder.of(Story.transfer(60)).range(0, 100)).orElseThrow();
        assertThat(view.html().length()).isLessThan(100_000);
    }

    @Test
    void aLongTraceIsFoldedAndSaysHowMuchIsLeftOut() {
        View view = Views.of(Ladder.of(Story.transfer(1_000))).orElseThrow();
        assertThat(view.html().length()).isLessThan(200_000);
        assertThat(Posters.svg(Story.transfer(1_000)))
                .contains("… 1803 more packets of 2003; ladder().range(from, to) shows them");
    }

    @Test
    void aHexdumpOfMuchDataIsCutAndCounted() {
        var packet =
                Story.packet(0, wirebook.tcp.TcpSegment.of(1, 2).data(wirebook.bytes.Octets.wrap(new byte[5_000])));
        assertThat(Views.of(packet).orElseThrow().html())
                .contains("… 3400 octets more")
                .hasSizeLessThan(120_000);
    }
}

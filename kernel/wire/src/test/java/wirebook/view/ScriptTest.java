package wirebook.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import wirebook.replay.Replay;

class ScriptTest {
    @Test
    void theScriptPutsInTextAndNeverMarkup() {
        assertThat(Script.BASE + Script.PLAYER)
                .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(", "</script", "https:/");
    }

    @Test
    void thePlayersTypeSaysWhereItsDataAre() {
        View view = Views.of(Story.handshake()).orElseThrow();
        assertThat(view.data().keySet()).containsExactly("text/plain", "text/html", Views.REPLAY);
        assertThat(view.data()).containsEntry(Views.REPLAY, Map.of("in", "text/html"));
        assertThat(view.html()).contains("<script type=\"application/json\" class=\"wirebook-data\">{");
    }

    @Test
    void aPartOfALongReplayIsPlayedWithItsOwnNumbersAndSaysWhereTheRestIs() {
        Replay part = Replay.of(Story.transfer(50)).steps(101, 120);
        assertThat(ReplayData.json(part))
                .contains("\"first\":[101,", "\"rest\":\"Steps 101 to 120 of 207: steps(121, 207) plays the next");
        assertThat(part.toString()).contains("\n 101  ").contains("\n 120  ").doesNotContain("\n 121  ");
    }

    @Test
    void aPlaceInAPartOfAReplayStaysInThatPart() {
        Replay part = Replay.of(Story.transfer(50)).steps(101, 120);
        assertThat(part.next().number()).isEqualTo(101);
        assertThat(part.step(120).next().number()).isEqualTo(120);
        assertThat(part.step(101).back().number()).isZero();
        assertThat(part.find("ACK").number()).isBetween(101, 120);
        assertThatThrownBy(() -> part.step(121)).hasMessage("step 121 is not among the steps 101 to 120");
    }
}

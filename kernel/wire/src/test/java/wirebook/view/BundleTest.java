package wirebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTest {
    @Test
    void theRendererExtensionCarriesTheSameScriptAsTheHtml() {
        Golden.compareWithProject("kernel/wheel/labextension/static/views.js", Script.BASE + "\n" + Script.PLAYER);
    }

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
}

package wirebook.jupyter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static wirebook.jupyter.kernel.Client.told;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wirebook.jupyter.channel.Channel;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ExecuteTest {
    @TempDir
    Path history;

    @Test
    void aCellIsRepeatedRunAndAnswered() {
        try (Client client = new Client(history)) {
            String id = client.execute("6 × 7 = 42 😀");
            assertThat(told(client.shown(id))).containsExactly("input: 6 × 7 = 42 😀", "result: 6 × 7 = 42 😀");

            Client.Heard reply = client.reply();
            assertThat(reply.type()).isEqualTo("execute_reply");
            assertThat(reply.identities()).containsExactly("client");
            assertThat(reply.content())
                    .containsEntry("status", "ok")
                    .containsEntry("execution_count", 1)
                    .containsEntry("user_expressions", Map.of())
                    .containsEntry("payload", List.of());
            assertThat(reply.metadata()).containsEntry("started", "1970-01-01T00:00:00.000000Z");
        }
    }

    @Test
    void everyMessageCarriesTheWholeHeaderOfItsRequestAndAnIdentifierOfItsOwn() {
        try (Client client = new Client(history)) {
            List<Client.Heard> shown = client.shown(client.execute("print a\nb"));
            assertThat(shown).allSatisfy(heard -> assertThat(heard.parent()).containsEntry("ours", List.of(1, 2)));
            assertThat(shown).extracting(heard -> heard.header().get("msg_id")).doesNotHaveDuplicates();
            assertThat(shown)
                    .allSatisfy(heard -> assertThat(heard.header()).containsEntry("session", "kernel-session"));
            assertThat(shown).allSatisfy(heard -> assertThat(heard.identities()).hasSize(1));
        }
    }

    @Test
    void whatIsPrintedAndShownKeepsItsOrder() {
        try (Client client = new Client(history)) {
            String cell =
                    "print a\nprint b\nerror c\nprint d\ndisplay e\nnamed f\nprint g\nupdate h\nclear wait\nprint i\nj";
            assertThat(told(client.shown(client.execute(cell))).subList(1, 11))
                    .containsExactly(
                            "stdout: a\nb\n",
                            "stderr: c\n",
                            "stdout: d\n",
                            "display: e",
                            "display: f",
                            "stdout: g\n",
                            "update: h",
                            "clear_output",
                            "stdout: i\n",
                            "result: j");
        }
    }

    @Test
    void theCounterGoesUpWithCellsThatStoreHistory() {
        try (Client client = new Client(history)) {
            assertThat(count(client, "store_history", true)).isEqualTo(1);
            assertThat(count(client, "store_history", false)).isEqualTo(1);
            assertThat(count(client, "silent", true)).isEqualTo(1);
            assertThat(count(client, "silent", false)).isEqualTo(2);
        }
    }

    private static int count(Client client, String option, boolean value) {
        client.execute("count", option, value);
        return (int) client.reply().get("execution_count");
    }

    @Test
    void aSilentCellShowsNeitherItsCodeNorItsResult() {
        try (Client client = new Client(history)) {
            assertThat(told(client.shown(client.execute("print a\nb", "silent", true))))
                    .containsExactly("stdout: a\n");
        }
    }

    @Test
    void aFailureIsToldInTheSameWordsToEverybodyAndInTheReply() {
        try (Client client = new Client(history)) {
            Client.Heard error =
                    client.shown(client.execute("print a\nfail no")).getLast();
            Client.Heard reply = client.reply();
            assertThat(error.content()).containsOnlyKeys("ename", "evalue", "traceback");
            assertThat(reply.content()).containsAllEntriesOf(error.content()).containsEntry("status", "error");
            assertThat(reply.get("traceback")).isEqualTo(List.of("line 1", "EchoError: no"));
        }
    }

    @Test
    void aFaultOfTheInterpreterIsAnErrorOfTheCellAndTheNextCellRuns() {
        try (Client client = new Client(history)) {
            client.execute("fault oh", "stop_on_error", false);
            client.execute("fine");
            assertThat(client.reply().content())
                    .containsEntry("ename", "java.lang.AssertionError")
                    .containsEntry("evalue", "oh")
                    .containsEntry("traceback", List.of("java.lang.AssertionError: oh"));
            assertThat(client.reply().content()).containsEntry("status", "ok");
        }
    }

    @Test
    void afterAFailureTheCellsThatWaitAreAbortedAndTheOtherRequestsAreServed() {
        try (Client client = new Client(history)) {
            client.execute("wait\nfail no");
            String aborted = client.execute("print never");
            client.send(Channel.SHELL, "history_request", Map.of("hist_access_type", "tail"));
            client.echo.gate.release();

            assertThat(client.reply().content()).containsEntry("status", "error");
            assertThat(client.reply().content()).containsEntry("status", "aborted");
            assertThat(client.reply().type()).isEqualTo("history_reply");
            assertThat(client.shown(aborted)).isEmpty();
            client.execute("print on");
            assertThat(client.reply().content()).containsEntry("status", "ok");
        }
    }

    @Test
    void withoutStopOnErrorTheCellsThatWaitAreRun() {
        try (Client client = new Client(history)) {
            client.execute("wait\nfail no", "stop_on_error", false);
            client.execute("print on");
            client.echo.gate.release();
            assertThat(client.reply().content()).containsEntry("status", "error");
            assertThat(client.reply().content()).containsEntry("status", "ok");
        }
    }

    @Test
    void eachUserExpressionSucceedsOrFailsByItself() {
        try (Client client = new Client(history)) {
            client.execute(
                    "print a", "user_expressions", Map.of("good", "fine", "bad", "fail no", "worse", "fault oh"));
            Map<?, ?> results = (Map<?, ?>) client.reply().get("user_expressions");
            assertThat(results.get("good"))
                    .isEqualTo(Map.of("status", "ok", "data", Map.of("text/plain", "fine"), "metadata", Map.of()));
            assertThat((Map<?, ?>) results.get("bad"))
                    .extracting("status", "ename")
                    .containsExactly("error", "EchoError");
            assertThat((Map<?, ?>) results.get("worse")).extracting("status").isEqualTo("error");
        }
    }

    @Test
    void thePayloadComesWithTheReply() {
        try (Client client = new Client(history)) {
            client.execute("next more");
            assertThat(client.reply().get("payload"))
                    .isEqualTo(List.of(Map.of("source", "set_next_input", "text", "more", "replace", false)));
        }
    }

    @Test
    void whatAThreadPrintsLaterBelongsToTheCellThatStartedIt() {
        try (Client client = new Client(history)) {
            String first = client.execute("later from the first");
            client.shown(first);
            String second = client.execute("print second");
            client.shown(second);
            client.echo.gate.release();
            Client.Heard late = client.next(Channel.IOPUB);
            assertThat(late.get("text")).isEqualTo("from the first\n");
            assertThat(late.parent()).containsEntry("msg_id", first);
        }
    }

    @Test
    void aHundredThousandLinesAreFewMessagesAndNoneIsLost() {
        try (Client client = new Client(history)) {
            List<Client.Heard> shown = client.shown(client.execute("flood 100000"));
            StringBuilder text = new StringBuilder();
            shown.stream()
                    .filter(heard -> heard.type().equals("stream"))
                    .forEach(heard -> text.append(heard.get("text")));
            assertThat(text.toString().lines())
                    .containsExactlyElementsOf(IntStream.range(0, 100_000)
                            .mapToObj(i -> "line " + i)
                            .toList());
            assertThat(shown).hasSizeLessThan(75);
        }
    }

    @Test
    void aCellWithoutCodeIsABadRequest() {
        try (Client client = new Client(history)) {
            client.send(Channel.SHELL, "execute_request", Map.of("code", 42));
            assertThat(client.reply().content())
                    .containsEntry("status", "error")
                    .containsEntry("ename", "BadRequest");
            client.execute("fine");
            assertThat(client.reply().content()).containsEntry("execution_count", 1);
        }
    }
}

package wirebook.jupyter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static wirebook.jupyter.kernel.Client.told;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wirebook.jupyter.channel.Channel;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ConversationsTest {
    @TempDir
    Path history;

    @Test
    void theKernelSaysWhoItIsBeforeTheInterpreterIsReady() {
        try (Client client = new Client(history, unready -> {})) {
            String id = client.send(Channel.SHELL, "kernel_info_request", Map.of());
            Map<String, Object> info = client.reply().content();
            assertThat(client.shown(id)).isEmpty();
            assertThat(info)
                    .containsEntry("status", "ok")
                    .containsEntry("protocol_version", "5.5")
                    .containsEntry("implementation", "echo")
                    .containsEntry("implementation_version", "1.0")
                    .containsEntry("banner", "Echo!")
                    .containsEntry("supported_features", List.of())
                    .containsEntry("help_links", List.of(Map.of("text", "Echo", "url", "https://example.org/echo")));
            assertThat(info.get("language_info"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
                    .containsEntry("name", "echo")
                    .containsEntry("file_extension", ".echo");
            client.echo.mayStart.countDown();
        }
    }

    @Test
    void questionsAreAnsweredWhileACellRuns() throws InterruptedException {
        try (Client client = new Client(history)) {
            client.execute("wait");
            assertThat(client.echo.hasBegun()).isTrue();

            client.send(Channel.SHELL, "complete_request", Map.of("code", "😀 ab", "cursor_pos", 4));
            assertThat(client.reply().content())
                    .containsEntry("matches", List.of("ab!"))
                    .containsEntry("cursor_start", 2)
                    .containsEntry("cursor_end", 4)
                    .containsEntry(
                            "metadata",
                            Map.of(
                                    "_jupyter_types_experimental",
                                    List.of(Map.of(
                                            "start",
                                            2,
                                            "end",
                                            4,
                                            "text",
                                            "ab!",
                                            "type",
                                            "echo",
                                            "signature",
                                            "(int times)"))));

            client.send(Channel.SHELL, "inspect_request", Map.of("code", "😀x", "cursor_pos", 1, "detail_level", 1));
            assertThat(client.reply().content())
                    .containsEntry("found", true)
                    .containsEntry("data", Map.of("text/plain", "x at detail 1"));

            client.send(Channel.SHELL, "is_complete_request", Map.of("code", "if"));
            assertThat(client.reply().content())
                    .containsEntry("status", "incomplete")
                    .containsEntry("indent", "  ");
            client.echo.gate.release();
            assertThat(client.reply().type()).isEqualTo("execute_reply");
        }
    }

    @Test
    void aQuestionThatCannotBeAnsweredIsAnsweredWithNothing() {
        try (Client client = new Client(history)) {
            client.send(Channel.SHELL, "inspect_request", Map.of("code", "fault", "cursor_pos", -7));
            assertThat(client.reply().content()).containsEntry("status", "ok").containsEntry("found", false);
            client.send(Channel.SHELL, "complete_request", Map.of("code", "", "cursor_pos", 1_000_000));
            assertThat(client.reply().content()).containsEntry("status", "ok").containsEntry("cursor_end", 0);
        }
    }

    @Test
    void aCellAsksThePersonAndGetsTheAnswer() {
        try (Client client = new Client(history)) {
            client.execute("print before\ninput secret?", "allow_stdin", true);
            Client.Heard question = client.next(Channel.STDIN);
            assertThat(question.identities()).containsExactly("client");
            assertThat(question.content()).containsEntry("prompt", "secret?").containsEntry("password", true);
            client.send(Channel.STDIN, "input_reply", Map.of("value", 42));
            client.send(Channel.STDIN, "input_reply", Map.of("value", "täst"));
            assertThat(client.reply().content()).containsEntry("status", "ok");
            List<String> shown = told(client.shown("m1"));
            assertThat(shown).endsWith("stdout: before\n", "result: täst");
        }
    }

    @Test
    void aCellThatMayNotAskFailsAtOnce() {
        try (Client client = new Client(history)) {
            client.execute("input name?", "allow_stdin", false);
            assertThat(client.reply().content()).containsEntry("ename", "InputRefused");
            assertThat(client.ports.out(Channel.STDIN)).isEmpty();
        }
    }

    @Test
    void anInterruptIsAnsweredAtOnceAndEndsWhateverTheCellDoes() throws InterruptedException {
        try (Client client = new Client(history)) {
            for (String endless : List.of("wait", "spin", "input ?")) {
                client.execute(endless, "allow_stdin", true);
                if (endless.startsWith("input")) {
                    client.next(Channel.STDIN);
                } else {
                    assertThat(client.echo.hasBegun()).isTrue();
                }
                client.send(Channel.CONTROL, "interrupt_request", Map.of());
                assertThat(client.next(Channel.CONTROL).content()).containsEntry("status", "ok");
                assertThat(client.reply().content()).containsEntry("ename", "Interrupted");
            }
        }
    }

    @Test
    void anInterruptOfNothingDoesNoHarm() {
        try (Client client = new Client(history)) {
            client.send(Channel.CONTROL, "interrupt_request", Map.of());
            assertThat(client.next(Channel.CONTROL).type()).isEqualTo("interrupt_reply");
            client.execute("fine");
            assertThat(client.reply().content()).containsEntry("status", "ok");
        }
    }

    @Test
    void aShutdownIsAnsweredToldToAllAndDone() throws InterruptedException {
        Client client = new Client(history);
        client.execute("wait");
        assertThat(client.echo.hasBegun()).isTrue();
        String id = client.send(Channel.CONTROL, "shutdown_request", Map.of("restart", true));
        assertThat(client.next(Channel.CONTROL).content())
                .containsEntry("restart", true)
                .containsEntry("status", "ok");
        assertThat(told(client.shown(id))).containsExactly("shutdown_reply");
        client.close();
    }

    @Test
    void whatWeDoNotHaveIsDeclined() {
        try (Client client = new Client(history)) {
            client.send(Channel.CONTROL, "create_subshell_request", Map.of());
            assertThat(client.next(Channel.CONTROL).content()).containsEntry("status", "error");
            client.send(Channel.CONTROL, "debug_request", Map.of("seq", 7, "command", "attach"));
            assertThat(client.next(Channel.CONTROL).content())
                    .containsEntry("success", false)
                    .containsEntry("request_seq", 7);
        }
    }

    @Test
    void subscribersAreWelcomed() {
        try (Client client = new Client(history)) {
            client.ports.put(Channel.IOPUB, List.of(new byte[] {1}));
            Client.Heard welcome = client.next(Channel.IOPUB);
            assertThat(welcome.type()).isEqualTo("iopub_welcome");
            assertThat(welcome.content()).containsEntry("subscription", "");
            assertThat(welcome.parent()).isEmpty();
        }
    }

    @Test
    void aCommGoesBothWaysOnceItsTargetIsRegistered() {
        try (Client client = new Client(history)) {
            Map<String, Object> opening = Map.of("comm_id", "c", "target_name", "mirror", "data", Map.of());
            assertThat(told(client.shown(client.send(Channel.SHELL, "comm_open", opening))))
                    .containsExactly("comm_close");
            client.execute("target mirror");
            assertThat(told(client.shown(client.send(Channel.SHELL, "comm_open", opening))))
                    .containsExactly("stdout: opened\n");
            String message =
                    client.send(Channel.SHELL, "comm_msg", Map.of("comm_id", "c", "data", Map.of("a", List.of())));
            assertThat(client.shown(message).getFirst().content())
                    .containsEntry("comm_id", "c")
                    .containsEntry("data", Map.of("a", List.of()));
            assertThat(client.reply().type()).isEqualTo("execute_reply");
            client.send(Channel.SHELL, "comm_info_request", Map.of("target_name", "mirror"));
            assertThat(client.reply().get("comms")).isEqualTo(Map.of("c", Map.of("target_name", "mirror")));
            assertThat(told(client.shown(client.send(Channel.SHELL, "comm_close", Map.of("comm_id", "c")))))
                    .containsExactly("stdout: closed\n");
            assertThat(client.shown(client.send(Channel.SHELL, "comm_msg", Map.of("comm_id", "c"))))
                    .isEmpty();
        }
    }

    @Test
    void aCellOpensAComm() {
        try (Client client = new Client(history)) {
            assertThat(client.shown(client.execute("comm chart")).getLast().content())
                    .containsEntry("target_name", "chart")
                    .containsEntry("data", Map.of("greeting", "hello"));
        }
    }

    @Test
    void badFramesAreDroppedAndNamedOnceAndUnknownTypesGetBusyAndIdle() {
        Client client = new Client(history);
        try (client) {
            List<byte[]> good =
                    Client.frames("{}".getBytes(StandardCharsets.UTF_8), new byte[0], new byte[0], new byte[0]);
            for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
                for (int size = 0; size <= good.size(); size++) {
                    client.ports.put(channel, good.subList(0, size));
                    client.ports.put(channel, good.subList(size, good.size()));
                }
            }
            client.ports.put(Channel.IOPUB, List.of(new byte[0]));
            assertThat(client.shown(client.send(Channel.SHELL, "nonsense_request", Map.of())))
                    .isEmpty();
            assertThat(client.shown(client.send(Channel.CONTROL, "nonsense_request", Map.of())))
                    .isEmpty();
            client.execute("fine");
            assertThat(client.reply().content()).containsEntry("status", "ok");
        }
        assertThat(client.log.toString(StandardCharsets.UTF_8).lines())
                .doesNotHaveDuplicates()
                .anyMatch(line -> line.contains("no delimiter"))
                .anyMatch(line -> line.contains("nonsense_request"));
    }

    @Test
    void aMessageRecordedAndSentAgainIsDropped() {
        try (Client client = new Client(history)) {
            byte[] header = "{\"msg_id\":\"x\",\"msg_type\":\"execute_request\"}".getBytes(StandardCharsets.UTF_8);
            byte[] content = "{\"code\":\"count\"}".getBytes(StandardCharsets.UTF_8);
            List<byte[]> frames = Client.frames(
                    header, "{}".getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8), content);
            client.ports.put(Channel.SHELL, frames);
            client.ports.put(Channel.SHELL, frames);
            assertThat(client.reply().get("execution_count")).isEqualTo(1);
            client.execute("count");
            assertThat(client.reply().get("execution_count")).isEqualTo(2);
        }
    }
}

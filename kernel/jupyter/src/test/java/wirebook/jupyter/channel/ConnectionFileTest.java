package wirebook.jupyter.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
    private static final String FILE = """
            {"shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5,
             "ip": "127.0.0.1", "key": "secret", "transport": "tcp", "signature_scheme": "hmac-sha256",
             "kernel_name": "wirebook", "jupyter_session": "x"}""";

    @Test
    void aConnectionFileSaysWhereToListen(@TempDir Path folder) throws IOException {
        ConnectionFile connection = ConnectionFile.read(Files.writeString(folder.resolve("kernel.json"), FILE));
        assertThat(connection.ip()).isEqualTo("127.0.0.1");
        assertThat(connection.key()).isEqualTo("secret");
        assertThat(connection.signatureScheme()).isEqualTo("hmac-sha256");
        assertThat(connection.curve().present()).isFalse();
        assertThat(connection.ports())
                .containsEntry(Channel.SHELL, 1)
                .containsEntry(Channel.IOPUB, 2)
                .containsEntry(Channel.STDIN, 3)
                .containsEntry(Channel.CONTROL, 4)
                .containsEntry(Channel.HEARTBEAT, 5);
    }

    @Test
    void anotherTransportIsDeclinedInOneSentence() {
        assertThatThrownBy(() -> ConnectionFile.of(Map.of("transport", "ipc")))
                .isInstanceOf(IOException.class)
                .hasMessage("transport \"ipc\" is not served; set \"transport\": \"tcp\"");
    }

    @Test
    void aMissingPortIsNamed() {
        Map<String, Object> file = new LinkedHashMap<>(Map.of("shell_port", 1, "control_port", "two"));
        assertThatThrownBy(() -> ConnectionFile.of(file)).hasMessageContaining("\"control_port\"");
    }
}

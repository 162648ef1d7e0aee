package wirebook.jupyter.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ZeroMqPortsTest {
    private static final String SUBSCRIBE_TO_ALL = "\1";

    private static ConnectionFile connection() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            ports.put(channel, socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new ConnectionFile("127.0.0.1", ports, "hmac-sha256", "k", ConnectionFile.Curve.NONE);
    }

    /** Ports that send back what comes in, and greet subscribers. */
    private static final class Loop implements AutoCloseable {
        final ConnectionFile connection = connection();
        final ZeroMqPorts ports = new ZeroMqPorts(connection);
        final CompletableFuture<Void> serving =
                CompletableFuture.runAsync(() -> ports.serve(this::sendBack), Thread.ofPlatform()::start);

        Loop() throws IOException {}

        private void sendBack(Channel channel, List<byte[]> frames) {
            boolean subscription = channel == Channel.IOPUB;
            ports.send(channel, subscription ? List.of(new byte[0], "welcome".getBytes(UTF_8)) : frames);
        }

        Zmtp client(Channel channel, String type) throws IOException {
            return new Zmtp(connection.ports().get(channel), type);
        }

        Zmtp subscriber() throws IOException {
            Zmtp subscriber = client(Channel.IOPUB, "SUB");
            subscriber.send(SUBSCRIBE_TO_ALL);
            assertThat(subscriber.read()).isEmpty();
            assertThat(subscriber.read()).isEqualTo("welcome");
            return subscriber;
        }

        @Override
        public void close() {
            ports.close();
            serving.orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void framesGoInAndOut() throws IOException {
        try (Loop loop = new Loop()) {
            for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
                try (Zmtp client = loop.client(channel, "DEALER")) {
                    client.send("one", "", "two");
                    assertThat(List.of(client.read(), client.read(), client.read()))
                            .containsExactly("one", "", "two");
                }
            }
        }
    }

    @Test
    void theHeartBeats() throws IOException {
        try (Loop loop = new Loop();
                Zmtp client = loop.client(Channel.HEARTBEAT, "REQ")) {
            for (int i = 0; i < 100; i++) {
                client.send("", "beat " + i);
                assertThat(client.read()).isEmpty();
                assertThat(client.read()).isEqualTo("beat " + i);
            }
        }
    }

    @Test
    void everySubscriptionIsReportedAlsoTheSecondToTheSameTopic() throws IOException {
        try (Loop loop = new Loop();
                Zmtp first = loop.subscriber();
                Zmtp second = loop.subscriber()) {
            assertThat(second).isNotSameAs(first);
        }
    }

    @Test
    void nothingIsLostWhoeverSends() throws IOException {
        try (Loop loop = new Loop();
                Zmtp subscriber = loop.subscriber()) {
            for (int thread = 0; thread < 4; thread++) {
                Thread.ofPlatform().start(() -> {
                    Thread.currentThread().interrupt();
                    for (int i = 0; i < 5_000; i++) {
                        loop.ports.send(Channel.IOPUB, List.of(new byte[0], new byte[] {'x'}));
                    }
                });
            }
            for (int i = 0; i < 20_000; i++) {
                assertThat(subscriber.read()).isEmpty();
                assertThat(subscriber.read()).isEqualTo("x");
            }
        }
    }

    @Test
    void whatWasSentBeforeTheEndStillArrives() throws IOException {
        try (Loop loop = new Loop();
                Zmtp subscriber = loop.subscriber()) {
            loop.ports.send(Channel.IOPUB, List.of(new byte[0], "last words".getBytes(UTF_8)));
            loop.ports.close();
            assertThat(subscriber.read()).isEmpty();
            assertThat(subscriber.read()).isEqualTo("last words");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (Loop loop = new Loop()) {
            assertThatThrownBy(() -> new ZeroMqPorts(loop.connection))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen on tcp://127.0.0.1:"
                            + loop.connection.ports().get(Channel.SHELL));
        }
    }
}

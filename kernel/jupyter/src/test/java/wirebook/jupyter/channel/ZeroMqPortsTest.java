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
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ZeroMqPortsTest {
    private static final int PATIENCE_MILLIS = 20_000;

    private static ConnectionFile connection(ConnectionFile.Curve curve) throws IOException {
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
        return new ConnectionFile("127.0.0.1", ports, "hmac-sha256", "k", curve);
    }

    /** Ports that send back what comes in, and a client of them. */
    private static final class Loop implements AutoCloseable {
        final ConnectionFile connection;
        final ZeroMqPorts ports;
        final ZContext context = new ZContext();
        final CompletableFuture<Void> serving;

        Loop(ConnectionFile connection) throws IOException {
            this.connection = connection;
            ports = new ZeroMqPorts(connection);
            serving = CompletableFuture.runAsync(() -> ports.serve((channel, frames) -> ports.send(
                    channel == Channel.IOPUB ? Channel.IOPUB : channel,
                    channel == Channel.IOPUB ? welcome(frames) : frames)));
        }

        private static List<byte[]> welcome(List<byte[]> frames) {
            return List.of("".getBytes(UTF_8), ("got " + frames.getFirst()[0]).getBytes(UTF_8));
        }

        ZMQ.Socket client(Channel channel, SocketType type) {
            ZMQ.Socket socket = context.createSocket(type);
            socket.setReceiveTimeOut(PATIENCE_MILLIS);
            socket.setLinger(0);
            if (connection.curve().present()) {
                ZMQ.Curve.KeyPair own = ZMQ.Curve.generateKeyPair();
                socket.setCurveServerKey(ZMQ.Curve.z85Decode(connection.curve().publicKey()));
                socket.setCurvePublicKey(ZMQ.Curve.z85Decode(own.publicKey));
                socket.setCurveSecretKey(ZMQ.Curve.z85Decode(own.secretKey));
            }
            if (type == SocketType.SUB) {
                socket.subscribe(new byte[0]);
            }
            socket.connect("tcp://127.0.0.1:" + connection.ports().get(channel));
            return socket;
        }

        @Override
        public void close() {
            ports.close();
            serving.orTimeout(10, TimeUnit.SECONDS).join();
            context.close();
        }
    }

    private static void everythingWorks(ConnectionFile connection) throws IOException {
        try (Loop loop = new Loop(connection)) {
            for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
                ZMQ.Socket client = loop.client(channel, SocketType.DEALER);
                client.sendMore("one");
                client.send("two");
                assertThat(client.recvStr()).isEqualTo("one");
                assertThat(client.recvStr()).isEqualTo("two");
            }
            ZMQ.Socket heart = loop.client(Channel.HEARTBEAT, SocketType.REQ);
            heart.send("beat");
            assertThat(heart.recvStr()).isEqualTo("beat");
            for (int i = 0; i < 2; i++) {
                ZMQ.Socket subscriber = loop.client(Channel.IOPUB, SocketType.SUB);
                assertThat(subscriber.recvStr()).isEmpty();
                assertThat(subscriber.recvStr()).isEqualTo("got 1");
            }
        }
    }

    @Test
    void framesGoInAndOut() throws IOException {
        everythingWorks(connection(ConnectionFile.Curve.NONE));
    }

    @Test
    void withKeysTheChannelsAreEncrypted() throws IOException {
        ZMQ.Curve.KeyPair keys = ZMQ.Curve.generateKeyPair();
        everythingWorks(connection(new ConnectionFile.Curve(keys.publicKey, keys.secretKey)));
    }

    @Test
    void nothingIsLostHoweverMuchIsSentFromHoweverManyThreads() throws IOException {
        try (Loop loop = new Loop(connection(ConnectionFile.Curve.NONE))) {
            ZMQ.Socket subscriber = loop.client(Channel.IOPUB, SocketType.SUB);
            subscriber.recv();
            subscriber.recv();
            for (int thread = 0; thread < 4; thread++) {
                Thread.ofPlatform().start(() -> {
                    Thread.currentThread().interrupt();
                    for (int i = 0; i < 10_000; i++) {
                        loop.ports.send(Channel.IOPUB, List.of(new byte[0], new byte[] {1}));
                    }
                });
            }
            for (int i = 0; i < 40_000; i++) {
                assertThat(subscriber.recv()).isEmpty();
                assertThat(subscriber.recv()).containsExactly(1);
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        ConnectionFile connection = connection(ConnectionFile.Curve.NONE);
        try (ZeroMqPorts first = new ZeroMqPorts(connection)) {
            assertThatThrownBy(() -> new ZeroMqPorts(connection))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen on tcp://127.0.0.1:"
                            + connection.ports().get(Channel.SHELL));
            first.close();
            first.serve((channel, frames) -> {});
        }
    }

    @Test
    void whatWasSentBeforeTheEndStillArrives() throws IOException {
        ConnectionFile connection = connection(ConnectionFile.Curve.NONE);
        try (Loop loop = new Loop(connection)) {
            ZMQ.Socket client = loop.client(Channel.CONTROL, SocketType.DEALER);
            client.setIdentity("me".getBytes(UTF_8));
            client.send("hello");
            assertThat(client.recvStr()).isEqualTo("hello");
            ZMQ.Socket subscriber = loop.client(Channel.IOPUB, SocketType.SUB);
            subscriber.recv();
            subscriber.recv();
            loop.ports.send(Channel.IOPUB, List.of(new byte[0], "last words".getBytes(UTF_8)));
            loop.ports.close();
            assertThat(subscriber.recvStr()).isEmpty();
            assertThat(subscriber.recvStr()).isEqualTo("last words");
        }
    }
}

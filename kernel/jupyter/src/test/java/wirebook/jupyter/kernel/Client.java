package wirebook.jupyter.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import wirebook.jupyter.channel.Channel;
import wirebook.jupyter.message.Author;
import wirebook.jupyter.message.Codec;
import wirebook.jupyter.message.Json;
import wirebook.jupyter.message.Signature;

/** A front end that speaks frames to a kernel of the echo language, over channels in memory. */
final class Client implements AutoCloseable {
    /** A message as it came over the wire. */
    record Heard(
            List<String> identities,
            Map<String, Object> header,
            Map<String, Object> parent,
            Map<String, Object> metadata,
            Map<String, Object> content) {
        String type() {
            return (String) header.get("msg_type");
        }

        Object get(String name) {
            return content.get(name);
        }
    }

    static final Signature SIGNATURE = signature("secret");

    final EchoInterpreter echo = new EchoInterpreter();
    final MemoryPorts ports = new MemoryPorts();
    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    final Kernel kernel;
    final CompletableFuture<Integer> exit;
    private int sent;

    Client(Path history) {
        this(history, client -> client.echo.mayStart.countDown());
    }

    Client(Path history, Consumer<Client> first) {
        Author author = new Author("kernel-session", InstantSource.fixed(java.time.Instant.EPOCH));
        kernel = new Kernel(ports, new Codec(SIGNATURE), author, echo, new Archive(history), new Log(log));
        first.accept(this);
        exit = CompletableFuture.supplyAsync(kernel::serve, Thread.ofPlatform()::start);
        assertThat(next(Channel.IOPUB).content()).containsEntry("execution_state", "starting");
    }

    static Signature signature(String key) {
        try {
            return new Signature("hmac-sha256", key);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a request and returns its identifier. */
    String send(Channel channel, String type, Map<String, Object> content) {
        return send(channel, type, content, Map.of());
    }

    String send(Channel channel, String type, Map<String, Object> content, Map<String, Object> metadata) {
        String id = "m" + ++sent;
        Map<String, Object> header = Map.of(
                "msg_id",
                id,
                "msg_type",
                type,
                "session",
                "s",
                "username",
                "u",
                "version",
                "5.5",
                "ours",
                List.of(1, 2));
        ports.put(channel, frames(Json.utf8(header), Json.utf8(Map.of()), Json.utf8(metadata), Json.utf8(content)));
        return id;
    }

    static List<byte[]> frames(byte[]... dicts) {
        List<byte[]> frames = new ArrayList<>(List.of("client".getBytes(US_ASCII), "<IDS|MSG>".getBytes(US_ASCII)));
        frames.add(SIGNATURE.sign(List.of(dicts)));
        frames.addAll(List.of(dicts));
        return frames;
    }

    /** Has a cell run, with what else the request should say. */
    String execute(String code, Object... more) {
        Map<String, Object> content = new LinkedHashMap<>(Map.of("code", code));
        for (int i = 0; i < more.length; i += 2) {
            content.put((String) more[i], more[i + 1]);
        }
        return send(Channel.SHELL, "execute_request", content);
    }

    /** The next message on {@code channel}. */
    Heard next(Channel channel) {
        try {
            List<byte[]> frames = ports.out(channel).poll(10, TimeUnit.SECONDS);
            assertThat(frames).as("a message on " + channel).isNotNull();
            return heard(frames);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Heard heard(List<byte[]> frames) {
        List<String> texts =
                frames.stream().map(frame -> new String(frame, UTF_8)).toList();
        int delimiter = texts.indexOf("<IDS|MSG>");
        List<byte[]> dicts = frames.subList(delimiter + 2, delimiter + 6);
        assertThat(SIGNATURE.verifies(frames.get(delimiter + 1), dicts)).isTrue();
        List<Map<String, Object>> objects = dicts.stream().map(Client::object).toList();
        return new Heard(texts.subList(0, delimiter), objects.get(0), objects.get(1), objects.get(2), objects.get(3));
    }

    static Map<String, Object> object(byte[] json) {
        try {
            return Json.object(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Heard reply() {
        return next(Channel.SHELL);
    }

    /** What IOPub says on account of {@code id}, from its busy to its idle, both left out. Others' messages are passed over. */
    List<Heard> shown(String id) {
        List<Heard> shown = new ArrayList<>();
        while (true) {
            Heard next = next(Channel.IOPUB);
            if (!id.equals(next.parent().get("msg_id"))) {
                continue;
            }
            if ("idle".equals(next.get("execution_state"))) {
                assertThat(shown.removeFirst().content()).containsEntry("execution_state", "busy");
                return shown;
            }
            shown.add(next);
        }
    }

    /** Types and texts of what was shown, in short. */
    static List<String> told(List<Heard> shown) {
        return shown.stream().map(Client::told).toList();
    }

    private static String told(Heard heard) {
        return switch (heard.type()) {
            case "stream" -> heard.get("name") + ": " + heard.get("text");
            case "execute_input" -> "input: " + heard.get("code");
            case "execute_result" -> "result: " + plain(heard);
            case "display_data" -> "display: " + plain(heard);
            case "update_display_data" -> "update: " + plain(heard);
            case "error" -> "error: " + heard.get("evalue");
            default -> heard.type();
        };
    }

    static Object plain(Heard heard) {
        return ((Map<?, ?>) heard.get("data")).get("text/plain");
    }

    @Override
    public void close() {
        echo.gate.release(1000);
        kernel.stop(0);
        assertThat(exit.orTimeout(10, TimeUnit.SECONDS).join()).isZero();
        assertThat(echo.closed).isTrue();
    }
}

package wirebook.jupyter.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import wirebook.jupyter.channel.Channel;
import wirebook.jupyter.channel.Ports;
import wirebook.jupyter.message.Author;
import wirebook.jupyter.message.Codec;
import wirebook.jupyter.message.Header;
import wirebook.jupyter.message.Message;

/** The way out: everything that the kernel says is written, signed and sent here. May be used by any thread. */
final class Post {
    private final Ports ports;
    private final Codec codec;
    private final Author author;

    Post(Ports ports, Codec codec, Author author) {
        this.ports = ports;
        this.codec = codec;
        this.author = author;
    }

    /** Says {@code content} to everybody, on account of {@code parent}. */
    void publish(Header parent, String type, Map<String, Object> content) {
        publish(parent, type, "kernel." + author.session() + "." + type, content);
    }

    /** As {@link #publish(Header, String, Map)}, to those who subscribed to {@code topic}. */
    void publish(Header parent, String type, String topic, Map<String, Object> content) {
        send(Channel.IOPUB, author.write(type, List.of(topic.getBytes(UTF_8)), parent, Map.of(), content));
    }

    /** Says in which state the kernel is: {@code starting}, {@code busy} or {@code idle}. */
    void status(Header parent, String state) {
        publish(parent, "status", Map.of("execution_state", state));
    }

    /** Answers {@code request} on the channel that it came by. */
    void reply(Channel channel, Message request, String type, Answer answer) {
        send(channel, author.write(type, request.identities(), request.header(), answer.metadata(), answer.content()));
    }

    /** Asks whoever sent {@code request} a question on STDIN, and returns the question's identifier. */
    String ask(Message request, Map<String, Object> content) {
        Message question = author.write("input_request", request.identities(), request.header(), Map.of(), content);
        send(Channel.STDIN, question);
        return question.header().id();
    }

    /** The present time, as in headers. */
    String now() {
        return author.now();
    }

    private void send(Channel channel, Message message) {
        ports.send(channel, codec.encode(message));
    }
}

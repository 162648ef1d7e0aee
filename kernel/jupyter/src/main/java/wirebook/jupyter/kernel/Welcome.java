package wirebook.jupyter.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import wirebook.jupyter.message.Header;

/** The greeting of those who subscribe to IOPub (JEP 65): having got it, they will miss nothing. */
final class Welcome {
    private static final byte SUBSCRIBED = 1;

    private Welcome() {}

    /** Greets, under the topic subscribed to, if {@code frames} are a subscription. */
    static void send(List<byte[]> frames, Post post) {
        byte[] frame = frames.getFirst();
        if (frame.length > 0 && frame[0] == SUBSCRIBED) {
            String topic = new String(frame, 1, frame.length - 1, UTF_8);
            post.publish(Header.NONE, "iopub_welcome", topic, Map.of("subscription", topic));
        }
    }
}

package wirebook.jupyter.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import wirebook.jupyter.message.Header;

/**
 * The standard streams of one cell: one buffer for both, so that their order is kept, sent on in large pieces. Octets in UTF-8; a
 * character is not cut in two by the buffer's end or by time. May be used by any thread.
 */
final class Output {
    private static final int FULL = 1 << 15;

    private final Post post;
    private final Header parent;
    private final Ticker ticker;

    private byte[] buffer = {};
    private int length;
    private String name = "stdout";
    private boolean awaited;
    private boolean timed;

    /**
     * @param timed whether somebody watches, so that what was printed goes out after a tenth of a second. A machine that runs a
     *     notebook gets the same messages in each run, however long the cell takes.
     */
    Output(Post post, Header parent, Ticker ticker, boolean timed) {
        this.post = post;
        this.parent = parent;
        this.ticker = ticker;
        this.timed = timed;
    }

    /** The cell has ended, and with it the last occasion to send on what its threads still print: from now on time is one. */
    synchronized void end() {
        flush();
        timed = true;
    }

    /** The end of the stream {@code name} into which a cell writes. */
    OutputStream stream(String name) {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                append(name, new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int from, int count) {
                append(name, octets, from, count);
            }
        };
    }

    private synchronized void append(String to, byte[] octets, int from, int count) {
        if (!to.equals(name)) {
            flush();
            name = to;
        }
        if (timed && !awaited) {
            awaited = true;
            ticker.soon(this);
        }
        int done = 0;
        while (done < count) {
            int part = Math.min(count - done, FULL - length);
            reserve(length + part);
            System.arraycopy(octets, from + done, buffer, length, part);
            length += part;
            done += part;
            if (length == FULL) {
                send(whole());
            }
        }
    }

    private void reserve(int size) {
        if (buffer.length < size) {
            buffer = Arrays.copyOf(buffer, Math.min(FULL, Math.max(size, 2 * buffer.length)));
        }
    }

    /** Sends all that is there. */
    synchronized void flush() {
        send(length);
    }

    /** Says {@code content} after all that is there. */
    synchronized void publish(String type, Map<String, Object> content) {
        flush();
        post.publish(parent, type, content);
    }

    /** Some time has passed: sends what is there, up to the last whole character. */
    synchronized void tick() {
        awaited = false;
        send(whole());
    }

    private void send(int count) {
        if (count == 0) {
            return;
        }
        String text = new String(buffer, 0, count, UTF_8);
        System.arraycopy(buffer, count, buffer, 0, length - count);
        length -= count;
        post.publish(parent, "stream", Map.of("name", name, "text", text));
    }

    /** How many octets are whole characters (RFC 3629, section 3): all, or up to the lead octet that still lacks some behind it. */
    private int whole() {
        for (int i = length - 1; i >= Math.max(0, length - 4); i--) {
            int octet = buffer[i] & 0xff;
            if (octet < 0x80) {
                return length;
            }
            if (octet >= 0xc0) {
                int size = octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : 2;
                return i + size > length ? i : length;
            }
        }
        return length;
    }
}

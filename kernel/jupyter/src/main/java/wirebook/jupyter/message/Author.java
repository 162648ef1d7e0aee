package wirebook.jupyter.message;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Who writes the kernel's messages: it gives each one its identifier, its session and its date. May be used by any thread. */
public final class Author {
    private final String session;
    private final InstantSource clock;
    private final AtomicLong written = new AtomicLong();

    /** An author who signs with {@code session}, which no other kernel has or had. */
    public Author(String session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
    }

    /** The kernel's session. */
    public String session() {
        return session;
    }

    /** A new message. */
    public Message write(
            String type,
            List<byte[]> identities,
            Header parent,
            Map<String, Object> metadata,
            Map<String, Object> content) {
        Header header = Header.of(session + "_" + written.incrementAndGet(), session, now(), type);
        return Message.of(identities, header, parent, metadata, content);
    }

    /** The present time in ISO 8601, UTC, in microseconds; put together by hand, as formatters are slow to load. */
    public String now() {
        Instant now = clock.instant();
        LocalDateTime time = LocalDateTime.ofEpochSecond(now.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(27).append(time.toLocalDate()).append('T');
        two(text, time.getHour()).append(':');
        two(text, time.getMinute()).append(':');
        two(text, time.getSecond()).append('.');
        String micros = Integer.toString(now.getNano() / 1000);
        return text.repeat('0', 6 - micros.length()).append(micros).append('Z').toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}

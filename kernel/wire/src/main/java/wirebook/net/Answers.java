package wirebook.net;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wirebook.bytes.Octets;
import wirebook.http.Assembler;
import wirebook.http.HttpEvent;
import wirebook.http.HttpMessage;
import wirebook.http.HttpReader;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.replay.Waterfall;

/** The responses to the requests that a program has sent on one connection. */
final class Answers implements Fetches {
    private final HttpReader reader = HttpReader.responses();
    private final Assembler assembler = new Assembler();
    private final Deque<Asked> asked = new ArrayDeque<>();
    private final List<Waterfall.Row> rows = new ArrayList<>();
    private Optional<End> end = Optional.empty();
    private Optional<Duration> first = Optional.empty();
    private int ready;

    private record Asked(HttpRequest request, Duration at) {}

    void opened(End connection) {
        end = Optional.of(connection);
    }

    /** A request is sent. */
    void expect(HttpRequest request, Duration now) {
        asked.add(new Asked(request, now));
        reader.expect(request.method());
    }

    /** Whether a response is to come or waits to be taken. */
    boolean awaited() {
        return ready > 0 || !asked.isEmpty();
    }

    /** Takes the next response, if it is complete. */
    boolean next() {
        boolean there = ready > 0;
        ready -= there ? 1 : 0;
        return there;
    }

    /** Octets have come, and perhaps the end of the stream. */
    void receive(Octets octets, boolean ended, Duration now) {
        if (!octets.isEmpty()) {
            first = Optional.of(first.orElse(now));
            take(reader.receive(octets), now);
        }
        if (ended) {
            take(reader.end(), now);
        }
    }

    private void take(List<HttpEvent> events, Duration now) {
        for (HttpEvent event : events) {
            Optional<HttpMessage> message = assembler.accept(event).map(HttpMessage.class::cast);
            if (message.filter(response -> ((HttpResponse) response).status() >= 200)
                            .isPresent()
                    && !asked.isEmpty()) {
                ready++;
                rows.add(row(asked.remove(), now));
                first = Optional.empty();
            }
        }
    }

    private Waterfall.Row row(Asked request, Duration now) {
        return Rows.of(request.request(), end, rows.isEmpty(), request.at(), first.orElse(now), now);
    }

    @Override
    public Stream<Waterfall.Row> rows() {
        return rows.stream();
    }
}

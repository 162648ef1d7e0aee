package wirebook.net;

import java.time.Duration;
import java.util.Optional;
import wirebook.http.HttpRequest;
import wirebook.replay.Waterfall;

/** Exchanges as rows of a waterfall. */
final class Rows {
    private Rows() {}

    /**
     * A row.
     *
     * @param fresh whether it is the first on its connection: then it has waited for the handshake
     * @param sent when the request was sent
     * @param first when the first octet of the response came
     * @param done when the last one came
     */
    static Waterfall.Row of(
            HttpRequest request, Optional<End> end, boolean fresh, Duration sent, Duration first, Duration done) {
        Duration opened = fresh ? end.map(e -> Duration.ofNanos(e.openedAt())).orElse(sent) : sent;
        Duration established = fresh
                ? end.map(e -> Duration.ofNanos(Math.max(e.openedAt(), e.establishedAt())))
                        .orElse(sent)
                : sent;
        return new Waterfall.Row(
                request.method() + " " + request.target().text(),
                end.map(End::connection).orElse(-1),
                opened,
                established.minus(opened),
                first.minus(established),
                done.minus(first));
    }
}

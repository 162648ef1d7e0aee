package wirebook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Octets;

/** How connections came out, from their ends. */
final class Outcomes {
    private Outcomes() {}

    /** One outcome for each connection. */
    static List<Run.Outcome> of(List<End> ends, int connections) {
        List<Run.Outcome> outcomes = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            Optional<End> opener = find(ends, connection, 0);
            Optional<End> other = find(ends, connection, 1);
            outcomes.add(new Run.Outcome(read(opener), read(other), error(opener), error(other)));
        }
        return outcomes;
    }

    /** The end that was established; an old duplicate of its SYN may have made others (RFC 9293, 3.5). */
    private static Optional<End> find(List<End> ends, int connection, int side) {
        List<End> all = ends.stream()
                .filter(end -> end.connection() == connection && end.side() == side)
                .toList();
        return all.stream()
                .filter(end -> end.establishedAt() >= 0)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static Octets read(Optional<End> end) {
        return end.map(End::allRead).orElse(Octets.EMPTY);
    }

    private static String error(Optional<End> end) {
        return end.map(End::error).orElse("");
    }
}

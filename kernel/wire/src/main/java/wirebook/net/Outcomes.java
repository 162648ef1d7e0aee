package wirebook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.replay.OnDemand;

/** How connections came out, from their ends. What was read is joined when somebody asks for it. */
final class Outcomes {
    private static final Reader NONE = new Reader(List.of(), "");

    private Outcomes() {}

    /** An application that read octets in pieces, until it was told of an error. */
    private record Reader(List<Octets> pieces, String error) {}

    /** Both applications of a connection. */
    private record Pair(Reader opener, Reader other) {
        Run.Outcome outcome() {
            return new Run.Outcome(Octets.join(opener.pieces), Octets.join(other.pieces), opener.error, other.error);
        }
    }

    /** One outcome for each connection. */
    static List<Run.Outcome> of(List<End> ends, int connections) {
        List<Pair> pairs = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            pairs.add(new Pair(reader(find(ends, connection, 0)), reader(find(ends, connection, 1))));
        }
        return OnDemand.of(pairs.size(), index -> pairs.get(index).outcome());
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

    private static Reader reader(Optional<End> end) {
        return end.map(here -> new Reader(here.read(), here.error())).orElse(NONE);
    }
}

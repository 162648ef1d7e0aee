package wirebook.pcap;

import java.time.Duration;
import java.util.List;
import wirebook.field.Shown;
import wirebook.replay.Replay;

/**
 * A TCP connection as a capture shows it.
 *
 * @param client the end that sent the first SYN; where the capture has none, the end that sent the first segment
 * @param server the other end
 * @param segments the segments of both directions, in the order of the capture
 */
public record Connection(Endpoint client, Endpoint server, List<SeenSegment> segments) implements Shown {
    /** Keeps its own list. */
    public Connection {
        segments = List.copyOf(segments);
    }

    /** The time of its first segment. */
    public Duration start() {
        return segments.getFirst().time();
    }

    /** From its first segment to its last. */
    public Duration duration() {
        return segments.getLast().time().minus(start());
    }

    /** What the client sent. */
    public Flow toServer() {
        return flow(client);
    }

    /** What the server sent. */
    public Flow toClient() {
        return flow(server);
    }

    private Flow flow(Endpoint source) {
        return Flow.of(
                segments.stream()
                        .filter(segment -> segment.source().equals(source))
                        .toList(),
                start());
    }

    /** What the segments prove and what they suggest. */
    public List<Finding> findings() {
        return Findings.of(this);
    }

    /** What the player shows: a step for each segment, and one for each finding. */
    public Replay replay() {
        return Replay.of(Playback.of(this));
    }

    /** Both names: {@code 10.0.0.1:50818 → 10.0.0.2:80}. */
    public String name() {
        return client + " → " + server;
    }

    @Override
    public String toString() {
        return ConnectionText.of(this);
    }
}

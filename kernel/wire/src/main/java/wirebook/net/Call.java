package wirebook.net;

import java.time.Duration;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.field.Text;
import wirebook.http.HttpRequest;

/** What a user asks of TCP, one thing after the other (RFC 9293, 3.9.1). */
public sealed interface Call {
    /** The call in words. */
    default String words() {
        return switch (this) {
            case Open _ -> "open";
            case Send(Octets octets, Optional<HttpRequest> request) ->
                "send " + request.map(HttpRequest::startLine).orElse(Text.count(octets.length(), "octet"));
            case Receive _ -> "receive";
            case ReceiveExactly(int octets) -> "receive " + Text.count(octets, "octet");
            case ReceiveAll _ -> "receive all";
            case Pause(Duration time) -> "pause for " + Times.words(time);
            case Close _ -> "close";
            case Abort _ -> "abort";
        };
    }

    /** Opens the connection and waits until it is established. */
    record Open() implements Call {}

    /**
     * Sends octets; goes on when TCP has taken them.
     *
     * @param octets the octets
     * @param request the request that they are, if they are one: the next RECEIVE waits for its response
     */
    record Send(Octets octets, Optional<HttpRequest> request) implements Call {}

    /** Waits for the response to the oldest request without one, or else for any octets or the end of the stream. */
    record Receive() implements Call {}

    /**
     * Waits for a number of octets, or the end of the stream.
     *
     * @param octets how many
     */
    record ReceiveExactly(int octets) implements Call {}

    /** Waits for everything up to the end of the stream. */
    record ReceiveAll() implements Call {}

    /**
     * Does nothing for a while; what arrives stays in TCP's buffer.
     *
     * @param time how long
     */
    record Pause(Duration time) implements Call {}

    /** Sends nothing more: the FIN goes behind what was sent. */
    record Close() implements Call {}

    /** Gives the connection up: a reset. */
    record Abort() implements Call {}
}

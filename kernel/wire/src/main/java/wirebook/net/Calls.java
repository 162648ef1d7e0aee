package wirebook.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wirebook.bytes.Octets;
import wirebook.http.HttpRequest;

/**
 * User calls in a row.
 *
 * @param calls the calls, in the order in which they are made
 */
public record Calls(List<Call> calls) {
    /** No call. */
    public static final Calls NONE = new Calls(List.of());

    /** Copies the list. */
    public Calls {
        calls = List.copyOf(calls);
    }

    /** These calls and one more. */
    public Calls and(Call call) {
        List<Call> more = new ArrayList<>(calls);
        more.add(call);
        return new Calls(more);
    }

    /** The calls in words: {@code open, send GET /, receive, close}. */
    @Override
    public String toString() {
        return calls.isEmpty() ? "nothing yet" : calls.stream().map(Call::words).collect(Collectors.joining(", "));
    }

    /** Then OPEN. */
    public Calls open() {
        return and(new Call.Open());
    }

    /** Then SEND these octets. */
    public Calls send(Octets octets) {
        return and(new Call.Send(octets, Optional.empty()));
    }

    /** Then SEND this text as UTF-8. */
    public Calls send(String text) {
        return send(Octets.ofText(text));
    }

    /** Then SEND this request; the next RECEIVE waits for its response. */
    public Calls send(HttpRequest request) {
        return and(new Call.Send(request.encode(), Optional.of(request)));
    }

    /** Then RECEIVE the response to the oldest request without one, or else any octets. */
    public Calls receive() {
        return and(new Call.Receive());
    }

    /** Then RECEIVE so many octets. */
    public Calls receive(int octets) {
        return and(new Call.ReceiveExactly(octets));
    }

    /** Then RECEIVE all up to the end of the stream. */
    public Calls receiveAll() {
        return and(new Call.ReceiveAll());
    }

    /** Then nothing for a while. */
    public Calls pause(Duration time) {
        return and(new Call.Pause(time));
    }

    /** Then CLOSE. */
    public Calls close() {
        return and(new Call.Close());
    }

    /** Then ABORT. */
    public Calls abort() {
        return and(new Call.Abort());
    }
}

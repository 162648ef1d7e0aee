package wirebook.http.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.http.Assembler;
import wirebook.http.Body;
import wirebook.http.HttpEvent;
import wirebook.http.HttpReader;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.http.HttpRule;

/** A client's side of one connection: what was sent on it and has no answer yet. */
final class ClientSide {
    /** An errand that was sent. */
    private record Sent(Errand errand, Duration at) {}

    private enum State {
        OPENING,
        OPEN,
        /** The client sends no more; it still reads. */
        CLOSED,
        GONE
    }

    private final Connection connection;
    private final Plan plan;
    private final HttpReader reader = HttpReader.responses();
    private final Assembler assembler = new Assembler();
    private final Deque<Sent> unanswered = new ArrayDeque<>();
    private final List<Exchange> finished = new ArrayList<>();
    private final List<Errand> lost = new ArrayList<>();

    private State state = State.OPENING;
    private boolean last;
    private boolean answered;
    private Optional<Duration> first = Optional.empty();
    private Optional<Octets> heldContent = Optional.empty();
    private Duration patience = Duration.ZERO;

    ClientSide(Connection connection, Plan plan) {
        this.connection = connection;
        this.plan = plan;
    }

    void opened() {
        state = State.OPEN;
    }

    boolean gone() {
        return state == State.GONE;
    }

    /** Whether a request that waits will find its place here. */
    boolean awaitsWork() {
        return state == State.OPENING || (state == State.OPEN && unanswered.isEmpty() && !last);
    }

    List<Exchange> takeFinished() {
        return take(finished);
    }

    List<Errand> takeLost() {
        return take(lost);
    }

    private static <T> List<T> take(List<T> list) {
        List<T> taken = List.copyOf(list);
        list.clear();
        return taken;
    }

    /** Whether this connection can take the errand now. */
    boolean takes(Errand errand) {
        if (state != State.OPEN || last || heldContent.isPresent()) {
            return false;
        }
        if (unanswered.isEmpty()) {
            return plan.persistent() || !answered;
        }
        // What failed once in a pipeline does not go into one again before the server has answered something.
        boolean careful = !answered && errand.sent() > 0;
        return unanswered.size() < plan.depth()
                && !careful
                && !errand.request().expectsContinue()
                && Persistence.mayPipelineBehind(unanswered.getLast().errand().request())
                        .yes();
    }

    List<Action> send(Errand errand, Duration now) {
        HttpRequest request = errand.request();
        String what = request.method() + " " + request.target().text();
        String because = unanswered.isEmpty() ? what : what + ", pipelined behind " + unanswered.size() + " unanswered";
        unanswered.add(new Sent(errand.underway(), now));
        reader.expect(request.method());
        last = Persistence.closes(request);
        Octets octets = request.encode();
        if (!request.expectsContinue() || request.content().isEmpty()) {
            return List.of(new Action.Send(connection, octets, errand.sent() > 0 ? because + ", again" : because));
        }
        return sendHead(request, octets, now);
    }

    /** Sends the header section alone and keeps the content until the server wants it (RFC 9110, 10.1.1). */
    private List<Action> sendHead(HttpRequest request, Octets octets, Duration now) {
        int head = request.with(Body.NONE).with(request.section()).encode().length();
        heldContent = Optional.of(octets.from(head));
        patience = now.plus(Plan.PATIENCE);
        return List.of(
                new Action.Send(connection, octets.slice(0, head), "the header section; the content waits for a 100"),
                new Action.Wake(patience, "a client need not wait for a 100 for ever (RFC 9110, 10.1.1)"));
    }

    List<Action> receive(Octets octets, Duration now) {
        if (first.isEmpty()) {
            first = Optional.of(now);
        }
        return read(reader.receive(octets), now);
    }

    List<Action> ended(Duration now) {
        List<Action> actions = new ArrayList<>(read(reader.end(), now));
        giveUp("the server closed the connection", now);
        if (state != State.CLOSED) {
            actions.add(new Action.Close(connection, "the server closed its side"));
        }
        state = State.GONE;
        return actions;
    }

    List<Action> aborted(Duration now) {
        giveUp("the connection was reset", now);
        state = State.GONE;
        return new ArrayList<>();
    }

    List<Action> tick(Duration now) {
        return heldContent.isPresent() && patience.compareTo(now) <= 0
                ? sendContent("no 100 came for " + Plan.PATIENCE.toMillis() + " ms")
                : List.of();
    }

    /** Closes a connection that has nothing left to carry. */
    List<Action> closeIfDone(boolean nothingWaits) {
        boolean spent = last || !plan.persistent() || nothingWaits;
        if (state != State.OPEN || !unanswered.isEmpty() || !answered || !spent) {
            return List.of();
        }
        state = State.CLOSED;
        return List.of(
                new Action.Close(connection, last ? "the connection does not persist" : "nothing is left to ask"));
    }

    boolean active() {
        return state == State.OPENING || state == State.OPEN;
    }

    private List<Action> read(List<HttpEvent> events, Duration now) {
        List<Action> actions = new ArrayList<>();
        for (HttpEvent event : events) {
            assembler.accept(event).ifPresent(message -> actions.addAll(answer((HttpResponse) message, now)));
            if (event instanceof HttpEvent.Refused refused && refused.rule() != HttpRule.INCOMPLETE) {
                giveUp("the response cannot be read: " + refused.line(), now);
                last = true;
            }
        }
        return actions;
    }

    private List<Action> answer(HttpResponse response, Duration now) {
        if (response.interim()) {
            return response.status() == 100 && heldContent.isPresent() ? sendContent("the server said 100") : List.of();
        }
        if (unanswered.isEmpty()) {
            last = true;
            return List.of();
        }
        Sent sent = unanswered.remove();
        HttpRequest request = sent.errand().request();
        Decision persists = Persistence.of(request, response);
        last |= !persists.yes() || heldContent.isPresent();
        heldContent = Optional.empty();
        answered = true;
        finish(sent, Optional.of(response), now, "answered");
        first = Optional.empty();
        if (Persistence.closes(response)) {
            // After close a server processes nothing more: what waits was never acted on (RFC 9112, 9.6).
            unanswered.forEach(waiting -> lost.add(waiting.errand()));
            unanswered.clear();
        }
        return List.of();
    }

    private List<Action> sendContent(String because) {
        Octets content = heldContent.orElse(Octets.EMPTY);
        heldContent = Optional.empty();
        return List.of(new Action.Send(connection, content, "the content: " + because));
    }

    /** What was sent and not answered goes back to be sent again, or ends here. */
    private void giveUp(String why, Duration now) {
        while (!unanswered.isEmpty()) {
            Sent sent = unanswered.remove();
            Decision again =
                    Persistence.mayRetry(sent.errand().request(), sent.errand().retries());
            if (again.yes()) {
                lost.add(sent.errand().again());
            } else {
                finish(sent, Optional.empty(), now, "failed: " + why + "; not sent again: " + again.because());
            }
        }
    }

    private void finish(Sent sent, Optional<HttpResponse> response, Duration now, String outcome) {
        Errand errand = sent.errand();
        Duration firstOctet = first.orElse(now);
        finished.add(new Exchange(
                errand.request(), response, connection, errand.sent(), sent.at(), firstOctet, now, outcome));
    }
}

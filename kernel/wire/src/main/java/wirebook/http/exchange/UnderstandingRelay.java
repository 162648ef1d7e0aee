package wirebook.http.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import wirebook.bytes.Octets;
import wirebook.http.Assembler;
import wirebook.http.HttpEvent;
import wirebook.http.HttpReader;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.http.HttpRule;
import wirebook.http.ReaderState;

/** A relay that reads both ways: each message is forwarded without the fields of the hop that it came over. */
final class UnderstandingRelay implements HttpProxy.Relay {
    private final Connection client;
    private final Connection server;
    private final String pseudonym;
    private final String upstream;
    private final HttpReader requests = HttpReader.requests();
    private final HttpReader responses = HttpReader.responses();
    private final Assembler fromClient = new Assembler();
    private final Assembler fromServer = new Assembler();
    private final Queue<HttpRequest> waiting = new ArrayDeque<>();

    private Optional<HttpRequest> asked = Optional.empty();
    private boolean serverAsked;
    private boolean serverOpen;
    private boolean clientDone;
    private boolean closed;
    private List<Action> actions = new ArrayList<>();

    UnderstandingRelay(Connection client, Connection server, String pseudonym, String upstream) {
        this.client = client;
        this.server = server;
        this.pseudonym = pseudonym;
        this.upstream = upstream;
    }

    @Override
    public List<Action> fromClient(Octets octets) {
        read(requests.receive(octets));
        while (requests.state() == ReaderState.PAUSED) {
            read(requests.proceed());
        }
        return forward();
    }

    @Override
    public List<Action> serverOpened() {
        serverOpen = true;
        return forward();
    }

    @Override
    public List<Action> fromServer(Octets octets) {
        answer(responses.receive(octets));
        return forward();
    }

    @Override
    public List<Action> clientEnded() {
        clientDone = true;
        return forward();
    }

    @Override
    public List<Action> serverEnded() {
        answer(responses.end());
        if (asked.isPresent()) {
            refuse(502, "the server closed before it answered");
        }
        if (serverOpen) {
            serverOpen = false;
            actions.add(new Action.Close(server, "the server closed"));
        }
        close("the server behind the proxy closed");
        return drain();
    }

    private void read(List<HttpEvent> events) {
        for (HttpEvent event : events) {
            fromClient.accept(event).ifPresent(message -> waiting.add((HttpRequest) message));
            if (event instanceof HttpEvent.Refused refused) {
                refuse(refused.rule().status(), refused.line());
            }
        }
    }

    private void answer(List<HttpEvent> events) {
        for (HttpEvent event : events) {
            fromServer.accept(event).ifPresent(message -> respond((HttpResponse) message));
            if (event instanceof HttpEvent.Refused refused && refused.rule() != HttpRule.INCOMPLETE) {
                refuse(502, refused.line());
            }
        }
    }

    /** Passes the next request on, once the one before is answered. */
    private List<Action> forward() {
        if (!closed && asked.isEmpty() && !waiting.isEmpty()) {
            HttpRequest request = waiting.element();
            if (!serverAsked) {
                serverAsked = true;
                actions.add(
                        new Action.Open(server, request.target().authority().orElse(upstream), "a request to pass on"));
            } else if (serverOpen) {
                asked = Optional.of(waiting.remove());
                responses.expect(request.method());
                HttpRequest next = Hops.forward(request, pseudonym);
                actions.add(new Action.Send(server, next.encode(), "the request, without " + removed(request)));
            }
        } else if (clientDone && asked.isEmpty()) {
            close("the client sends no more");
        }
        return drain();
    }

    private static String removed(HttpRequest request) {
        List<String> fields = Hops.fields(request);
        return fields.isEmpty() ? "anything to remove" : "this hop's " + String.join(", ", fields);
    }

    private void respond(HttpResponse response) {
        if (asked.isEmpty() || closed) {
            return;
        }
        HttpRequest request = asked.get();
        HttpResponse next = forClient(request, Hops.forward(response, pseudonym));
        actions.add(new Action.Send(client, next.encode(), response.status() + " from the server"));
        if (!response.interim()) {
            asked = Optional.empty();
            Decision persists = Persistence.of(request, next);
            if (!persists.yes()) {
                close(persists.because());
            }
        }
    }

    /** The response with what the proxy itself says about its connection to the client. */
    private static HttpResponse forClient(HttpRequest request, HttpResponse response) {
        if (request.version().atLeast11()) {
            return Persistence.closes(request) ? response.close() : response;
        }
        HttpResponse whole =
                response.body() instanceof wirebook.http.Body.Chunked ? response.body(response.content()) : response;
        return Persistence.keepsAlive(request) ? whole.keepAlive() : whole.close();
    }

    private void refuse(int status, String what) {
        asked = Optional.empty();
        actions.add(new Action.Send(
                client, Site.refusal(status, what).response().close().encode(), status + " " + what));
        close(what);
    }

    private void close(String because) {
        if (!closed) {
            closed = true;
            actions.add(new Action.Close(client, because));
            if (serverOpen) {
                serverOpen = false;
                actions.add(new Action.Close(server, because));
            }
        }
    }

    private List<Action> drain() {
        List<Action> drained = actions;
        actions = new ArrayList<>();
        return drained;
    }
}

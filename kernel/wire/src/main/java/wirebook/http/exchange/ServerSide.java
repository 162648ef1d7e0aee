package wirebook.http.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import wirebook.bytes.Octets;
import wirebook.http.Assembler;
import wirebook.http.Framing;
import wirebook.http.HttpEvent;
import wirebook.http.HttpReader;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.http.ReaderState;

/** A server's side of one connection: one request after the other, however many wait. */
final class ServerSide {
    private final Connection connection;
    private final Site site;
    private final HttpReader reader = HttpReader.requests();
    private final Assembler assembler = new Assembler();
    private final Queue<HttpRequest> waiting = new ArrayDeque<>();

    private Optional<HttpEvent.Refused> refused = Optional.empty();
    private Optional<Site.Page> thinking = Optional.empty();
    private Duration due = Duration.ZERO;
    private boolean idle = true;
    private boolean halfClosed;
    private boolean closed;
    private int served;
    private List<Action> actions = new ArrayList<>();

    ServerSide(Connection connection, Site site) {
        this.connection = connection;
        this.site = site;
    }

    List<Action> opened(Duration now) {
        rest(now);
        return drain();
    }

    List<Action> receive(Octets octets, Duration now) {
        if (closed) {
            return List.of();
        }
        read(reader.receive(octets));
        while (reader.state() == ReaderState.PAUSED) {
            read(reader.proceed());
        }
        serve(now);
        return drain();
    }

    List<Action> ended(Duration now) {
        halfClosed = true;
        serve(now);
        return drain();
    }

    List<Action> tick(Duration now) {
        if (!closed && due.compareTo(now) <= 0) {
            if (thinking.isPresent()) {
                respond(thinking.get().response());
            } else if (idle && site.idle().isPositive()) {
                close("no request came for " + site.idle().toMillis() + " ms");
            }
            serve(now);
        }
        return drain();
    }

    private void read(List<HttpEvent> events) {
        for (HttpEvent event : events) {
            idle = false;
            if (event instanceof HttpEvent.Head head) {
                encourage(head);
            } else if (event instanceof HttpEvent.Refused fault) {
                refused = Optional.of(fault);
            }
            assembler.accept(event).ifPresent(message -> waiting.add((HttpRequest) message));
        }
    }

    /** Tells a client that waits with its content to go on (RFC 9110, 10.1.1). */
    private void encourage(HttpEvent.Head head) {
        boolean body = !(head.framing() instanceof Framing.None);
        if (head.message() instanceof HttpRequest request && request.expectsContinue() && body && waiting.isEmpty()) {
            send(HttpResponse.of(100), "the client expects 100-continue (RFC 9110, 10.1.1)");
        }
    }

    /** Takes up the next request, unless the server still thinks about the one before. */
    private void serve(Duration now) {
        while (!closed && thinking.isEmpty() && !waiting.isEmpty()) {
            Site.Page page = site.answer(waiting.element());
            if (page.thinking().isPositive()) {
                thinking = Optional.of(page);
                wake(
                        now.plus(page.thinking()),
                        "the server thinks for " + page.thinking().toMillis() + " ms");
            } else {
                respond(page.response());
            }
        }
        if (!closed && thinking.isEmpty()) {
            finish(now);
        }
    }

    /** Sees what is left to do when no request waits. */
    private void finish(Duration now) {
        if (refused.isPresent()) {
            var fault = refused.get();
            send(
                    Site.refusal(fault.rule().status(), fault.line()).response().close(),
                    fault.rule().what());
            close("where the next request begins is unknown (" + fault.rule().rfc() + ")");
        } else if (halfClosed) {
            close("the client sends no more");
        } else if (!idle && reader.state() == ReaderState.START_LINE) {
            rest(now);
        }
    }

    private void respond(HttpResponse response) {
        HttpRequest request = waiting.remove();
        thinking = Optional.empty();
        served++;
        boolean last = served >= site.perConnection();
        Decision persists = Persistence.of(request, last ? response.close() : response);
        boolean says = response.section().lists("Connection", "close");
        HttpResponse sent = persists.yes() || says || !response.version().atLeast11() ? response : response.close();
        send(sent, "answers " + request.method() + " " + request.target().text());
        if (!persists.yes()) {
            close(
                    last
                            ? "request " + served + " was the last that this server takes on a connection"
                            : persists.because());
        }
    }

    private void rest(Duration now) {
        idle = true;
        if (site.idle().isPositive()) {
            wake(
                    now.plus(site.idle()),
                    "an idle connection is kept for " + site.idle().toMillis() + " ms");
        }
    }

    private void wake(Duration at, String because) {
        due = at;
        actions.add(new Action.Wake(at, because));
    }

    private void send(HttpResponse response, String because) {
        actions.add(new Action.Send(connection, response.encode(), response.status() + " " + because));
    }

    private void close(String because) {
        closed = true;
        waiting.clear();
        actions.add(new Action.Close(connection, because));
    }

    private List<Action> drain() {
        List<Action> drained = actions;
        actions = new ArrayList<>();
        return drained;
    }
}

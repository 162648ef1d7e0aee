package wirebook.http.exchange;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;
import wirebook.http.HttpEvent;
import wirebook.http.HttpReader;
import wirebook.http.HttpRequest;

/**
 * A relay that does not know {@code Connection}: the first request goes through as it came, the response comes back as it
 * came, and until the server closes nothing else from this client counts.
 */
final class BlindRelay implements HttpProxy.Relay {
    private final Connection client;
    private final Connection server;
    private final String upstream;
    private final HttpReader reader = HttpReader.requests();
    private final List<Octets> request = new ArrayList<>();
    private boolean asked;
    private boolean done;

    BlindRelay(Connection client, Connection server, String upstream) {
        this.client = client;
        this.server = server;
        this.upstream = upstream;
    }

    @Override
    public List<Action> fromClient(Octets octets) {
        if (asked) {
            return List.of();
        }
        request.add(octets);
        String authority = upstream;
        for (HttpEvent event : reader.receive(octets)) {
            if (event instanceof HttpEvent.Head(HttpRequest head, var framing)) {
                authority = head.target().authority().orElse(upstream);
            }
            asked |= event instanceof HttpEvent.End || event instanceof HttpEvent.Refused;
        }
        return asked ? List.of(new Action.Open(server, authority, "a request to pass on")) : List.of();
    }

    @Override
    public List<Action> serverOpened() {
        return List.of(new Action.Send(server, Octets.join(request), "the request as it came, Connection and all"));
    }

    @Override
    public List<Action> fromServer(Octets octets) {
        return List.of(new Action.Send(client, octets, "the response as it comes"));
    }

    @Override
    public List<Action> clientEnded() {
        if (!asked) {
            return end("the client asked nothing");
        }
        return List.of();
    }

    @Override
    public List<Action> serverEnded() {
        List<Action> actions = new ArrayList<>(end("the server closed, so the response is over"));
        actions.add(new Action.Close(server, "the server closed"));
        return actions;
    }

    private List<Action> end(String because) {
        boolean first = !done;
        done = true;
        return first ? List.of(new Action.Close(client, because)) : List.of();
    }
}

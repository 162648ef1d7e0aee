package wirebook.net;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import wirebook.bytes.Octets;
import wirebook.http.HttpRequest;
import wirebook.http.exchange.Plan;
import wirebook.tcp.profile.Profile;

/**
 * A client, a server, the way between them and what the client does: ready to be run, as often as one likes.
 *
 * @param client the client
 * @param server the server
 * @param task what the client does
 */
public record Visit(Client client, Server server, Task task) {
    /** What becomes of it. */
    public Run run() {
        return Network.of(this).run();
    }

    /** This visit with its link changed: the last one, if there are several. */
    public Visit link(UnaryOperator<Link> change) {
        return new Visit(client.over(client.path().last(change)), server, task);
    }

    /** This visit with another TCP at the client. */
    public Visit tcp(Profile profile) {
        return new Visit(client.tcp(profile), server, task);
    }

    /** This visit to another server. */
    public Visit to(Server other) {
        return new Visit(client, other, task);
    }

    /** This visit under another title, which stands above its waterfall: {@code compare(visit.titled("a good wire"), …)}. */
    public Visit titled(String title) {
        return new Visit(client, server, task.titled(title));
    }

    /** This visit with more calls. */
    public Visit calls(UnaryOperator<Calls> more) {
        Task.Calling before = task instanceof Task.Calling calling ? calling : new Task.Calling(Calls.NONE);
        return new Visit(client, server, new Task.Calling(more.apply(before.calls()), before.title()));
    }

    /** Then OPEN: waits until the connection is established. */
    public Visit open() {
        return calls(Calls::open);
    }

    /** Then SEND these octets. */
    public Visit send(Octets octets) {
        return calls(calls -> calls.send(octets));
    }

    /** Then SEND this text as UTF-8. */
    public Visit send(String text) {
        return calls(calls -> calls.send(text));
    }

    /** Then SEND this request; the next RECEIVE waits for its response. */
    public Visit send(HttpRequest request) {
        return calls(calls -> calls.send(request));
    }

    /** Then RECEIVE the response to the oldest request without one, or else any octets. */
    public Visit receive() {
        return calls(Calls::receive);
    }

    /** Then RECEIVE so many octets. */
    public Visit receive(int octets) {
        return calls(calls -> calls.receive(octets));
    }

    /** Then RECEIVE all up to the end of the stream. */
    public Visit receiveAll() {
        return calls(Calls::receiveAll);
    }

    /** Then nothing for a while. */
    public Visit pause(Duration time) {
        return calls(calls -> calls.pause(time));
    }

    /** Then CLOSE. */
    public Visit close() {
        return calls(Calls::close);
    }

    /** Then ABORT. */
    public Visit abort() {
        return calls(Calls::abort);
    }

    /** A visit that fetches these targets one after the other, each on a connection of its own. */
    public Visit serial(List<String> targets) {
        return fetch("serial", Plan.serial(server.authority(), requests(targets)));
    }

    /** A visit that fetches these targets on several connections at a time, each on one of its own. */
    public Visit parallel(int connections, List<String> targets) {
        return fetch(
                connections + " parallel connections",
                Plan.parallel(server.authority(), requests(targets), connections));
    }

    /** A visit that fetches these targets one after the other on one connection. */
    public Visit persistent(List<String> targets) {
        return fetch("persistent", Plan.persistent(server.authority(), requests(targets)));
    }

    /** A visit that asks for all these targets at once on one connection. */
    public Visit pipelined(List<String> targets) {
        return fetch("pipelined", Plan.pipelined(server.authority(), requests(targets)));
    }

    /** A visit that fetches by a plan of one's own. */
    public Visit fetch(String title, Plan plan) {
        return new Visit(client, server, new Task.Fetching(title, plan));
    }

    /** Who visits whom over what, and what the client does, a line each. */
    @Override
    public String toString() {
        return client + "\nto " + server + "\ndoes " + task;
    }

    private static List<HttpRequest> requests(List<String> targets) {
        return targets.stream().map(target -> HttpRequest.of("GET", target)).toList();
    }
}

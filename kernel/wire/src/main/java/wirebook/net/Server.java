package wirebook.net;

import java.time.Duration;
import java.util.function.UnaryOperator;
import wirebook.http.HttpResponse;
import wirebook.http.exchange.Site;
import wirebook.ip.IpAddress;
import wirebook.tcp.profile.Profile;

/**
 * A host that waits for connections on a port.
 *
 * @param name what the lecture calls it
 * @param address its address
 * @param port its port, 1 to 65,535
 * @param role what it does with the connections
 * @param tcp how its TCP is set
 */
public record Server(String name, IpAddress address, int port, Role role, Profile tcp) {
    /** What servers of pages set: CUBIC, and no waiting for company (TCP_NODELAY). */
    private static final Profile PLAIN = Profile.cubic().nagle(false);

    /** Checks the port. */
    public Server {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a server's port is from 1 to 65535; this is " + port);
        }
    }

    /** A server without pages. */
    public static Server of(String address, int port) {
        return new Server("server", IpAddress.of(address), port, new Role.Pages(Site.EMPTY), PLAIN);
    }

    /** A proxy that understands Connection, before it is told where to pass requests on to. */
    public static Proxied proxy(String address, int port) {
        return new Proxied(IpAddress.of(address), port, true, Route.STRAIGHT);
    }

    /**
     * A proxy that lacks the server to which it passes requests on.
     *
     * @param address its address
     * @param port its port
     * @param understanding whether it understands the field Connection
     * @param path the way to the server
     */
    public record Proxied(IpAddress address, int port, boolean understanding, Route path) {
        /** A proxy from before the field Connection: it passes it on like any other. */
        public Proxied blind() {
            return new Proxied(address, port, false, path);
        }

        /** The link to the server. */
        public Proxied over(Link link) {
            return new Proxied(address, port, understanding, Route.over(link));
        }

        /** The proxy that passes requests on to this server. */
        public Server to(Server upstream) {
            return new Server("proxy", address, port, new Role.Relay(understanding, path, upstream), PLAIN);
        }
    }

    /** This server by another name. */
    public Server named(String newName) {
        return new Server(newName, address, port, role, tcp);
    }

    /** This server with another TCP. */
    public Server tcp(Profile profile) {
        return new Server(name, address, port, role, profile);
    }

    /** This server with one more page of HTML. */
    public Server page(String path, String html) {
        return site(site -> site.page(path, html));
    }

    /** This server with one more resource. */
    public Server page(String path, HttpResponse response) {
        return site(site -> site.page(path, response));
    }

    /** This server with one more resource, for which it has to think. */
    public Server page(String path, HttpResponse response, Duration thinking) {
        return site(site -> site.page(path, response, thinking));
    }

    /** This server, closing each connection after so many requests. */
    public Server perConnection(int requests) {
        return site(site -> site.perConnection(requests));
    }

    /** This server, closing each connection that was idle for so long. */
    public Server idle(Duration time) {
        return site(site -> site.idle(time));
    }

    /** This server with its site changed. */
    public Server site(UnaryOperator<Site> change) {
        Site site = role instanceof Role.Pages(Site pages) ? pages : Site.EMPTY;
        return new Server(name, address, port, new Role.Pages(change.apply(site)), tcp);
    }

    /** A server on the same port that does these calls on each connection. */
    public Server does(UnaryOperator<Calls> calls) {
        return new Server(
                name, address, port, new Role.Scripted(calls.apply(Calls.NONE).calls()), tcp);
    }

    /** The host without anybody who listens on the port. */
    public Server closed() {
        return new Server(name, address, port, new Role.Closed(), tcp);
    }

    /** Its address, its port and its TCP on one line, and below it what it does. */
    @Override
    public String toString() {
        return name + " " + address + ", port " + port + ", TCP: " + tcp + role.words();
    }

    /** What stands in the field Host for it: its address, and its port unless that is 80. */
    public String authority() {
        String endpoint = Four.endpoint(address, port);
        return port == 80 ? endpoint.substring(0, endpoint.length() - ":80".length()) : endpoint;
    }
}

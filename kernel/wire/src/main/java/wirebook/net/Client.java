package wirebook.net;

import wirebook.ip.IpAddress;
import wirebook.tcp.profile.Profile;

/**
 * A host that opens connections.
 *
 * @param name what the lecture calls it
 * @param address its address
 * @param tcp how its TCP is set
 * @param ports the ports that its connections take
 * @param path the way to the servers that it visits
 */
public record Client(String name, IpAddress address, Profile tcp, Ports ports, Route path) {
    /** What browsers set: CUBIC, and no waiting for company (TCP_NODELAY). */
    private static final Profile PLAIN = Profile.cubic().nagle(false);

    /** A client at this address, on a link without faults. */
    public static Client of(String address) {
        return new Client("client", IpAddress.of(address), PLAIN, Ports.DYNAMIC, Route.STRAIGHT);
    }

    /** This client by another name. */
    public Client named(String newName) {
        return new Client(newName, address, tcp, ports, path);
    }

    /** This client with another TCP. */
    public Client tcp(Profile profile) {
        return new Client(name, address, profile, ports, path);
    }

    /** This client with other ephemeral ports, both included. */
    public Client ports(int first, int last) {
        return new Client(name, address, tcp, new Ports(first, last), path);
    }

    /** This client on another link. */
    public Client over(Link link) {
        return over(Route.over(link));
    }

    /** This client with another way to the servers. */
    public Client over(Route newPath) {
        return new Client(name, address, tcp, ports, newPath);
    }

    /** This client with a router behind what was said, and this link behind the router. */
    public Client via(Router router, Link link) {
        return over(path.via(router, link));
    }

    /** Its address, its TCP and its way to the servers. */
    @Override
    public String toString() {
        return name + " " + address + ", TCP: " + tcp + "\nover " + path;
    }

    /** A visit of this client to a server, which does nothing yet. */
    public Visit to(Server server) {
        return new Visit(this, server, new Task.Calling(Calls.NONE));
    }
}

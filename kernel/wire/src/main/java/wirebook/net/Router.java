package wirebook.net;

import wirebook.ip.IpAddress;

/**
 * Somebody who passes packets on and lowers their Time to Live (RFC 1812).
 *
 * @param name what the lecture calls it
 * @param address its address: where its ICMP messages come from
 */
public record Router(String name, IpAddress address) {
    /** A router by its address. */
    public static Router of(String address) {
        return new Router("router", IpAddress.of(address));
    }

    /** This router by another name. */
    public Router named(String newName) {
        return new Router(newName, address);
    }
}

package wirebook.net;

import wirebook.ip.IpAddress;
import wirebook.ip.Ipv6Address;

/**
 * The four values that tell connections apart, seen from one end (RFC 9293, 3.1: a pair of endpoints).
 *
 * @param local the address of this end
 * @param localPort the port of this end
 * @param remote the address of the other end
 * @param remotePort the port of the other end
 */
record Four(IpAddress local, int localPort, IpAddress remote, int remotePort) {
    /** Each packet that arrives is looked up by it. */
    @Override
    public int hashCode() {
        return (local.hashCode() * 31 + remote.hashCode()) * 31 + (localPort << 16 ^ remotePort);
    }

    /** The same, seen from the other end. */
    Four back() {
        IpAddress here = remote;
        int port = remotePort;
        return new Four(here, port, local, localPort);
    }

    @Override
    public String toString() {
        return endpoint(local, localPort) + " → " + endpoint(remote, remotePort);
    }

    /** An address and a port; an IPv6 address stands in brackets (RFC 5952, 6). */
    static String endpoint(IpAddress address, int port) {
        return address instanceof Ipv6Address ? "[" + address + "]:" + port : address + ":" + port;
    }
}

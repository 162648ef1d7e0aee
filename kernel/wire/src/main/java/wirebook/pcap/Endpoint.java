package wirebook.pcap;

import wirebook.ip.IpAddress;
import wirebook.ip.Ipv6Address;

/**
 * One end of a connection: an address and a port (RFC 9293, 4).
 *
 * @param address the host's address
 * @param port 0 to 65,535
 */
public record Endpoint(IpAddress address, int port) {
    @Override
    public String toString() {
        return (address instanceof Ipv6Address ? "[" + address + "]" : address.toString()) + ":" + port;
    }
}

package wirebook.replay;

import wirebook.ip.IpAddress;

/**
 * Somebody who sends or receives packets: a column of the ladder.
 *
 * @param name what the lecture calls it: client, server, proxy
 * @param address its address
 */
public record Host(String name, IpAddress address) {
    @Override
    public String toString() {
        return name + " " + address;
    }
}

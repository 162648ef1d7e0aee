package wirebook.replay;

import java.time.Duration;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;

/**
 * One packet's way from one host to the next: an arrow of the ladder.
 *
 * @param id its place in the trace's flights, from 0
 * @param from the index of the host that sent it
 * @param to the index of the host that it was for
 * @param sentAt when its first bit left, since the start of the trace
 * @param endedAt when its last bit arrived or it was lost
 * @param packet the packet as it was sent
 * @param arrived the octets that arrived; those of {@code packet} unless it was corrupted, none if it was lost
 * @param fate what became of it
 * @param fault what the network did to it, in words: {@code "dropped: data(3) from the server"}; empty for nothing
 * @param kind what it is to its sender: {@code "data"}, {@code "retransmission (RTO)"}, {@code "duplicate"}; empty for plain
 */
public record Flight(
        int id,
        int from,
        int to,
        Duration sentAt,
        Duration endedAt,
        IpPacket packet,
        Octets arrived,
        Fate fate,
        String fault,
        String kind) {}

package wirebook.net;

import java.time.Duration;
import java.util.List;
import wirebook.ip.IpPacket;
import wirebook.tcp.stream.Reassembler;
import wirebook.tcp.stream.RunReassembler;

/**
 * Packets built by hand, ready to be sent in their order.
 *
 * <p>Nobody sends anything a second time. Where all come from one host, the other end is a plain receiver that acknowledges
 * what it gets; where both hosts send, nobody answers by himself, and a packet whose direction is new waits until all before
 * it have ended.
 *
 * @param packets the packets, at least one
 * @param spacing the time from one packet to the next
 * @param reassembler the empty reassembly queue of each receiver
 */
public record Delivery(List<IpPacket> packets, Duration spacing, Reassembler reassembler) {
    /** Checks that there is something to deliver, between two hosts. */
    public Delivery {
        packets = List.copyOf(packets);
        if (packets.isEmpty()) {
            throw new IllegalArgumentException("there are no packets to deliver");
        }
        IpPacket first = packets.getFirst();
        for (IpPacket packet : packets) {
            boolean there = packet.pseudo().equals(first.pseudo());
            if (!there && !packet.pseudo().equals(Packeting.back(first).pseudo())) {
                throw new IllegalArgumentException("these packets run between " + first.source() + " and "
                        + first.destination() + "; one runs from " + packet.source() + " to " + packet.destination());
            }
        }
    }

    /** These packets, one each millisecond. */
    public static Delivery of(List<? extends IpPacket> packets) {
        return new Delivery(List.copyOf(packets), Duration.ofMillis(1), RunReassembler.EMPTY);
    }

    /** These packets with another time from one to the next. */
    public Delivery every(Duration newSpacing) {
        return new Delivery(packets, newSpacing, reassembler);
    }

    /** These packets, to receivers with another reassembly queue. */
    public Delivery with(Reassembler empty) {
        return new Delivery(packets, spacing, empty);
    }

    /** What becomes of them on this link. */
    public Run over(Link link) {
        return new Courier(this, link).deliver();
    }

    /** Whether the first packet's host sends all of them. */
    boolean oneWay() {
        return packets.stream()
                .allMatch(packet -> packet.source().equals(packets.getFirst().source()));
    }
}

package wirebook.net;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wirebook.bytes.Octets;
import wirebook.field.Text;
import wirebook.ip.IpPacket;
import wirebook.replay.Step;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;

/**
 * The packets of a delivery that belong to one connection.
 *
 * @param index the connection's number in the trace
 * @param ends both ends, the first packet's sender first
 */
record Conversation(int index, List<PlainEnd> ends) {
    /** The conversation that this packet, the first of it, opens. */
    static Conversation open(Delivery delivery, IpPacket packet, TcpSegment segment, Recorder recorder) {
        List<TcpSegment> client = segments(delivery, delivery.packets().getFirst(), packet, segment);
        List<TcpSegment> server =
                segments(delivery, Packeting.back(delivery.packets().getFirst()), packet, segment);
        int index = recorder.connection(
                new Four(packet.source(), segment.sourcePort(), packet.destination(), segment.destinationPort())
                        .toString());
        Conversation conversation = new Conversation(
                index,
                List.of(
                        new PlainEnd(client, receiver(delivery, server, client)),
                        new PlainEnd(server, receiver(delivery, client, server))));
        conversation.show(recorder);
        return conversation;
    }

    /** The segments of the connection that come from the source of {@code like}. */
    private static List<TcpSegment> segments(Delivery delivery, IpPacket like, IpPacket opening, TcpSegment segment) {
        return delivery.packets().stream()
                .filter(packet -> packet.source().equals(like.source()))
                .flatMap(packet -> packet.payload() instanceof TcpSegment other
                                && same(packet.source().equals(opening.source()), other, segment)
                        ? Stream.of(other)
                        : Stream.empty())
                .toList();
    }

    private static boolean same(boolean forward, TcpSegment other, TcpSegment segment) {
        return forward
                ? other.sourcePort() == segment.sourcePort() && other.destinationPort() == segment.destinationPort()
                : other.sourcePort() == segment.destinationPort() && other.destinationPort() == segment.sourcePort();
    }

    /** The receiver of these segments; its own numbers begin where they say, or where it says itself. */
    private static Optional<Receiver> receiver(Delivery delivery, List<TcpSegment> incoming, List<TcpSegment> own) {
        if (incoming.isEmpty()) {
            return Optional.empty();
        }
        long acknowledged = incoming.stream()
                .filter(segment -> segment.has(ControlBit.ACK))
                .findFirst()
                .map(segment -> SequenceNumber.plus(segment.ack(), -1))
                .orElse(0L);
        return Optional.of(new Receiver(
                incoming.getFirst(),
                own.isEmpty() ? acknowledged : own.getFirst().seq(),
                delivery.reassembler()));
    }

    void sent(int from, TcpSegment segment, Recorder recorder) {
        ends.get(from).sent(segment);
        show(recorder);
    }

    /** A packet for this end was thrown away. */
    void ignore(int host, Recorder recorder) {
        ends.get(host).receiver().ifPresent(Receiver::ignore);
        show(recorder);
    }

    /** A segment arrives at this end. */
    Receiver.Verdict receive(int host, TcpSegment segment, Recorder recorder) {
        ends.get(host).acknowledged(segment);
        Receiver.Verdict verdict = ends.get(host)
                .receiver()
                .map(receiver -> receiver.receive(segment))
                .orElseGet(() -> noted(host, segment));
        show(recorder);
        return verdict;
    }

    /** What an end that only sends makes of an acknowledgment. */
    private Receiver.Verdict noted(int host, TcpSegment segment) {
        long open = ends.get(host).open();
        return new Receiver.Verdict(
                "all before " + segment.ack() + " has arrived",
                open == 0 ? "" : Text.count(open, "octet") + " sent and not acknowledged",
                false,
                Octets.EMPTY);
    }

    TcpSegment acknowledgment(int host, TcpSegment segment) {
        return ends.get(host).receiver().orElseThrow().acknowledgment(segment);
    }

    /** Says at the end what never arrived. */
    void close(Recorder recorder) {
        for (int host = 0; host < 2; host++) {
            long open = ends.get(host).open();
            if (open > 0 && ends.get(1 - host).receiver().isPresent()) {
                recorder.step(
                        Step.Kind.NOTE,
                        host,
                        -1,
                        () -> "never acknowledged: " + Text.count(open, "octet") + " of the sequence",
                        "these packets were built by hand: nobody sends them again",
                        index);
            }
        }
    }

    Run.Outcome outcome() {
        return new Run.Outcome(read(0), read(1), "", "");
    }

    private Octets read(int host) {
        return ends.get(host).receiver().map(Receiver::read).orElse(Octets.EMPTY);
    }

    private void show(Recorder recorder) {
        recorder.end(index, 0, ends.get(0).state());
        recorder.end(index, 1, ends.get(1).state());
    }
}

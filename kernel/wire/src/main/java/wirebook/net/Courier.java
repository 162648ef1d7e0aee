package wirebook.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wirebook.bytes.Octets;
import wirebook.field.Text;
import wirebook.ip.IpPacket;
import wirebook.replay.Host;
import wirebook.replay.Step;
import wirebook.replay.Waterfall;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.TcpSegment;

/** One delivery of hand-built packets at work. */
final class Courier {
    private static final List<String> NAMES = List.of("client", "server");

    private final Delivery delivery;
    private final Link link;
    private final Agenda agenda = new Agenda();
    private final Recorder recorder;
    private final Line line;
    private final IpPacket first;
    private final Map<Integer, Conversation> conversations = new LinkedHashMap<>();
    private int sent;

    Courier(Delivery delivery, Link link) {
        this.delivery = delivery;
        this.link = link;
        this.first = delivery.packets().getFirst();
        this.recorder = new Recorder(
                agenda, List.of(new Host(NAMES.get(0), first.source()), new Host(NAMES.get(1), first.destination())));
        this.line = new Line(
                link,
                agenda,
                recorder,
                (octets, flight) -> arrive(0, octets, flight),
                (octets, flight) -> arrive(1, octets, flight));
    }

    /** Lets everything happen. */
    Run deliver() {
        delivery.packets().forEach(this::open);
        while (sent < delivery.packets().size()) {
            sendNext();
            settle();
        }
        conversations.values().forEach(conversation -> conversation.close(recorder));
        String title = Text.count(delivery.packets().size(), "packet") + " over " + link;
        return new Run(
                recorder.trace(title),
                conversations.values().stream().map(Conversation::outcome).toList(),
                new Waterfall(title, List.of()),
                "");
    }

    /** Runs until nothing is under way any more. */
    private void settle() {
        do {
            while (!agenda.isEmpty()) {
                agenda.step();
            }
            line.release();
        } while (!agenda.isEmpty());
    }

    private void open(IpPacket packet) {
        if (packet.payload() instanceof TcpSegment segment) {
            conversations.computeIfAbsent(
                    ports(side(packet), segment), _ -> Conversation.open(delivery, packet, segment, recorder));
        }
    }

    /** Sends the next packet, and plans the one after it if that goes the same way. */
    private void sendNext() {
        IpPacket packet = delivery.packets().get(sent++);
        int from = side(packet);
        send(from, packet, "it is the next of the packets built by hand");
        if (sent < delivery.packets().size() && side(delivery.packets().get(sent)) == from) {
            agenda.at(agenda.now() + delivery.spacing().toNanos(), this::sendNext);
        }
    }

    private void send(int from, IpPacket packet, String cause) {
        int connection = -1;
        if (packet.payload() instanceof TcpSegment segment) {
            Conversation conversation = conversation(from, segment);
            conversation.sent(from, segment, recorder);
            connection = conversation.index();
        }
        int flight = recorder.sent(from, 1 - from, connection, packet, "", () -> "sends " + Words.of(packet), cause);
        line.send(from == 0 ? Side.CLIENT : Side.SERVER, packet, flight);
    }

    private void arrive(int host, Octets octets, int flight) {
        String wrong = Words.fault(octets);
        if (!wrong.isEmpty()) {
            conversations.values().stream()
                    .filter(conversation -> conversation.index() == recorder.connectionOf(flight))
                    .forEach(conversation -> conversation.ignore(host, recorder));
            step(Step.Kind.ARRIVED, host, flight, "throws #" + (flight + 1) + " away", wrong);
            return;
        }
        IpPacket packet = PacketDecoder.decode(octets);
        if (packet.payload() instanceof TcpSegment segment) {
            receive(host, packet, segment, flight);
        } else {
            step(Step.Kind.ARRIVED, host, flight, "takes #" + (flight + 1), "");
        }
    }

    private void receive(int host, IpPacket packet, TcpSegment segment, int flight) {
        Conversation conversation = conversation(1 - host, segment);
        Receiver.Verdict verdict = conversation.receive(host, segment, recorder);
        step(Step.Kind.ARRIVED, host, flight, "#" + (flight + 1) + ": " + verdict.what(), verdict.cause());
        if (!verdict.delivered().isEmpty()) {
            String octets = Text.count(verdict.delivered().length(), "octet");
            step(Step.Kind.DELIVERED, host, flight, "the application reads " + octets, "they are in order");
        }
        if (verdict.answers() && delivery.oneWay()) {
            TcpSegment answer = conversation.acknowledgment(host, segment);
            send(host, Packeting.back(packet).payload(answer), "#" + (flight + 1) + " arrived");
        }
    }

    private void step(Step.Kind kind, int host, int flight, String what, String cause) {
        recorder.step(kind, host, flight, () -> what, cause, recorder.connectionOf(flight));
    }

    private int side(IpPacket packet) {
        return packet.source().equals(first.source()) ? 0 : 1;
    }

    private Conversation conversation(int from, TcpSegment segment) {
        Conversation conversation = conversations.get(ports(from, segment));
        if (conversation == null) {
            throw new IllegalStateException("no conversation for " + segment.line());
        }
        return conversation;
    }

    /** The client's port and the server's port in one number. */
    private static int ports(int from, TcpSegment segment) {
        return from == 0
                ? segment.sourcePort() << 16 | segment.destinationPort()
                : segment.destinationPort() << 16 | segment.sourcePort();
    }
}

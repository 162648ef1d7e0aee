package wirebook.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import wirebook.Wire;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Address;
import wirebook.ip.Ipv4Packet;
import wirebook.net.Client;
import wirebook.net.Comparison;
import wirebook.net.Link;
import wirebook.net.Run;
import wirebook.net.Server;
import wirebook.net.Visit;
import wirebook.replay.EndState;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Host;
import wirebook.replay.Step;
import wirebook.replay.Strip;
import wirebook.replay.Trace;
import wirebook.replay.Waterfall;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;

/** Traces written by hand: what the views are looked at with. */
final class Story {
    static final Ipv4Address CLIENT = Ipv4Address.of("192.0.2.10");
    static final Ipv4Address SERVER = Ipv4Address.of("198.51.100.7");
    private static final long CLIENT_ISS = 1_000_000;
    private static final long SERVER_ISS = 7_000_000;

    private final List<Flight> flights = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private End client = End.at("CLOSED");
    private End server = End.at("LISTEN");

    /** What one end knows. */
    record End(String state, long una, long nxt, long rcv, int cwnd, int rto, List<Strip.Range> received, long sent)
            implements EndState {
        static End at(String state) {
            return new End(state, 0, 0, 0, 10, 1000, List.of(), 0);
        }

        End state(String newState) {
            return new End(newState, una, nxt, rcv, cwnd, rto, received, sent);
        }

        End snd(long newUna, long newNxt) {
            return new End(state, newUna, newNxt, rcv, cwnd, rto, received, Math.max(sent, newNxt));
        }

        End rcv(long newRcv, Strip.Range... ranges) {
            return new End(state, una, nxt, newRcv, cwnd, rto, List.of(ranges), sent);
        }

        End control(int newCwnd, int newRto) {
            return new End(state, una, nxt, rcv, newCwnd, newRto, received, sent);
        }

        @Override
        public List<Variable> variables() {
            return List.of(
                    new Variable("SND.UNA", Long.toString(una), "the oldest octet that is not acknowledged"),
                    new Variable("SND.NXT", Long.toString(nxt), "the next octet to be sent"),
                    new Variable("RCV.NXT", Long.toString(rcv), "the next octet that it waits for"),
                    new Variable("cwnd", Integer.toString(cwnd * 40), "congestion window, octets"),
                    new Variable("ssthresh", cwnd < 10 ? "80" : "∞", "slow start threshold, octets"),
                    new Variable("SRTT", state.equals("ESTABLISHED") ? "41 ms" : "", "smoothed round-trip time"),
                    new Variable("RTO", rto + " ms", "retransmission timeout"));
        }

        @Override
        public Strip sendBuffer() {
            return sent < 2
                    ? Strip.NONE
                    : new Strip(List.of(
                            new Strip.Range(1, una, "acknowledged"),
                            new Strip.Range(una, nxt, "in flight"),
                            new Strip.Range(nxt, nxt + 80, "window")));
        }

        @Override
        public Strip receiveBuffer() {
            return new Strip(received);
        }
    }

    /** A page over a wire that loses one segment, overtakes another, doubles a third and flips a bit in a fourth. */
    static Trace page() {
        Story story = new Story();
        story.open();
        story.request();
        story.response();
        story.close();
        return story.trace("GET /power-tools.html over a wire that loses, swaps, doubles and flips");
    }

    /** Three segments that open a connection. */
    static Trace handshake() {
        Story story = new Story();
        story.open();
        return story.trace("a handshake");
    }

    Trace trace(String title) {
        return new Trace(
                title,
                List.of(new Host("client", CLIENT), new Host("server", SERVER)),
                List.of("192.0.2.10:49152 → 198.51.100.7:80"),
                flights,
                steps);
    }

    private void open() {
        step(0, Step.Kind.CALL, 0, -1, "OPEN 198.51.100.7:80", "the application connects");
        client = client.state("SYN-SENT").snd(0, 1);
        int syn = sent(0, 0, 20, true, syn(true), "");
        arrived(20, syn, "SYN asks for a connection");
        server = server.state("SYN-RECEIVED").snd(0, 1).rcv(1);
        int both = sent(20, 1, 40, true, syn(false), "");
        client = client.state("ESTABLISHED").snd(1, 1).rcv(1);
        arrived(40, both, "the SYN is acknowledged: RFC 9293, 3.10.7.3");
        int ack = sent(40, 0, 60, true, data(true, 1, 1, ""), "");
        server = server.state("ESTABLISHED").snd(1, 1);
        arrived(60, ack, "the handshake is complete");
    }

    private void request() {
        step(40, Step.Kind.CALL, 0, -1, "SEND 57 octets", "");
        String text = "GET /power-tools.html HTTP/1.1\r\nHost: hardware.example\r\n\r\n";
        client = client.snd(1, 1 + text.length());
        int get = sent(40, 0, 61, true, data(true, 1, 1, text), "");
        server = server.rcv(59, new Strip.Range(1, 59, "read"));
        arrived(61, get, "in order: SEG.SEQ = RCV.NXT");
        step(61, Step.Kind.DELIVERED, 1, -1, "RECEIVE 58 octets", "PSH");
    }

    private void response() {
        String[] chunks = new String[5];
        for (int i = 0; i < 5; i++) {
            chunks[i] = ("chunk " + i + " of the page, forty octets long…").substring(0, 38) + "\r\n";
        }
        int[] flight = new int[5];
        int[] ends = {82, 0, 92, 88, 94};
        for (int i = 0; i < 5; i++) {
            server = server.snd(1, 41 + 40L * i);
            String fault = i == 1
                    ? "dropped: data(2) from the server"
                    : i == 2 ? "held back for 6 ms" : i == 4 ? "bit 3 of octet 52 flipped" : "";
            flight[i] = i == 1
                    ? lost(62 + i, 1, 73 + i, data(false, 1 + 40L * i, 59, chunks[i]), fault)
                    : sent(62 + i, 1, ends[i], true, data(false, 1 + 40L * i, 59, chunks[i]), fault);
            if (i == 4) {
                flights.set(flight[i], corrupted(flights.get(flight[i])));
            }
        }
        client = client.rcv(41, new Strip.Range(1, 41, "read")).snd(59, 59);
        step(73, Step.Kind.LOST, -1, flight[1], "#7 is lost", "dropped: data(2) from the server");
        arrived(82, flight[0], "in order: SEG.SEQ = RCV.NXT");
        ack(82, 102, 41);
        client = client.rcv(41, new Strip.Range(1, 41, "read"), new Strip.Range(121, 161, "out of order"));
        arrived(88, flight[3], "SEG.SEQ 121 > RCV.NXT 41: kept for later");
        ack(88, 108, 41);
        client = client.rcv(41, new Strip.Range(1, 41, "read"), new Strip.Range(81, 161, "out of order"));
        arrived(92, flight[2], "SEG.SEQ 81 > RCV.NXT 41: kept for later");
        ack(92, 112, 41);
        arrived(94, flight[4], "the checksum is wrong: dropped");
        server = server.control(2, 244);
        step(306, Step.Kind.TIMER, 1, -1, "RTO expired", "no ACK for 244 ms (RFC 6298, 5.4)");
        int again = sent(306, 1, 326, true, data(false, 41, 59, chunks[1]), "", "retransmission (RTO)");
        client = client.rcv(161, new Strip.Range(1, 161, "ready"));
        arrived(326, again, "fills the gap: RCV.NXT moves on to 161");
        server = server.snd(161, 201);
        ack(326, 346, 161);
        int copy = sent(330, 1, 350, true, data(false, 161, 59, chunks[4]), "", "retransmission (RTO)");
        int twice = sent(331, 1, 353, true, data(false, 161, 59, chunks[4]), "duplicated by the network", "duplicate");
        client = client.rcv(201, new Strip.Range(1, 201, "ready"));
        arrived(350, copy, "in order");
        arrived(353, twice, "SEG.SEQ 161 < RCV.NXT 201: nothing new");
        step(353, Step.Kind.DELIVERED, 0, -1, "RECEIVE 200 octets", "");
        server = server.snd(201, 201);
    }

    private void close() {
        step(360, Step.Kind.CALL, 0, -1, "CLOSE", "");
        client = client.state("FIN-WAIT-1");
        int fin = sent(
                360,
                0,
                380,
                true,
                segment(true)
                        .flags(ControlBit.FIN, ControlBit.ACK)
                        .seq(CLIENT_ISS + 59)
                        .ack(SERVER_ISS + 201),
                "");
        server = server.state("CLOSE-WAIT");
        arrived(380, fin, "no more data will come");
        int reset = sent(
                390,
                1,
                410,
                true,
                segment(false)
                        .flags(ControlBit.RST, ControlBit.ACK)
                        .seq(SERVER_ISS + 201)
                        .ack(CLIENT_ISS + 60),
                "");
        client = client.state("CLOSED");
        server = server.state("CLOSED");
        arrived(410, reset, "connection reset");
    }

    private void ack(int at, int until, long number) {
        arrived(until, sent(at, 0, until, true, data(true, 59, number, ""), ""), "");
    }

    private int sent(int at, int from, int until, boolean step, TcpSegment segment, String fault) {
        return sent(at, from, until, step, segment, fault, "");
    }

    private int sent(int at, int from, int until, boolean step, TcpSegment segment, String fault, String kind) {
        int id = flights.size();
        IpPacket packet = packet(from, segment).numbered(id);
        flights.add(
                new Flight(id, from, 1 - from, ms(at), ms(until), packet, packet.bytes(), Fate.ARRIVED, fault, kind));
        if (step) {
            step(at, Step.Kind.SENT, from, id, "sends #" + (id + 1) + " " + segment.controlBits(), "");
        }
        return id;
    }

    private int lost(int at, int from, int until, TcpSegment segment, String fault) {
        int id = sent(at, from, until, true, segment, fault);
        Flight f = flights.get(id);
        flights.set(
                id,
                new Flight(
                        id, from, 1 - from, f.sentAt(), f.endedAt(), f.packet(), Octets.EMPTY, Fate.LOST, fault, ""));
        return id;
    }

    private static Flight corrupted(Flight f) {
        return new Flight(
                f.id(),
                f.from(),
                f.to(),
                f.sentAt(),
                f.endedAt(),
                f.packet(),
                f.arrived(),
                Fate.CORRUPTED,
                f.fault(),
                f.kind());
    }

    private void arrived(int at, int flight, String cause) {
        step(at, Step.Kind.ARRIVED, flights.get(flight).to(), flight, "#" + (flight + 1) + " arrives", cause);
    }

    private void step(int at, Step.Kind kind, int host, int flight, String what, String cause) {
        steps.add(new Step(steps.size() + 1, ms(at), kind, host, flight, what, cause, 0, List.of(client, server)));
    }

    private static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }

    private static TcpSegment segment(boolean fromClient) {
        return fromClient ? TcpSegment.of(49152, 80) : TcpSegment.of(80, 49152);
    }

    private static TcpSegment syn(boolean fromClient) {
        TcpSegment bare =
                segment(fromClient).options(new TcpOption.MaximumSegmentSize(40), new TcpOption.SackPermitted());
        return fromClient
                ? bare.flags(ControlBit.SYN).seq(CLIENT_ISS)
                : bare.seq(SERVER_ISS).ack(CLIENT_ISS + 1).flags(ControlBit.SYN, ControlBit.ACK);
    }

    private static TcpSegment data(boolean fromClient, long seq, long ack, String text) {
        TcpSegment bare = segment(fromClient)
                .seq((fromClient ? CLIENT_ISS : SERVER_ISS) + seq)
                .ack((fromClient ? SERVER_ISS : CLIENT_ISS) + ack)
                .data(Octets.ofText(text));
        return text.isEmpty() ? bare.flags(ControlBit.ACK) : bare.flags(ControlBit.PSH, ControlBit.ACK);
    }

    static Ipv4Packet packet(int from, TcpSegment segment) {
        return (from == 0 ? Ipv4Packet.of(CLIENT, SERVER) : Ipv4Packet.of(SERVER, CLIENT)).payload(segment);
    }

    /** A packet with options, data and a checksum that is pinned to a wrong value. */
    static IpPacket get() {
        TcpSegment segment = data(true, 1, 1, "GET /power-tools.html HTTP/1.1\r\nHost: www.joes-hardware.com\r\n\r\n")
                .options(
                        new TcpOption.NoOperation(),
                        new TcpOption.NoOperation(),
                        new TcpOption.Timestamps(1_234_567, 7_654_321));
        return packet(0, segment).id(4711).checksum(0xdead);
    }

    /** A long trace: {@code rounds} data segments that are all acknowledged. */
    static Trace transfer(int rounds) {
        Story story = new Story();
        story.open();
        for (int i = 0; i < rounds; i++) {
            int at = 70 + 10 * i;
            story.server = story.server.snd(1 + 40L * i, 41 + 40L * i).control(10 + i / 50, 200);
            int id = story.sent(
                    at,
                    1,
                    at + 20,
                    true,
                    data(false, 1 + 40L * i, 1, "forty octets of a page, row " + (100_000 + i) + ", and more\n"),
                    i % 97 == 96 ? "held back" : "");
            story.client = story.client.rcv(41 + 40L * i, new Strip.Range(1, 41 + 40L * i, "read"));
            story.arrived(at + 20, id, "in order: SEG.SEQ = RCV.NXT");
            story.ack(at + 20, at + 40, 41 + 40L * i);
        }
        return story.trace("a transfer of " + rounds + " segments");
    }

    /** Three requests over two connections. */
    static Waterfall waterfall() {
        return new Waterfall(
                "three files, two connections",
                List.of(
                        new Waterfall.Row("GET /index.html", 0, ms(0), ms(40), ms(50), ms(40)),
                        new Waterfall.Row("GET /style.css", 0, ms(130), ms(0), ms(45), ms(15)),
                        new Waterfall.Row("GET /logo.gif", 1, ms(60), ms(40), ms(50), ms(170))));
    }

    /** A page that a simulated client fetches over a link that loses a segment. */
    static Run visit() {
        Server site = Server.of("198.51.100.7", 80).page("/power-tools.html", "x".repeat(9_000));
        Link wire = Wire.link()
                .delay(Wire.ms(20))
                .rate(Wire.mbps(2))
                .queue(20)
                .drop(Wire.data(3).fromServer());
        return Client.of("192.0.2.10")
                .over(wire)
                .to(site)
                .open()
                .send(Wire.GET("/power-tools.html").host("www.joes-hardware.com"))
                .receive()
                .close()
                .run();
    }

    /** Four files one after the other, and on one connection. */
    static Comparison comparison() {
        Server site =
                Server.of("198.51.100.7", 80).page("/a", "a".repeat(3_000)).page("/b", "b".repeat(3_000));
        Visit visit = Client.of("192.0.2.10")
                .over(Wire.link().delay(Wire.ms(20)).rate(Wire.mbps(2)))
                .to(site);
        return Comparison.of(
                visit.serial(List.of("/a", "/b", "/a", "/b")), visit.persistent(List.of("/a", "/b", "/a", "/b")));
    }

    /** TCP's diagram after an active open and the other end's FIN. */
    static StateDiagram states() {
        return StateDiagram.tcp(List.of("CLOSED", "SYN-SENT", "ESTABLISHED", "CLOSE-WAIT"));
    }
}

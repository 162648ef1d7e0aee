package wirebook.net;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ip.IcmpMessage;
import wirebook.ip.IpAddress;
import wirebook.ip.IpPacket;
import wirebook.ip.Reassembly;
import wirebook.replay.Step;
import wirebook.tcp.ControlBit;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.endpoint.Connection;
import wirebook.tcp.endpoint.Refusal;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.State;

/** A host at work: it finds the connection of each segment by its four values, and answers what fits none by a reset. */
final class Machine implements Node {
    private final Simulation world;
    private final IpAddress address;
    private final int index;
    private final PortPool ports;
    private final Map<Four, End> ends = new LinkedHashMap<>();
    private final Map<Integer, Listener> listeners = new LinkedHashMap<>();
    private final Reassembly reassembly = new Reassembly(PacketDecoder::payload);
    private int sent;

    /** Who takes the connections to a port. */
    private record Listener(Profile tcp, Supplier<Program> program) {}

    Machine(Simulation world, IpAddress address, int index, Ports ports) {
        this.world = world;
        this.address = address;
        this.index = index;
        this.ports = new PortPool(ports);
    }

    /** From now on, connections to this port are taken. */
    void listen(int port, Profile profile, Supplier<Program> program) {
        listeners.put(port, new Listener(profile, program));
    }

    /** An active OPEN to a server, from a port that is free; empty where none is. */
    Optional<End> connect(Server server, Profile tcp, Program program) {
        IpAddress remote = server.address();
        int remotePort = server.port();
        Optional<Integer> free = ports.take(port -> !ends.containsKey(new Four(address, port, remote, remotePort)));
        if (free.isEmpty()) {
            String why = "no ephemeral port is free for " + remote + ":" + remotePort + "; " + portsInUse();
            world.recorder().step(Step.Kind.CALL, index, -1, () -> "OPEN: error: insufficient resources", why, -1);
        }
        return free.map(port -> {
            Four four = new Four(address, port, remote, remotePort);
            Connection endpoint = Connection.of(fitted(tcp, remote), port, remotePort);
            return join(new End(this, four, endpoint, program, world.opened(four), 0), four);
        });
    }

    private End join(End end, Four four) {
        ends.put(four, end);
        world.joined(end);
        return end;
    }

    /** A TCP whose segments fit the first line (RFC 9293, 3.7.1). */
    private Profile fitted(Profile tcp, IpAddress remote) {
        int most = world.mtu(index, remote) - Packeting.headers(address);
        return tcp.whole(Setting.MSS) <= most ? tcp : tcp.mss(most);
    }

    /** How many ports the connections of this host occupy, those in TIME-WAIT too. */
    private String portsInUse() {
        long waiting = ends.values().stream()
                .filter(end -> end.state() == State.TIME_WAIT)
                .count();
        return ports + ": " + ends.size() + " in use, " + waiting + " of them in TIME-WAIT";
    }

    @Override
    public void arrive(Octets octets, int flight) {
        try {
            IpPacket packet = PacketDecoder.decode(octets);
            if (packet.intact()) {
                take(packet, flight);
            } else {
                drop(flight, Words.fault(octets));
            }
        } catch (Malformed malformed) {
            drop(flight, malformed.what() + " (" + malformed.rule() + ")");
        }
    }

    private void drop(int flight, String why) {
        step(flight, "throws #" + (flight + 1) + " away", why, world.recorder().connectionOf(flight));
    }

    private void take(IpPacket packet, int flight) {
        if (!packet.destination().equals(address)) {
            drop(flight, "it is for " + packet.destination());
        } else if (packet.isFragment()) {
            piece(packet, flight);
        } else {
            switch (packet.payload()) {
                case TcpSegment segment -> take(packet, segment, flight);
                case IcmpMessage message -> take(packet, message, flight);
                default -> step(flight, "takes #" + (flight + 1) + ": " + Words.of(packet), "", -1);
            }
        }
    }

    /** Keeps a fragment until its packet is whole (RFC 791, 3.2). */
    private void piece(IpPacket packet, int flight) {
        int connection = world.recorder().connectionOf(flight);
        Optional<IpPacket> whole = reassembly.receive(packet, world.now());
        step(
                flight,
                "receives #" + (flight + 1) + ", a fragment",
                whole.isEmpty() ? "" : "the packet is whole",
                connection);
        whole.ifPresent(complete -> take(complete, flight));
    }

    /** An echo is answered; an error goes to the connection that it is about (RFC 9293, 3.9.2.2). */
    private void take(IpPacket packet, IcmpMessage message, int flight) {
        step(
                flight,
                "receives #" + (flight + 1) + ": " + message.line(),
                "",
                world.recorder().connectionOf(flight));
        if (message.isEcho()) {
            IpPacket reply = message.reply().over(Packeting.back(packet));
            world.send(index, reply, -1, "", () -> "answers #" + (flight + 1), "an echo is answered (RFC 792)");
        }
        message.quoted(PacketDecoder::payload).ifPresent(about -> report(about, message));
    }

    private void report(IpPacket about, IcmpMessage message) {
        if (about.payload() instanceof TcpSegment segment) {
            Four four = new Four(address, segment.sourcePort(), about.destination(), segment.destinationPort());
            Optional.ofNullable(ends.get(four))
                    .ifPresent(end -> message.mtu()
                            .ifPresentOrElse(
                                    mtu -> end.pathMss((int) (mtu - Packeting.headers(address))),
                                    () -> end.unreachable(hard(message))));
        }
    }

    /** Whether an error will not pass: a port or a protocol that is not there (RFC 1122, 4.2.3.9). */
    private static boolean hard(IcmpMessage message) {
        return message.v6()
                ? message.type() == 1 && message.code() == 4
                : message.type() == 3 && message.code() >= 2 && message.code() <= 4;
    }

    private void take(IpPacket packet, TcpSegment segment, int flight) {
        Four four = new Four(address, segment.destinationPort(), packet.source(), segment.sourcePort());
        End known = ends.get(four);
        if (known != null && !(segment.has(ControlBit.SYN) && known.yieldsTo(segment))) {
            known.receive(segment, EcnCodepoint.of(packet.ecn()), flight);
        } else {
            accept(four, segment)
                    .ifPresentOrElse(
                            end -> end.receive(segment, EcnCodepoint.of(packet.ecn()), flight),
                            () -> refuse(four, segment, flight));
        }
    }

    private Optional<End> accept(Four four, TcpSegment segment) {
        Listener listener = listeners.get(four.localPort());
        boolean opens = segment.has(ControlBit.SYN) && !segment.has(ControlBit.ACK) && !segment.has(ControlBit.RST);
        if (listener == null || !opens) {
            return Optional.empty();
        }
        Profile tcp = fitted(listener.tcp, four.remote());
        Connection endpoint = Connection.of(tcp, four.localPort(), four.remotePort());
        End end = new End(this, four, endpoint, listener.program.get(), world.connection(four.back()), 1);
        end.listen();
        return Optional.of(join(end, four));
    }

    private void refuse(Four four, TcpSegment segment, int flight) {
        int connection = world.connection(four.back());
        boolean listening = listeners.containsKey(four.localPort());
        step(
                flight,
                "receives #" + (flight + 1) + ", which fits no connection",
                listening
                        ? "port " + four.localPort() + " listens, but this is no SYN"
                        : "nobody listens on port " + four.localPort() + ", and no connection is " + four,
                connection);
        Refusal.of(segment)
                .ifPresent(reset -> send(
                        four.remote(),
                        reset,
                        EcnCodepoint.NOT_ECT,
                        connection,
                        "",
                        () -> "sends " + Gist.of(reset).words(0, 0),
                        "a segment that fits no connection gets a reset (RFC 9293, 3.10.7.1)"));
    }

    /** Puts a segment in a packet and sends it on its way. */
    void send(
            IpAddress remote,
            TcpSegment segment,
            EcnCodepoint ecn,
            int connection,
            String kind,
            Supplier<String> what,
            Object cause) {
        IpPacket packet = Packeting.packet(address, remote, sent++, ecn, segment);
        world.send(index, packet, connection, kind, what, cause);
    }

    /** The connection is closed for good: its port is free again. */
    void forget(Four four, End end) {
        ends.remove(four, end);
    }

    private void step(int flight, String what, String cause, int connection) {
        world.recorder().step(Step.Kind.ARRIVED, index, flight, () -> what, cause, connection);
    }

    Simulation world() {
        return world;
    }

    int index() {
        return index;
    }
}

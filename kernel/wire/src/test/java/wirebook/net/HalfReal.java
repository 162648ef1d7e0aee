package wirebook.net;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ip.IpAddress;
import wirebook.ip.IpPacket;
import wirebook.tcp.ControlBit;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.state.State;

/**
 * A visit of which one host is real: octets of packets and the time since the start go in, octets of packets come out. The
 * link with its faults lies between the two.
 */
public final class HalfReal {
    private final Simulation world;
    private final IpAddress outside;
    private final int index;

    /**
     * @param visit the visit, the real host among those who take part
     * @param outside the real host's address
     * @param exit who gets the packets that the link delivers there
     */
    public HalfReal(Visit visit, IpAddress outside, Consumer<Octets> exit) {
        this.world = new Simulation(Network.of(visit));
        this.outside = outside;
        this.index = world.outside(outside, (octets, _) -> exit.accept(octets));
    }

    /**
     * The real host sends a packet: it is put on the link. What is for nobody here, as its search for routers, is left aside.
     *
     * @throws Malformed for octets that break a rule: a real host sends none such
     */
    public void arrive(Octets octets, Duration now) {
        IpPacket packet = PacketDecoder.decode(octets);
        if (!packet.intact() || !packet.bytes().equals(octets)) {
            throw new Malformed("the real host's packet is not what we would write", 0, packet.line());
        }
        if (packet.source().equals(outside)) {
            world.agenda().at(now.toNanos(), () -> enter(packet));
        }
    }

    private void enter(IpPacket packet) {
        world.send(index, packet, connection(packet), "", () -> "sends " + Words.of(packet), "the real host decides");
    }

    /** The number of a packet's connection; one that the real host opens begins with its first SYN. */
    private int connection(IpPacket packet) {
        if (!(packet.payload() instanceof TcpSegment segment)) {
            return -1;
        }
        Four four = new Four(packet.source(), segment.sourcePort(), packet.destination(), segment.destinationPort());
        int known = Math.max(world.connection(four), world.connection(four.back()));
        boolean opens = known < 0 && segment.has(ControlBit.SYN) && !segment.has(ControlBit.ACK);
        return opens ? world.opened(four) : known;
    }

    /** Lets everything happen that is due; packets do not wait for others where nothing else is near. */
    public void advance(Duration now, Duration patience) {
        while (next().filter(due -> due.compareTo(now) <= 0).isPresent()) {
            world.agenda().step();
        }
        if (next().filter(due -> due.compareTo(now.plus(patience)) <= 0).isEmpty()) {
            world.release();
        }
    }

    /** When the next thing happens here; empty where only the real host can bring something about. */
    public Optional<Duration> next() {
        return world.agenda().isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(world.agenda().nextAt()));
    }

    /** Whether there were so many connections and all of them are over, as far as this side is concerned. */
    public boolean settled(int connections) {
        return world.ends().size() >= connections
                && world.ends().stream().allMatch(end -> end.state() == State.CLOSED || end.state() == State.TIME_WAIT);
    }

    /** All that has happened until now. */
    public Run run() {
        return world.told("");
    }
}

package wirebook.net;

import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ip.IcmpMessage;
import wirebook.ip.IpAddress;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Packet;
import wirebook.replay.Step;

/**
 * A router at work (RFC 1812, 5.2 and 5.3): it passes packets on by their destination, lowers their Time to Live, cuts those
 * that are too long for the next line if they allow it, and reports by ICMP what it cannot pass on.
 */
final class Gateway implements Node {
    private final Simulation world;
    private final IpAddress address;
    private final int index;

    Gateway(Simulation world, IpAddress address, int index) {
        this.world = world;
        this.address = address;
        this.index = index;
    }

    @Override
    public void arrive(Octets octets, int flight) {
        try {
            pass(Packeting.atRouter(octets), flight);
        } catch (Malformed malformed) {
            drop(flight, malformed.what() + " (" + malformed.rule() + ")");
        }
    }

    private void pass(IpPacket packet, int flight) {
        int mtu = world.mtu(index, packet.destination());
        if (packet.ttl() <= 1) {
            drop(flight, "its Time to Live is used up (RFC 1812, 5.3.1)");
            report(IcmpMessage.timeExceeded(packet), packet, flight);
        } else if (packet.length() <= mtu) {
            step(flight, "receives #" + (flight + 1) + " for " + packet.destination(), "");
            forward(packet, flight, "the way to " + packet.destination() + " leads on");
        } else if (packet instanceof Ipv4Packet four && !four.dontFragment()) {
            step(flight, "cuts #" + (flight + 1) + " into fragments", tooLong(packet, mtu));
            packet.fragment(mtu).forEach(piece -> forward(piece, flight, "it is a fragment of #" + (flight + 1)));
        } else {
            drop(flight, tooLong(packet, mtu) + ", and DF is set (RFC 1191, 4)");
            report(IcmpMessage.tooBig(mtu, packet), packet, flight);
        }
    }

    private static String tooLong(IpPacket packet, int mtu) {
        return "it has " + packet.length() + " octets, and the next line takes " + mtu;
    }

    private void forward(IpPacket packet, int flight, String cause) {
        world.send(
                index,
                packet.ttl(packet.ttl() - 1),
                world.recorder().connectionOf(flight),
                "",
                () -> "passes #" + (flight + 1) + " on",
                cause);
    }

    /** An error goes to the source of the packet, unless the packet was an error itself (RFC 1812, 4.3.2.7). */
    private void report(IcmpMessage error, IpPacket packet, int flight) {
        if (packet.payload() instanceof IcmpMessage message && message.isError()) {
            return;
        }
        world.send(
                index,
                error.over(Packeting.between(address, packet.source())),
                world.recorder().connectionOf(flight),
                "ICMP",
                () -> "reports " + error.name(),
                "#" + (flight + 1) + " could not be passed on");
    }

    private void drop(int flight, String why) {
        step(flight, "throws #" + (flight + 1) + " away", why);
    }

    private void step(int flight, String what, String cause) {
        world.recorder()
                .step(
                        Step.Kind.ARRIVED,
                        index,
                        flight,
                        () -> what,
                        cause,
                        world.recorder().connectionOf(flight));
    }
}

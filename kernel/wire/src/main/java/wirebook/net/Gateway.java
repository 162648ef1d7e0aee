package wirebook.net;

import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;
import wirebook.replay.Step;
import wirebook.tcp.PacketDecoder;

/** A router at work (RFC 1812, 5.2 and 5.3): it passes packets on by their destination and lowers their Time to Live. */
final class Gateway implements Node {
    private final Simulation world;
    private final int index;

    Gateway(Simulation world, int index) {
        this.world = world;
        this.index = index;
    }

    @Override
    public void arrive(Octets octets, int flight) {
        try {
            pass(PacketDecoder.decode(octets), flight);
        } catch (Malformed malformed) {
            step(flight, "throws #" + (flight + 1) + " away", malformed.what() + " (" + malformed.rule() + ")");
        }
    }

    private void pass(IpPacket packet, int flight) {
        if (packet.ttl() <= 1) {
            step(flight, "throws #" + (flight + 1) + " away", "its Time to Live is used up (RFC 1812, 5.3.1)");
            return;
        }
        step(flight, "receives #" + (flight + 1) + " for " + packet.destination(), "");
        world.send(
                index,
                packet.ttl(packet.ttl() - 1),
                world.recorder().connectionOf(flight),
                "",
                () -> "passes #" + (flight + 1) + " on",
                "the way to " + packet.destination());
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

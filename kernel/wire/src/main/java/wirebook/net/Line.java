package wirebook.net;

import java.util.ArrayList;
import java.util.List;
import wirebook.ip.IpPacket;

/** A link at work in one run. */
final class Line {
    private final Link link;
    private final Recorder recorder;
    private final List<Trap> traps = new ArrayList<>();
    private final Lane fromClient;
    private final Lane fromServer;

    /** A fault at work: which packets it waits for; the partner is the second of two that change places. */
    private record Trap(Fault fault, Watch watch, Watch partner, Dice dice) {
        static Trap of(Fault fault, long seed, int index) {
            Dice dice = Dice.of(seed, fault.seed(), index);
            Selector with = fault.act() instanceof Act.Swap(Selector other) ? other : fault.which();
            return new Trap(fault, new Watch(fault.which(), dice), new Watch(with, dice), dice);
        }

        /** Lets the fault happen to the packet, if it hits it. */
        void spring(Side from, IpPacket packet, Passage passage) {
            if (fault.act() instanceof Act.Swap && partner.hits(from, packet)) {
                passage.suffersSwap(fault);
            }
            if (watch.hits(from, packet)) {
                passage.suffer(fault, dice);
            }
        }
    }

    Line(Link link, Agenda agenda, Recorder recorder, Node client, Node server) {
        this.link = link;
        this.recorder = recorder;
        for (Fault fault : link.faults()) {
            traps.add(Trap.of(fault, link.seed(), traps.size()));
        }
        fromClient = new Lane(link, agenda, server, Dice.of(link.seed(), -1));
        fromServer = new Lane(link, agenda, client, Dice.of(link.seed(), -2));
    }

    /** A packet is handed to the line at one end. */
    void send(Side from, IpPacket packet, int flight) {
        Lane lane = from == Side.CLIENT ? fromClient : fromServer;
        int number = lane.count();
        Passage passage = new Passage(recorder, flight, packet);
        for (Trap trap : traps) {
            trap.spring(from, packet, passage);
        }
        if (packet.length() > link.mtu()) {
            passage.lose("dropped: " + packet.length() + " octets are more than the MTU of " + link.mtu());
        }
        link.script().flatMap(script -> script.fate(from, number)).ifPresent(passage::follow);
        if (lane.isFull()) {
            recorder.lost(flight, "dropped: the queue of " + link.queue() + " packets was full");
        } else {
            lane.carry(passage);
        }
    }

    /** Nothing else happens any more: packets that wait for others go on without them. */
    void release() {
        fromClient.release();
        fromServer.release();
    }
}

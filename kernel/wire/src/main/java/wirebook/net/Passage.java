package wirebook.net;

import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.ip.IpPacket;

/** One packet on a line, and what the line's faults make of it. */
final class Passage {
    private final Recorder recorder;
    private final int flight;
    private final IpPacket packet;
    private boolean lost;
    private String fault = "";
    private long late;
    private long scripted = -1;
    private long harmedBit = -1;
    private long at;
    private int behind;
    private Optional<Fault> copied = Optional.empty();
    private Optional<Fault> opens = Optional.empty();
    private Optional<Fault> closes = Optional.empty();

    Passage(Recorder recorder, int flight, IpPacket packet) {
        this.recorder = recorder;
        this.flight = flight;
        this.packet = packet;
    }

    /** The fault hits this packet. */
    void suffer(Fault cause, Dice dice) {
        switch (cause.act()) {
            case Act.Drop _ -> lose(cause.past());
            case Act.Corrupt _ -> harmedBit = dice.below(packet.length() * 8L);
            case Act.Duplicate _ -> copied = Optional.of(cause);
            case Act.Hold(java.time.Duration time) -> late += time.toNanos();
            case Act.Reorder(int packets) -> behind = Math.max(behind, packets);
            case Act.Swap _ -> opens = Optional.of(cause);
        }
        if (!(cause.act() instanceof Act.Drop || cause.act() instanceof Act.Duplicate)) {
            note(cause.past());
        }
    }

    /** This packet is the second of two that change places. */
    void suffersSwap(Fault cause) {
        closes = Optional.of(cause);
        note(cause.past());
    }

    /** What happened to the packet in the recording happens to this one. */
    void follow(Script.PacketFate fate) {
        scripted = fate.delay().toNanos();
        if (!fate.passes()) {
            lose("dropped" + (fate.note().isEmpty() ? " in the recording" : ": " + fate.note()));
        }
    }

    /** It never arrives. What was said first counts. */
    void lose(String why) {
        fault = lost ? fault : why;
        lost = true;
    }

    private void note(String words) {
        if (!lost) {
            fault = fault.isEmpty() ? words : fault + "; " + words;
        }
    }

    /** When it arrives if nothing else delays it. */
    void due(long leftAt, long delay) {
        at = leftAt + (scripted < 0 ? delay : scripted) + late;
    }

    /** It arrives now. */
    void arrive(Node node) {
        if (harmedBit < 0) {
            recorder.arrived(flight, fault);
            node.arrive(packet.bytes(), flight);
        } else {
            byte[] octets = packet.bytes().toArray();
            octets[(int) (harmedBit / 8)] ^= (byte) (0x80 >>> harmedBit % 8);
            Octets harmed = Octets.wrap(octets);
            recorder.corrupted(flight, harmed, fault + " (bit " + harmedBit % 8 + " of octet " + harmedBit / 8 + ")");
            node.arrive(harmed, flight);
        }
    }

    /** It is lost now. */
    void vanish() {
        recorder.lost(flight, fault);
    }

    /** The second copy, where the line makes one. */
    Optional<Passage> copy() {
        return copied.map(cause -> {
            Passage copy = new Passage(recorder, recorder.copied(flight), packet);
            copy.fault = cause.past();
            return copy;
        });
    }

    boolean isLost() {
        return lost;
    }

    /** Whether it was held up by a fault, so that others may overtake it. */
    boolean isLate() {
        return late > 0;
    }

    int length() {
        return packet.length();
    }

    long at() {
        return at;
    }

    void at(long time) {
        at = time;
    }

    /** How many packets overtake it; 0 for none. */
    int behind() {
        return behind;
    }

    /** Whether the packets behind it wait with it until its partner has passed. */
    boolean opens() {
        return opens.isPresent();
    }

    /** Whether it is the partner. */
    boolean closes() {
        return closes.isPresent();
    }
}

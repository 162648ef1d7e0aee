package wirebook.net;

import java.time.Duration;

/**
 * Something that a link does to packets which it should not.
 *
 * @param which the packets that it hits
 * @param act what happens to them
 * @param seed what decides chance and which bit is flipped, together with the link's seed
 */
public record Fault(Selector which, Act act, long seed) {
    private Fault(Selector which, Act act) {
        this(which, act, 0);
    }

    /** The packet never arrives. */
    public static Fault drop(Selector which) {
        return new Fault(which, new Act.Drop());
    }

    /** Each packet is lost with this probability, 0 to 1. */
    public static Fault loss(double probability) {
        return drop(Selector.chance(probability));
    }

    /** One bit of the packet is flipped on the way. */
    public static Fault corrupt(Selector which) {
        return new Fault(which, new Act.Corrupt());
    }

    /** The packet arrives twice. */
    public static Fault duplicate(Selector which) {
        return new Fault(which, new Act.Duplicate());
    }

    /** The packet takes {@code time} longer than others. */
    public static Fault hold(Selector which, Duration time) {
        return new Fault(which, new Act.Hold(time));
    }

    /** The next packet of its direction overtakes it. */
    public static Fault reorder(Selector which) {
        return reorder(which, 1);
    }

    /** The next {@code behind} packets of its direction overtake it. */
    public static Fault reorder(Selector which, int behind) {
        return new Fault(which, new Act.Reorder(behind));
    }

    /** Packets {@code first} and {@code second} of the client, from 1, change places. */
    public static Fault swap(int first, int second) {
        return new Fault(
                Selector.packet(Math.min(first, second)).fromClient(),
                new Act.Swap(Selector.packet(Math.max(first, second)).fromClient()));
    }

    /** This fault with another seed. */
    public Fault seed(long newSeed) {
        return new Fault(which, act, newSeed);
    }

    /** This fault for the client's packets only. */
    public Fault fromClient() {
        return new Fault(which.fromClient(), act, seed);
    }

    /** This fault for the server's packets only. */
    public Fault fromServer() {
        return new Fault(which.fromServer(), act, seed);
    }

    /** What it did to a packet, for the ladder: {@code "dropped: data(3).fromServer()"}. */
    String past() {
        return act.past() + ": " + (lossy() ? code() : act instanceof Act.Swap ? code() : which);
    }

    /** As a cell writes it: {@code hold(first(FIN), ms(30))}. */
    @Override
    public String toString() {
        return code() + (seed == 0 ? "" : ".seed(" + seed + ")");
    }

    private boolean lossy() {
        return act instanceof Act.Drop && which instanceof Selector.Chance;
    }

    private String code() {
        return switch (act) {
            case Act.Drop _ ->
                which instanceof Selector.Chance(double probability, Side side)
                        ? "loss(" + probability + ")" + side.suffix()
                        : "drop(" + which + ")";
            case Act.Corrupt _ -> "corrupt(" + which + ")";
            case Act.Duplicate _ -> "duplicate(" + which + ")";
            case Act.Hold(Duration time) -> "hold(" + which + ", " + Times.code(time) + ")";
            case Act.Reorder(int behind) -> "reorder(" + which + (behind == 1 ? "" : ", " + behind) + ")";
            case Act.Swap(Selector with) -> "swap(" + number(which) + ", " + number(with) + ")";
        };
    }

    /** Swapped packets of the client are known by their numbers alone. */
    private static String number(Selector packet) {
        return packet instanceof Selector.Counted(Sort.Any _, int first, int _, Side side) && side == Side.CLIENT
                ? Integer.toString(first)
                : packet.toString();
    }
}

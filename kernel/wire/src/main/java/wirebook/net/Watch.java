package wirebook.net;

import wirebook.ip.IpPacket;

/** A selector at work in one run: it counts as packets pass. */
final class Watch {
    private final Selector selector;
    private final Dice dice;
    private int seen;

    Watch(Selector selector, Dice dice) {
        this.selector = selector;
        this.dice = dice;
    }

    /** Whether it means this packet, the next one that passes. */
    boolean hits(Side from, IpPacket packet) {
        if (!selector.side().takes(from)) {
            return false;
        }
        return switch (selector) {
            case Selector.Counted(Sort sort, int first, int last, Side _) ->
                sort.has(packet) && ++seen >= first && seen <= last;
            case Selector.Chance(double probability, Side _) -> dice.fraction() < probability;
            case Selector.Matching(String _, java.util.function.Predicate<IpPacket> test, Side _) -> test.test(packet);
        };
    }
}

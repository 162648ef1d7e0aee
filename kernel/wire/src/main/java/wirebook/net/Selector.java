package wirebook.net;

import java.util.function.Predicate;
import wirebook.ip.IpPacket;
import wirebook.tcp.ControlBit;

/** Which of the packets on a link: counted from 1 in the order of sending, by chance, or by a test of one's own. */
public sealed interface Selector {
    /** Packet {@code number} on the link, from 1, both ends counted together unless a side is said. */
    static Selector packet(int number) {
        return packet(number, number);
    }

    /** Packets {@code first} to {@code last} on the link, from 1, both included. */
    static Selector packet(int first, int last) {
        return new Counted(new Sort.Any(), first, last, Side.EITHER);
    }

    /** The packet that carries data for the {@code number}th time, from 1; a retransmission counts again. */
    static Selector data(int number) {
        return data(number, number);
    }

    /** The packets that carry data for the {@code first} to the {@code last} time, from 1, both included. */
    static Selector data(int first, int last) {
        return new Counted(new Sort.Data(), first, last, Side.EITHER);
    }

    /** The first segment with this control bit. */
    static Selector first(ControlBit bit) {
        return nth(bit, 1);
    }

    /** The {@code number}th segment with this control bit, from 1. */
    static Selector nth(ControlBit bit, int number) {
        return new Counted(new Sort.Flagged(bit), number, number, Side.EITHER);
    }

    /** Every packet. */
    static Selector every() {
        return new Counted(new Sort.Any(), 1, Integer.MAX_VALUE, Side.EITHER);
    }

    /** Each packet with this probability, 0 to 1, by the fault's seed. */
    static Selector chance(double probability) {
        return new Chance(probability, Side.EITHER);
    }

    /** The packets that pass a test; {@code name} is what is printed for it. */
    static Selector matching(String name, Predicate<IpPacket> test) {
        return new Matching(name, test, Side.EITHER);
    }

    /** The side that the packets come from; others are not counted. */
    Side side();

    /** This selector for packets of one side only. */
    Selector from(Side newSide);

    /** This selector for the client's packets only. */
    default Selector fromClient() {
        return from(Side.CLIENT);
    }

    /** This selector for the server's packets only. */
    default Selector fromServer() {
        return from(Side.SERVER);
    }

    /**
     * Packets of one sort, counted.
     *
     * @param sort what is counted
     * @param first the first number that is meant, from 1
     * @param last the last number that is meant
     * @param side the side that they come from
     */
    record Counted(Sort sort, int first, int last, Side side) implements Selector {
        /** Checks the numbers. */
        public Counted {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException(
                        "packets are counted from 1 upwards; this says " + first + " to " + last);
            }
        }

        @Override
        public Counted from(Side newSide) {
            return new Counted(sort, first, last, newSide);
        }

        @Override
        public String toString() {
            return words() + side.suffix();
        }

        private String words() {
            if (last == Integer.MAX_VALUE && first == 1) {
                return "every()";
            }
            if (sort instanceof Sort.Flagged) {
                return first == 1 ? "first(" + sort + ")" : "nth(" + sort + ", " + first + ")";
            }
            return sort + "(" + first + (last == first ? "" : ", " + last) + ")";
        }
    }

    /**
     * Packets by chance.
     *
     * @param probability of each packet, 0 to 1
     * @param side the side that they come from
     */
    record Chance(double probability, Side side) implements Selector {
        /** Checks the probability. */
        public Chance {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability is from 0 to 1; this is " + probability);
            }
        }

        @Override
        public Chance from(Side newSide) {
            return new Chance(probability, newSide);
        }

        @Override
        public String toString() {
            return "chance(" + probability + ")" + side.suffix();
        }
    }

    /**
     * Packets that pass a test.
     *
     * @param name what is printed for the test
     * @param test the test
     * @param side the side that they come from
     */
    record Matching(String name, Predicate<IpPacket> test, Side side) implements Selector {
        @Override
        public Matching from(Side newSide) {
            return new Matching(name, test, newSide);
        }

        @Override
        public String toString() {
            return name + side.suffix();
        }
    }
}

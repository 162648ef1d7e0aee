package wirebook.net;

/** Chance from a seed, the same on every machine: Steele, Lea and Flood's SplitMix64. */
final class Dice {
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice of a seed, told apart from those of other {@code places} with the same seed. */
    static Dice of(long seed, long... places) {
        Dice dice = new Dice(seed);
        for (long place : places) {
            dice = new Dice(dice.next() ^ place);
        }
        return dice;
    }

    /** The next 64 bits. */
    long next() {
        state += 0x9e37_79b9_7f4a_7c15L;
        long z = (state ^ state >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    double fraction() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** A number from 0 (inclusive) to {@code bound} (exclusive). */
    long below(long bound) {
        return (long) (fraction() * bound);
    }
}

package wirebook.net;

import java.time.Duration;

/** What a fault does to a packet. */
public sealed interface Act {
    /** What has been done, for the ladder: {@code "dropped"}. */
    String past();

    /** The packet never arrives. */
    record Drop() implements Act {
        @Override
        public String past() {
            return "dropped";
        }
    }

    /** One bit of the packet is flipped; which one, the fault's seed decides. */
    record Corrupt() implements Act {
        @Override
        public String past() {
            return "corrupted";
        }
    }

    /** The packet arrives twice, the copy a millisecond later. */
    record Duplicate() implements Act {
        @Override
        public String past() {
            return "duplicated";
        }
    }

    /**
     * The packet takes longer than others.
     *
     * @param time how much longer
     */
    record Hold(Duration time) implements Act {
        @Override
        public String past() {
            return "held for " + Times.words(time);
        }
    }

    /**
     * The packet lets others of its direction overtake it. If they do not come, it goes on when nothing else happens.
     *
     * @param behind how many packets overtake it, at least 1
     */
    record Reorder(int behind) implements Act {
        /** Checks the number. */
        public Reorder {
            if (behind < 1) {
                throw new IllegalArgumentException("a packet is overtaken by at least 1; this says " + behind);
            }
        }

        @Override
        public String past() {
            return "overtaken by " + behind;
        }
    }

    /**
     * The packet changes places with a later one of its direction; those between them wait and keep their order. If the
     * later one does not come, they go on when nothing else happens.
     *
     * @param with the later packet
     */
    record Swap(Selector with) implements Act {
        @Override
        public String past() {
            return "swapped";
        }
    }
}

package wirebook.net;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a recorded line did to each packet; packets beyond the recording pass like the last one of their side.
 *
 * @param fates one for each packet, in the order of sending
 */
public record Script(List<PacketFate> fates) {
    /** Copies the list. */
    public Script {
        fates = List.copyOf(fates);
    }

    /**
     * What happened to one packet.
     *
     * @param side the end that sent it: CLIENT or SERVER
     * @param passes whether it arrived
     * @param delay how long it took; of no matter where it did not arrive
     * @param note what the recording says about it; may be empty
     */
    public record PacketFate(Side side, boolean passes, Duration delay, String note) {}

    /** The fate of packet {@code number} of a side, from 1. */
    Optional<PacketFate> fate(Side side, int number) {
        return fates.stream()
                .filter(fate -> fate.side() == side)
                .skip(number - 1L)
                .findFirst()
                .or(() -> last(side));
    }

    private Optional<PacketFate> last(Side side) {
        return fates.reversed().stream()
                .filter(fate -> fate.side() == side && fate.passes())
                .findFirst();
    }

    @Override
    public String toString() {
        return fates.size() + " packets";
    }
}

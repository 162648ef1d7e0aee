package wirebook.view;

import wirebook.replay.Fate;
import wirebook.replay.Flight;

/**
 * Where the time axes of a ladder stand; pixels.
 *
 * @param margin the room beside the first axis and beside the last, for times and notes
 * @param span the distance of two axes
 * @param times how wide the columns of times are, at the far sides of the margins
 */
record Axes(int margin, int span, int times) {
    /** Of the picture that stands for itself. */
    static final Axes PICTURE = new Axes(276, 420, 66);

    /** Of the player, which has both ends' state beside it. */
    static final Axes PLAYER = new Axes(170, 270, 46);

    int x(int host) {
        return margin + span * host;
    }

    int width(int hosts) {
        return 2 * margin + span * (hosts - 1);
    }

    /** Where a flight's arrow begins. */
    int start(Flight flight) {
        return x(flight.from()) + (flight.from() < flight.to() ? 2 : -2);
    }

    /** Where a flight's arrow ends; one that is lost does so half-way. */
    int end(Flight flight) {
        return flight.fate() == Fate.LOST
                ? (x(flight.from()) + x(flight.to())) / 2
                : x(flight.to()) + (flight.from() < flight.to() ? -2 : 2);
    }

    /** How far a flight's arrow reaches from side to side. */
    int across(Flight flight) {
        return Math.abs(end(flight) - start(flight));
    }

    /** The room for a note beside an axis. */
    int room() {
        return margin - times - 14;
    }
}

package wirebook.view;

import wirebook.replay.Flight;
import wirebook.replay.Ladder;
import wirebook.replay.Trace;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpSegment;

/**
 * How an arrow is drawn, so that what is special about its packet can be told without colours: by its dashes, its sign and its
 * head.
 *
 * @param name what it says, for the legend and the title
 * @param ink its colour
 * @param dashes its pattern; empty for a line
 * @param sign what stands before its caption
 * @param hollow whether its head is open
 */
record Stroke(String name, Look ink, String dashes, String sign, boolean hollow) {
    private static final Stroke LOST = new Stroke("lost", Look.ALARM, "", "✗ ", false);
    private static final Stroke CORRUPTED = new Stroke("corrupted", Look.ALARM, "1 3", "≠ ", true);
    private static final Stroke RETRANSMISSION = new Stroke("retransmission", Look.ORANGE, "8 3", "↻ ", false);
    private static final Stroke DUPLICATE = new Stroke("duplicate", Look.PURPLE, "2 2", "2× ", true);
    private static final Stroke OVERTAKEN = new Stroke("overtaken", Look.PURPLE, "8 3 2 3", "⇄ ", false);
    private static final Stroke RESET = new Stroke("reset", Look.ALARM, "", "", false);
    private static final Stroke CONTROL = new Stroke("opens or closes", Look.GREEN, "", "", false);
    private static final Stroke DATA = new Stroke("data", Look.BLUE, "", "", false);
    private static final Stroke BARE = new Stroke("acknowledgment", Look.FAINT, "", "", false);

    static Stroke of(Trace trace, Flight flight) {
        return switch (flight.fate()) {
            case LOST -> again(flight) ? lostAgain() : LOST;
            case CORRUPTED -> CORRUPTED;
            case ARRIVED -> arrived(trace, flight);
        };
    }

    /** Whether its octets were sent before. */
    private static boolean again(Flight flight) {
        return flight.kind().contains("retransmission") || flight.kind().equals("tail loss probe");
    }

    private static Stroke lostAgain() {
        return new Stroke("lost", Look.ALARM, RETRANSMISSION.dashes, LOST.sign + RETRANSMISSION.sign, false);
    }

    private static Stroke arrived(Trace trace, Flight flight) {
        if (again(flight)) {
            return RETRANSMISSION;
        }
        if (flight.kind().equals("duplicate")) {
            return DUPLICATE;
        }
        return Ladder.overtaken(trace, flight) ? OVERTAKEN : plain(flight);
    }

    private static Stroke plain(Flight flight) {
        if (!(flight.packet().payload() instanceof TcpSegment segment)) {
            return DATA;
        }
        if (segment.has(ControlBit.RST)) {
            return RESET;
        }
        if (segment.has(ControlBit.SYN) || segment.has(ControlBit.FIN)) {
            return CONTROL;
        }
        return segment.data().isEmpty() ? BARE : DATA;
    }
}

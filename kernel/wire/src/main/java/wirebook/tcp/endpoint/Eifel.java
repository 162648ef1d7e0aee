package wirebook.tcp.endpoint;

import java.util.Optional;
import wirebook.tcp.congestion.CongestionControl;

/**
 * The Eifel detection: an acknowledgment that echoes a time before the retransmission was caused by the original, so nothing was
 * lost and the window was reduced by mistake (RFC 3522, 3.2).
 */
final class Eifel {
    private static final long TICK = 1_000_000; // of the timestamp clock, in nanoseconds

    private Optional<CongestionControl> before = Optional.empty();
    private long sentAt;

    /** The window is about to be reduced, and the first retransmission goes out now. */
    void begin(CongestionControl control, long now) {
        before = Optional.of(control);
        sentAt = now / TICK;
    }

    /** The window is reduced for another reason too: no way leads back. */
    void forget() {
        before = Optional.empty();
    }

    /**
     * The first acknowledgment of new data since then tells; later ones do not.
     *
     * @param echoed the time that it echoes, in milliseconds since the start of the run; −1 for none
     * @return the control as it was before, where the retransmission was needless
     */
    Optional<CongestionControl> verdict(long echoed) {
        Optional<CongestionControl> former = echoed >= 0 && echoed < sentAt ? before : Optional.empty();
        before = Optional.empty();
        return former;
    }
}

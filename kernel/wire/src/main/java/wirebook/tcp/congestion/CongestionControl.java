package wirebook.tcp.congestion;

/**
 * A congestion control as a value: each acknowledgment and each loss gives the next one (RFC 5681).
 *
 * <p>Small enough to write your own: {@code profile.with(myControl)} runs it in the place of {@link Reno}. During fast
 * recovery the endpoint itself decides what to send; the control sees the loss at its start, and its window counts again
 * at its end.
 */
public interface CongestionControl {
    /** Its name, as a legend of a plot has it. */
    String name();

    /**
     * The control at the start of a connection.
     *
     * @param smss SMSS in octets
     * @param initialWindow IW in octets
     */
    CongestionControl start(int smss, long initialWindow);

    /** The control after {@code octets} of new data were acknowledged, outside of fast recovery. */
    CongestionControl acknowledged(long octets, Flight flight);

    /** The control after a loss was seen by duplicate ACKs, SACK or RACK, or congestion by ECN: once a round trip. */
    CongestionControl congested(Flight flight);

    /** The control after the retransmission timer expired for the first time for a segment. */
    CongestionControl timedOut(Flight flight);

    /** The control after {@link #congested} or {@link #timedOut} proved to be a mistake; {@code before} is the one before it. */
    default CongestionControl undo(CongestionControl before) {
        return before;
    }

    /** The control after nothing was sent for longer than one RTO: at most {@code restartWindow} octets (RFC 5681, 4.1). */
    CongestionControl idle(long restartWindow);

    /** cwnd, in octets. */
    long window();

    /** ssthresh, in octets; {@link Long#MAX_VALUE} for as high as possible. */
    long threshold();

    /** Whether it is in slow start: cwnd below ssthresh. */
    default boolean slowStart() {
        return window() < threshold();
    }
}

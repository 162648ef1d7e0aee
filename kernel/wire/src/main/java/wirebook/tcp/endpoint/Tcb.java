package wirebook.tcp.endpoint;

import java.time.Duration;
import java.util.List;
import wirebook.tcp.state.State;
import wirebook.tcp.stream.Range;

/**
 * The transmission control block: every variable of an endpoint at one moment, as a value (RFC 9293, 3.3.1). Parts that did not
 * change are shared with the block before.
 *
 * @param state the state of the connection
 * @param options what the two ends agreed on
 * @param send the send sequence variables
 * @param receive the receive sequence variables
 * @param congestion how much may be on the way, and how losses are recovered
 * @param timing round trips and the retransmission timeout
 * @param timers which timers run
 */
public record Tcb(
        State state,
        Options options,
        Send send,
        Receive receive,
        Congestion congestion,
        Timing timing,
        List<Running> timers) {

    /**
     * What the SYNs agreed on.
     *
     * @param smss SMSS: the most data octets this end sends in a segment, options not counted
     * @param rmss RMSS: the most it takes in one
     * @param sack whether selective acknowledgments are exchanged
     * @param timestamps whether timestamps are
     * @param sendShift Snd.Wind.Shift: how far arriving windows are shifted
     * @param receiveShift Rcv.Wind.Shift: how far departing windows are shifted
     * @param ecn whether congestion is notified explicitly
     */
    public record Options(
            int smss, int rmss, boolean sack, boolean timestamps, int sendShift, int receiveShift, boolean ecn) {}

    /**
     * The send sequence variables; sequence numbers as on the wire, ranges counted in octets of the stream from 0.
     *
     * @param iss ISS: the initial send sequence number
     * @param una SND.UNA: sent and not acknowledged from here
     * @param nxt SND.NXT: the next to send
     * @param wnd SND.WND: the window that the other end offers, in octets
     * @param up SND.UP: the end of our urgent data
     * @param wl1 SND.WL1: the sequence number of the segment that last set the window
     * @param wl2 SND.WL2: its acknowledgment number
     * @param acknowledged octets of the stream that the other end has acknowledged
     * @param sent octets of the stream that were sent at least once
     * @param queued octets of the stream that the user has sent
     * @param sacked ranges that the other end has beyond the acknowledged ones
     * @param lost ranges that are taken for lost and not yet sent again
     * @param closing whether the user has closed: a FIN follows the last octet
     */
    public record Send(
            long iss,
            long una,
            long nxt,
            long wnd,
            long up,
            long wl1,
            long wl2,
            long acknowledged,
            long sent,
            long queued,
            List<Range> sacked,
            List<Range> lost,
            boolean closing) {}

    /**
     * The receive sequence variables; sequence numbers as on the wire, ranges counted in octets of the stream from 0.
     *
     * @param irs IRS: the initial receive sequence number
     * @param nxt RCV.NXT: the next that is expected
     * @param wnd RCV.WND: the window that this end offers, in octets
     * @param up RCV.UP: the end of the other end's urgent data
     * @param tsRecent TS.Recent: the timestamp that is echoed
     * @param arrived octets of the stream that arrived in order
     * @param read octets of the stream that the user has received
     * @param held ranges that arrived beyond a gap: the reassembly queue
     * @param ended whether the other end's FIN has arrived in order
     */
    public record Receive(
            long irs,
            long nxt,
            long wnd,
            long up,
            long tsRecent,
            long arrived,
            long read,
            List<Range> held,
            boolean ended) {}

    /**
     * Congestion control and loss recovery; windows in octets.
     *
     * @param control the name of the congestion control
     * @param phase slow start, congestion avoidance, fast recovery or loss recovery after a timeout
     * @param cwnd cwnd: the congestion window
     * @param ssthresh ssthresh; {@link Long#MAX_VALUE} for as high as possible
     * @param flightSize FlightSize: sent and not acknowledged
     * @param pipe pipe: an estimate of what is still on the way
     * @param duplicateAcks duplicate ACKs in a row
     * @param recover recover: recovery ends when this sequence number is acknowledged
     */
    public record Congestion(
            String control,
            Phase phase,
            long cwnd,
            long ssthresh,
            long flightSize,
            long pipe,
            int duplicateAcks,
            long recover) {}

    /** What congestion control is doing. */
    public enum Phase {
        /** cwnd doubles each round trip. */
        SLOW_START("slow start"),
        /** cwnd grows slowly. */
        CONGESTION_AVOIDANCE("congestion avoidance"),
        /** A loss that duplicate ACKs or SACK showed is being repaired. */
        FAST_RECOVERY("fast recovery"),
        /** What was on the way when the retransmission timer expired is being sent again. */
        LOSS_RECOVERY("loss recovery");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * Round trips and the timeout.
     *
     * @param srtt SRTT: the smoothed round-trip time; zero before the first sample
     * @param rttvar RTTVAR: its variation
     * @param rto RTO: the retransmission timeout, back-off included
     * @param latest the round trip that was measured last; zero before the first
     * @param backOffs how often the timer expired in a row
     */
    public record Timing(Duration srtt, Duration rttvar, Duration rto, Duration latest, int backOffs) {}

    /**
     * A timer that runs.
     *
     * @param timer which one
     * @param at when it expires, since the start of the run
     */
    public record Running(Timer timer, Duration at) {}
}

package wirebook.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import wirebook.replay.EndState;
import wirebook.replay.Strip;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.endpoint.Tcb;
import wirebook.tcp.stream.Range;

/**
 * A transmission control block as a trace shows it; its words are made when they are read. Numbers are relative to the
 * initial ones, so the first octet of a stream is number 1.
 *
 * @param tcb the block
 * @param absolutely whether numbers are those on the wire
 */
public record TcpState(Tcb tcb, boolean absolutely) implements EndState {
    TcpState(Tcb tcb) {
        this(tcb, false);
    }

    @Override
    public EndState absolute() {
        return new TcpState(tcb, true);
    }

    @Override
    public String state() {
        return tcb.state().toString();
    }

    @Override
    public List<Variable> variables() {
        Tcb.Send send = tcb.send();
        Tcb.Receive receive = tcb.receive();
        Tcb.Congestion congestion = tcb.congestion();
        Tcb.Timing timing = tcb.timing();
        List<Variable> all = new ArrayList<>();
        say(all, "SND.UNA", relative(send.una(), send.iss()), "sent and not acknowledged from here");
        say(all, "SND.NXT", relative(send.nxt(), send.iss()), "the next number to be sent");
        say(all, "SND.WND", send.wnd(), "the window that the other end offers, in octets");
        say(all, "RCV.NXT", relative(receive.nxt(), receive.irs()), "the next number that is expected");
        say(all, "RCV.WND", receive.wnd(), "the window that this end offers, in octets");
        say(all, "cwnd", congestion.cwnd(), "the congestion window in octets (" + congestion.control() + ")");
        say(all, "ssthresh", high(congestion.ssthresh()), "above this, cwnd grows slowly");
        say(all, "phase", congestion.phase(), "what congestion control is doing");
        say(all, "FlightSize", congestion.flightSize(), "octets sent and not acknowledged");
        say(all, "dup. ACKs", congestion.duplicateAcks(), "duplicate acknowledgments in a row");
        say(all, "SRTT", time(timing.srtt()), "the smoothed round-trip time");
        say(all, "RTO", time(timing.rto()), "the retransmission timeout, back-off included");
        tcb.timers().forEach(running -> say(all, running.timer().toString(), time(running.at()), "when it expires"));
        return List.copyOf(all);
    }

    private static void say(List<Variable> all, String name, Object value, String meaning) {
        all.add(new Variable(name, value.toString(), meaning));
    }

    private long relative(long number, long initial) {
        return absolutely ? number : SequenceNumber.plus(number, -initial);
    }

    private static String high(long ssthresh) {
        return ssthresh == Long.MAX_VALUE ? "∞" : Long.toString(ssthresh);
    }

    private static String time(Duration time) {
        return time.isZero() ? "–" : Times.words(time);
    }

    @Override
    public Strip sendBuffer() {
        Tcb.Send send = tcb.send();
        Ranges ranges = new Ranges();
        ranges.add(0, send.acknowledged(), "acknowledged");
        long at = send.acknowledged();
        for (Range sacked : send.sacked()) {
            ranges.add(at, sacked.start(), "in flight");
            ranges.add(sacked.start(), sacked.end(), "sacked");
            at = Math.max(at, sacked.end());
        }
        ranges.add(at, send.sent(), "in flight");
        ranges.add(send.sent(), send.queued(), "waiting");
        return new Strip(ranges.all);
    }

    @Override
    public Strip receiveBuffer() {
        Tcb.Receive receive = tcb.receive();
        Ranges ranges = new Ranges();
        ranges.add(0, receive.read(), "read");
        ranges.add(receive.read(), receive.arrived(), "ready");
        receive.held().forEach(held -> ranges.add(held.start(), held.end(), "out of order"));
        return new Strip(ranges.all);
    }

    /** Ranges of a stream, counted from 0, on their way into a strip, which counts from 1. */
    private static final class Ranges {
        private final List<Strip.Range> all = new ArrayList<>();

        void add(long from, long to, String condition) {
            if (to > from) {
                all.add(new Strip.Range(from + 1, to + 1, condition));
            }
        }
    }
}

package wirebook.tcp.endpoint;

/**
 * Takes pictures of the control block; what did not change since the last one is shared with it, so that a long trace is short in
 * memory. A picture is taken for each segment, and a kernel's JVM compiles little: comparing by hand spares it the method handles
 * of the records' own {@code equals}. The assertions hold the two together.
 */
final class Snapshot {
    private final ControlBlock block;
    private Tcb last;

    Snapshot(ControlBlock block) {
        this.block = block;
        this.last = new Tcb(
                block.state,
                block.agreement.shown(),
                block.sender.shown(),
                block.receiver.shown(),
                block.sender.recovery.shown(),
                block.sender.timer.shown(),
                block.timers.running());
    }

    @SuppressWarnings("ReferenceEquality") // what is equal is the same by now
    Tcb take() {
        Tcb.Options options = kept(last.options(), block.agreement.shown());
        Tcb.Send send = kept(last.send(), block.sender.shown());
        Tcb.Receive receive = kept(last.receive(), block.receiver.shown());
        Tcb.Congestion congestion = kept(last.congestion(), block.sender.recovery.shown());
        Tcb.Timing timing = block.sender.timer.shown();
        var timers = block.timers.running();
        boolean same = block.state == last.state()
                && options == last.options()
                && send == last.send()
                && receive == last.receive()
                && congestion == last.congestion()
                && timing == last.timing()
                && timers == last.timers();
        if (!same) {
            last = new Tcb(block.state, options, send, receive, congestion, timing, timers);
        }
        return last;
    }

    private static Tcb.Options kept(Tcb.Options before, Tcb.Options now) {
        boolean same = before.smss() == now.smss()
                && before.rmss() == now.rmss()
                && before.sack() == now.sack()
                && before.timestamps() == now.timestamps()
                && before.sendShift() == now.sendShift()
                && before.receiveShift() == now.receiveShift()
                && before.ecn() == now.ecn();
        assert same == before.equals(now);
        return same ? before : now;
    }

    private static Tcb.Send kept(Tcb.Send before, Tcb.Send now) {
        boolean same = before.nxt() == now.nxt()
                && before.una() == now.una()
                && before.iss() == now.iss()
                && before.wnd() == now.wnd()
                && before.up() == now.up()
                && before.wl1() == now.wl1()
                && before.wl2() == now.wl2()
                && before.acknowledged() == now.acknowledged()
                && before.sent() == now.sent()
                && before.queued() == now.queued()
                && before.closing() == now.closing()
                && before.sacked().equals(now.sacked())
                && before.lost().equals(now.lost());
        assert same == before.equals(now);
        return same ? before : now;
    }

    private static Tcb.Receive kept(Tcb.Receive before, Tcb.Receive now) {
        boolean same = before.nxt() == now.nxt()
                && before.read() == now.read()
                && before.arrived() == now.arrived()
                && before.irs() == now.irs()
                && before.wnd() == now.wnd()
                && before.up() == now.up()
                && before.tsRecent() == now.tsRecent()
                && before.ended() == now.ended()
                && before.held().equals(now.held());
        assert same == before.equals(now);
        return same ? before : now;
    }

    private static Tcb.Congestion kept(Tcb.Congestion before, Tcb.Congestion now) {
        boolean same = before.cwnd() == now.cwnd()
                && before.flightSize() == now.flightSize()
                && before.pipe() == now.pipe()
                && before.ssthresh() == now.ssthresh()
                && before.duplicateAcks() == now.duplicateAcks()
                && before.recover() == now.recover()
                && before.phase() == now.phase()
                && before.control().equals(now.control());
        assert same == before.equals(now);
        return same ? before : now;
    }
}

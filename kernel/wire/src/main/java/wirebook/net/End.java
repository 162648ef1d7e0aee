package wirebook.net;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import wirebook.bytes.Octets;
import wirebook.field.Text;
import wirebook.replay.Step;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.endpoint.Connection;
import wirebook.tcp.endpoint.Event;
import wirebook.tcp.endpoint.Misuse;
import wirebook.tcp.endpoint.Tcb;
import wirebook.tcp.state.State;

/** One end of a connection at work: TCP's endpoint between the program that uses it and the host that it is on. */
final class End {
    private final Machine machine;
    private final Four four;
    private final Connection tcp;
    private final Program program;
    private final int connection;
    private final int side;
    private final Deque<Octets> pending = new ArrayDeque<>();
    private final List<Octets> read = new ArrayList<>();
    private boolean closing;
    private boolean opened;
    private long wakesAt = Long.MAX_VALUE;
    private String error = "";
    private Tcb shown;
    private final long openedAt;
    private long establishedAt = -1;

    End(Machine machine, Four four, Connection tcp, Program program, int connection, int side) {
        this.machine = machine;
        this.four = four;
        this.tcp = tcp;
        this.program = program;
        this.connection = connection;
        this.side = side;
        this.shown = tcp.tcb();
        this.openedAt = machine.world().agenda().now();
    }

    /** The user's OPEN. */
    void open(String because) {
        call("OPEN to " + four.remote() + ":" + four.remotePort(), because, () -> tcp.open(now()));
    }

    /** Waits for the SYN that arrives next. */
    void listen() {
        tcp.listen(now());
        tcp.events();
    }

    /** The user's SEND; what TCP does not take now it takes later. */
    void send(Octets octets, String because) {
        pending.add(octets);
        call("SEND " + Text.count(octets.length(), "octet"), because, this::push);
    }

    /** Hands TCP as much as it takes of what is to be sent. */
    private void push() {
        while (!pending.isEmpty()) {
            Octets first = pending.remove();
            int taken = tcp.send(first, now());
            if (taken < first.length()) {
                pending.addFirst(first.from(taken));
                return;
            }
        }
        if (closing) {
            closing = false;
            tcp.close(now());
        }
    }

    /** The user's CLOSE: behind everything that was sent. */
    void close(String because) {
        closing = true;
        call("CLOSE", because, this::push);
    }

    /** The user's ABORT. */
    void abort(String because) {
        call("ABORT", because, () -> tcp.abort(now()));
    }

    /** The user's RECEIVE: at most so many octets, of those that are there. */
    Octets read(int most) {
        Octets octets = tcp.read(most, now());
        if (!octets.isEmpty()) {
            read.add(octets);
            show();
            int length = octets.length();
            note(Step.Kind.DELIVERED, () -> "the application reads " + Text.count(length, "octet"), "");
            settle(tcp.events());
        }
        return octets;
    }

    private void call(String what, Object because, Runnable action) {
        String result = attempt(action);
        show();
        note(Step.Kind.CALL, () -> result.isEmpty() ? what : what + ": error: " + result, because);
        settle(tcp.events());
    }

    /** Makes a user call; the error that it returns, empty for none. */
    private static String attempt(Runnable action) {
        try {
            action.run();
            return "";
        } catch (Misuse misuse) {
            return String.valueOf(misuse.getMessage());
        }
    }

    /** A segment arrives. */
    void receive(TcpSegment segment, EcnCodepoint ecn, int flight) {
        tcp.receive(segment, ecn, now());
        Tcb tcb = show();
        Gist gist = Gist.of(segment);
        recorder()
                .step(
                        Step.Kind.ARRIVED,
                        machine.index(),
                        flight,
                        () -> "receives #" + (flight + 1) + ": "
                                + gist.words(tcb.receive().irs(), tcb.send().iss()),
                        "",
                        connection);
        settle(tcp.events());
    }

    /** The path takes shorter segments than it was thought. */
    void pathMss(int octets) {
        tcp.pathMss(octets, now());
        show();
        note(
                Step.Kind.NOTE,
                () -> "segments have at most " + octets + " octets from now on",
                "an ICMP message said so");
        settle(tcp.events());
    }

    /** The network says that the other end cannot be reached. */
    void unreachable(boolean hard) {
        tcp.unreachable(hard, now());
        show();
        settle(tcp.events());
    }

    private void tick() {
        wakesAt = Long.MAX_VALUE;
        if (dueAt() <= machine.world().agenda().now()) {
            tcp.tick(now());
            show();
            settle(tcp.events());
        } else {
            rearm();
        }
    }

    /** Does what TCP wants done, then tells the program what there is. */
    private void settle(List<Event> events) {
        for (Event event : events) {
            record(event);
        }
        rearm();
        if (tcp.state() == State.CLOSED) {
            machine.forget(four, this);
        }
        for (Event event : events) {
            tell(event);
        }
    }

    private void record(Event event) {
        switch (event) {
            case Event.Sent sent -> transmit(sent);
            case Event.Moved moved -> note(Step.Kind.NOTE, () -> moved.from() + " → " + moved.to(), moved.cause());
            case Event.Expired expired -> note(Step.Kind.TIMER, () -> expired.timer() + " expires", expired.cause());
            case Event.Failed failed -> note(Step.Kind.NOTE, () -> "error: " + failed.failure(), failed.cause());
            case Event.Noted noted ->
                note(
                        Step.Kind.NOTE,
                        () -> noted.cause().text(),
                        noted.cause().rule().authority());
            case Event.Urgent urgent ->
                note(Step.Kind.NOTE, () -> "urgent data up to octet " + urgent.end(), urgent.cause());
            case Event.Ended ended -> note(Step.Kind.NOTE, () -> "the other end sends no more", ended.cause());
            case Event.Available _, Event.Acknowledged _, Event.Armed _, Event.Stopped _ -> {}
        }
    }

    private void note(Step.Kind kind, Supplier<String> what, Object because) {
        recorder().step(kind, machine.index(), -1, what, because, connection);
    }

    private void transmit(Event.Sent sent) {
        TcpSegment segment = sent.segment();
        Tcb tcb = shown;
        machine.send(
                four.remote(),
                segment,
                sent.ecn(),
                connection,
                sent.kind().toString(),
                () -> "sends "
                        + Gist.of(segment).words(tcb.send().iss(), tcb.receive().irs()),
                sent.cause());
    }

    private void tell(Event event) {
        switch (event) {
            case Event.Moved moved
            when !opened && moved.to().synchronizedNumbers() -> {
                opened = true;
                establishedAt = machine.world().agenda().now();
                program.opened(this);
            }
            case Event.Available _, Event.Ended _ -> program.readable(this);
            case Event.Acknowledged _ -> proceed();
            case Event.Failed failed -> {
                error = failed.failure().toString();
                program.failed(this, error);
            }
            default -> {}
        }
    }

    /** The send buffer has room again. */
    private void proceed() {
        if (!pending.isEmpty()) {
            attempt(this::push);
            show();
            settle(tcp.events());
        }
        program.taken(this);
    }

    private void rearm() {
        long due = dueAt();
        if (due < wakesAt) {
            wakesAt = due;
            machine.world().agenda().at(due, () -> wake(due));
        }
    }

    private void wake(long planned) {
        if (planned == wakesAt) {
            tick();
        }
    }

    private long dueAt() {
        return tcp.deadline().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    private Tcb show() {
        shown = tcp.tcb();
        recorder().end(connection, side, new TcpState(shown));
        return shown;
    }

    private Recorder recorder() {
        return machine.world().recorder();
    }

    private Duration now() {
        return machine.world().now();
    }

    /** Whether everything that was to be sent is in TCP's hands. */
    boolean allTaken() {
        return pending.isEmpty();
    }

    int readable() {
        return (int) Math.min(Integer.MAX_VALUE, tcp.readable());
    }

    /** Whether the other end has closed and everything was read. */
    boolean ended() {
        return tcp.ended();
    }

    /** Whether this old connection makes room for a new one (RFC 9293, 3.6.1). */
    boolean yieldsTo(TcpSegment syn) {
        return tcp.yieldsTo(syn);
    }

    State state() {
        return tcp.state();
    }

    int connection() {
        return connection;
    }

    int side() {
        return side;
    }

    /** The error that the program was told; empty for none. */
    String error() {
        return error;
    }

    /** All that the program has read, in pieces. */
    List<Octets> read() {
        return read;
    }

    /** When OPEN was called, in nanoseconds since the start. */
    long openedAt() {
        return openedAt;
    }

    /** When it was established; −1 for never. */
    long establishedAt() {
        return establishedAt;
    }
}

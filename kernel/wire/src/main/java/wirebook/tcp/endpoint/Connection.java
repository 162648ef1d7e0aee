package wirebook.tcp.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.tcp.ControlBit;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.State;
import wirebook.tcp.state.Trigger;

/**
 * One end of a TCP connection, without sockets, threads or clock (RFC 9293, 3.9 and 3.10).
 *
 * <p>A user calls it, segments and the time are handed to it; after each call {@link #events} says what it did, segments to send
 * among them. {@code now} is always the time since the start of the run and never goes back. Whoever runs it calls
 * {@link #tick} when {@link #deadline} has come.
 *
 * <p>A listening connection becomes the connection itself, as in the RFC. A server that takes many makes a new one for each SYN:
 * {@code listen}, then {@code receive} the SYN. What fits no connection is answered by {@link Refusal}.
 */
public final class Connection {
    private final ControlBlock block;
    private final Opening opening;
    private final Arrival arrival;
    private final Alarm alarm;
    private final Snapshot snapshot;

    private Connection(ControlBlock block) {
        this.block = block;
        this.opening = new Opening(block);
        this.arrival = new Arrival(block, opening);
        this.alarm = new Alarm(block);
        this.snapshot = new Snapshot(block);
    }

    /** A connection between two ports, 0 to 65,535, in the state CLOSED. */
    public static Connection of(Profile profile, int localPort, int remotePort) {
        return new Connection(new ControlBlock(profile, localPort, remotePort));
    }

    /**
     * The user's active OPEN: a SYN is sent. From CLOSED or LISTEN.
     *
     * @throws Misuse where the connection is open already
     */
    public void open(Duration now) {
        if (block.state != State.CLOSED && block.state != State.LISTEN) {
            throw new Misuse("connection already exists");
        }
        at(now);
        opening.open(Cause.of(Rule.OPEN_CALLED));
    }

    /**
     * The user's passive OPEN: wait for a SYN. From CLOSED.
     *
     * @throws Misuse where the connection is open already
     */
    public void listen(Duration now) {
        if (block.state != State.CLOSED) {
            throw new Misuse("connection already exists");
        }
        at(now);
        block.passive = true;
        block.move(Trigger.PASSIVE_OPEN, Cause.of(Rule.OPEN_CALLED));
    }

    /**
     * The user's SEND: queues data, and sends what may be sent now. Before ESTABLISHED it is kept.
     *
     * @return how many octets were taken: as many as the send buffer has room for
     * @throws Misuse after CLOSE or where there is no connection
     */
    public int send(Octets data, Duration now) {
        return send(data, false, now);
    }

    /** SEND with the URGENT flag: as {@link #send}, and the urgent pointer points behind the last octet (RFC 9293, 3.8.5). */
    public int sendUrgent(Octets data, Duration now) {
        return send(data, true, now);
    }

    private int send(Octets data, boolean urgent, Duration now) {
        exists();
        if (block.sender.closing()) {
            throw new Misuse("connection closing");
        }
        at(now);
        if (block.state == State.LISTEN) {
            opening.send(Cause.of(Rule.SEND_CALLED));
        }
        int taken = (int) Math.min(data.length(), block.sender.room());
        block.sender.add(data.slice(0, taken), urgent);
        finish();
        return taken;
    }

    /**
     * The user's RECEIVE: takes octets that have arrived in order; may open the window.
     *
     * @param most how many at most
     * @return 0 to {@code most} octets; none does not mean the end: {@link #ended} does
     */
    public Octets read(int most, Duration now) {
        at(now);
        Octets octets = block.receiver.queue.take(most);
        if (!octets.isEmpty() && block.state.receives()) {
            block.receiver.opened();
        }
        return octets;
    }

    /** The octets that {@link #read} would take now, left where they are. */
    public Octets peek(int most) {
        return block.receiver.queue.peek(most);
    }

    /**
     * The user's CLOSE: no more SENDs; a FIN follows what is queued. The other direction stays open.
     *
     * @throws Misuse where there is no connection or it was closed before
     */
    public void close(Duration now) {
        exists();
        if (block.sender.closing()) {
            throw new Misuse("connection closing");
        }
        at(now);
        block.sender.close();
        if (block.state == State.SYN_RECEIVED && block.sender.waiting() > 0) {
            return; // the FIN follows the data, and so the state waits for ESTABLISHED (RFC 9293, 3.10.4)
        }
        block.close(Cause.of(Rule.CLOSE_CALLED));
        finish();
    }

    /**
     * The user will neither SEND nor RECEIVE any more: what {@code close} of a socket does. Unread data, and data that still
     * arrives, is answered by a reset (RFC 9293, 3.6.1).
     */
    public void forsake(Duration now) {
        at(now);
        block.forsaken = true;
        if (readable() > 0 && block.state.receives()) {
            Cause cause = Cause.of(Rule.UNREAD_DATA, readable());
            block.output.reset(cause);
            block.fail(Failure.ABORTED, Trigger.ABORT, cause);
        } else if (block.state != State.CLOSED && !block.sender.closing()) {
            close(now);
        }
        arrival.patience();
    }

    /** The user's ABORT: everything is dropped, and the other end gets a reset. */
    public void abort(Duration now) {
        exists();
        at(now);
        Cause cause = Cause.of(Rule.ABORT_CALLED);
        if (block.state == State.SYN_RECEIVED
                || (block.state.synchronizedNumbers() && block.state != State.TIME_WAIT)) {
            block.output.reset(cause);
        }
        block.fail(Failure.ABORTED, Trigger.ABORT, cause);
    }

    /** A segment for this connection arrives, in a packet with this ECN codepoint. */
    public void receive(TcpSegment segment, EcnCodepoint ecn, Duration now) {
        at(now);
        if (segment.has(ControlBit.SYN)
                && segment.has(ControlBit.FIN)
                && block.state != State.CLOSED
                && block.profile.on(Setting.DROP_SYN_FIN)) {
            block.journal.note(Rule.SYN_AND_FIN);
            return;
        }
        switch (block.state) {
            case CLOSED -> block.output.refuse(segment, Cause.of(Rule.NO_CONNECTION));
            case LISTEN -> opening.listen(segment);
            case SYN_SENT -> opening.synSent(segment);
            default -> arrival.receive(segment, ecn);
        }
        finish();
    }

    /** Timers that are due expire. */
    public void tick(Duration now) {
        at(now);
        for (Optional<Timer> due = block.timers.due(block.now); due.isPresent(); due = block.timers.due(block.now)) {
            alarm.expired(due.get());
            finish();
        }
    }

    /** When the next timer expires; empty if none runs. */
    public Optional<Duration> deadline() {
        return block.timers.deadline();
    }

    /** The path takes segments with at most so many octets of data and options (path MTU discovery, RFC 9293, 3.7.2). */
    public void pathMss(int octets, Duration now) {
        at(now);
        block.sender.pathMss(octets);
        finish();
    }

    /** The network reports that the other end cannot be reached; a hard error ends a connection that is being opened. */
    public void unreachable(boolean hard, Duration now) {
        at(now);
        Cause cause = Cause.of(Rule.UNREACHABLE);
        if (hard && (block.state == State.SYN_SENT || block.state == State.SYN_RECEIVED)) {
            block.fail(Failure.UNREACHABLE, Trigger.USER_TIMEOUT, cause);
        } else {
            block.journal.note(cause);
        }
    }

    /** What happened since the last call of this, in order. Each event is handed out once. */
    public List<Event> events() {
        return block.journal.taken();
    }

    /** The user's STATUS: all variables, as a value. */
    public Tcb tcb() {
        return snapshot.take();
    }

    /** The profile it runs with. */
    public Profile profile() {
        return block.profile;
    }

    /** The present state. */
    public State state() {
        return block.state;
    }

    /** How many octets {@link #read} could take now. */
    public long readable() {
        return block.receiver.queue.length();
    }

    /** How many octets the receive buffer holds when it is full. */
    public long receiveBuffer() {
        return block.receiver.capacity();
    }

    /** Whether the other end has closed and the user has received everything. */
    public boolean ended() {
        return block.receiver.ended() && readable() == 0;
    }

    /** How many octets {@link #send} would take now. */
    public long room() {
        return block.sender.room();
    }

    /**
     * Whether a SYN may take the place of this connection in TIME-WAIT: it is newer than everything the old one has seen
     * (RFC 9293, 3.6.1; RFC 6191). Who agrees makes a new connection for it.
     */
    public boolean yieldsTo(TcpSegment syn) {
        boolean opens = syn.has(ControlBit.SYN) && !syn.has(ControlBit.ACK) && !syn.has(ControlBit.RST);
        boolean later = syn.option(TcpOption.Timestamps.class)
                .filter(_ -> block.agreement.timestamps())
                .map(option -> SequenceNumber.before(block.receiver.tsRecent(), option.tsval()))
                .orElse(SequenceNumber.before(block.receiver.nxt(), syn.seq()));
        return block.state == State.TIME_WAIT && opens && later;
    }

    private void exists() {
        if (block.state == State.CLOSED) {
            throw new Misuse("connection does not exist");
        }
    }

    private void at(Duration now) {
        block.now = Math.max(block.now, now.toNanos());
    }

    /** Whatever was called: what may be sent now is sent, and what is owed is acknowledged. */
    private void finish() {
        if (block.state != State.CLOSED) {
            block.sender.transmit();
            block.receiver.acknowledger.flush();
        }
    }
}

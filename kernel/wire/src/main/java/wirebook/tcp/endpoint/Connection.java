package wirebook.tcp.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.state.State;

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
    private final Optional<Tcb> tcb = Optional.empty();

    private Connection() {}

    /** A connection between two ports, 0 to 65,535, in the state CLOSED. */
    public static Connection of(Profile profile, int localPort, int remotePort) {
        return new Connection();
    }

    /** The user's active OPEN: a SYN is sent. From CLOSED or LISTEN. */
    public void open(Duration now) {}

    /** The user's passive OPEN: wait for a SYN. From CLOSED. */
    public void listen(Duration now) {}

    /**
     * The user's SEND: queues data, and sends what may be sent now. Before ESTABLISHED it is kept.
     *
     * @return how many octets were taken: as many as the send buffer has room for
     * @throws Misuse after CLOSE or where there is no connection
     */
    public int send(Octets data, Duration now) {
        return 0;
    }

    /** SEND with the URGENT flag: as {@link #send}, and the urgent pointer points behind the last octet (RFC 9293, 3.8.5). */
    public int sendUrgent(Octets data, Duration now) {
        return 0;
    }

    /**
     * The user's RECEIVE: takes octets that have arrived in order; may open the window.
     *
     * @param most how many at most
     * @return 0 to {@code most} octets; none does not mean the end: {@link #ended} does
     */
    public Octets read(int most, Duration now) {
        return Octets.EMPTY;
    }

    /** The user's CLOSE: no more SENDs; a FIN follows what is queued. The other direction stays open. */
    public void close(Duration now) {}

    /** The user will neither SEND nor RECEIVE any more: data that still arrives is answered by a reset (RFC 9293, 3.6.1). */
    public void forsake(Duration now) {}

    /** The user's ABORT: everything is dropped, and the other end gets a reset. */
    public void abort(Duration now) {}

    /** A segment for this connection arrives, in a packet with this ECN codepoint. */
    public void receive(TcpSegment segment, EcnCodepoint ecn, Duration now) {}

    /** Timers that are due expire. */
    public void tick(Duration now) {}

    /** When the next timer expires; empty if none runs. */
    public Optional<Duration> deadline() {
        return Optional.empty();
    }

    /** The path takes packets whose segments have at most so many octets of data and options (path MTU discovery). */
    public void pathMss(int octets, Duration now) {}

    /** The network reports that the other end cannot be reached; a hard error ends a connection that is being opened. */
    public void unreachable(boolean hard, Duration now) {}

    /** What happened since the last call of this, in order. Each event is handed out once. */
    public List<Event> events() {
        return List.of();
    }

    /** The user's STATUS: all variables, as a value. */
    public Tcb tcb() {
        return tcb.orElseThrow(() -> new Misuse("connection does not exist"));
    }

    /** The present state. */
    public State state() {
        return State.CLOSED;
    }

    /** How many octets {@link #read} could take now. */
    public long readable() {
        return 0;
    }

    /** Whether the other end has closed and the user has received everything. */
    public boolean ended() {
        return false;
    }

    /** How many octets {@link #send} would take now. */
    public long room() {
        return 0;
    }
}

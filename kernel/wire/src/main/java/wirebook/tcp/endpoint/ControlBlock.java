package wirebook.tcp.endpoint;

import java.time.Duration;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.State;
import wirebook.tcp.state.StateTable;
import wirebook.tcp.state.Transition;
import wirebook.tcp.state.Trigger;

/** The transmission control block while it lives: what the rooms of an endpoint share (RFC 9293, 3.3.1). */
final class ControlBlock {
    final Profile profile;
    final int localPort;
    final int remotePort;
    final Journal journal = new Journal();
    final Timers timers = new Timers(journal);
    final Agreement agreement;
    final Sender sender;
    final Receiver receiver;
    final Output output;
    State state = State.CLOSED;
    long now;
    boolean passive;
    boolean forsaken;
    long lastHeard;
    private long challengeSecond = -1;
    private int challenges;

    ControlBlock(Profile profile, int localPort, int remotePort) {
        this.profile = profile;
        this.localPort = localPort;
        this.remotePort = remotePort;
        this.agreement = new Agreement(profile);
        this.output = new Output(this);
        this.receiver = new Receiver(this);
        this.sender = new Sender(this);
    }

    /** Follows the arrow of the state table. */
    void move(Trigger trigger, Cause cause) {
        Transition arrow = StateTable.find(state, trigger)
                .orElseThrow(
                        () -> new AssertionError("the state table has no arrow for " + trigger + " from " + state));
        State from = state;
        state = arrow.to();
        journal.add(new Event.Moved(from, trigger, state, cause));
        if (state == State.CLOSED) {
            timers.clear();
        }
    }

    /** Ends the connection against the user's will. */
    void fail(Failure failure, Trigger trigger, Cause cause) {
        move(trigger, cause);
        journal.add(new Event.Failed(failure, cause));
    }

    /** Both SYNs are acknowledged: timers of the handshake end, data may flow. */
    void established(Trigger trigger, Cause cause) {
        move(trigger, cause);
        start();
        if (sender.closing()) {
            move(Trigger.CLOSE, Cause.of(Rule.CLOSE_CALLED));
        }
    }

    /** The user closes: the state changes at once, the FIN follows what is queued. */
    void close(Cause cause) {
        if (state == State.SYN_RECEIVED) {
            start();
        }
        move(Trigger.CLOSE, cause);
    }

    private void start() {
        timers.stop(Timer.USER_TIMEOUT, Cause.of(Rule.SYN_ACKNOWLEDGED));
        sender.start();
        keepAlive();
    }

    /** TIME-WAIT begins, or begins anew. */
    void timeWait(Cause cause) {
        timers.stop(Timer.FIN_WAIT_2, cause);
        timers.stop(Timer.KEEP_ALIVE, cause);
        timers.stop(Timer.RETRANSMISSION, cause);
        timers.arm(Timer.TIME_WAIT, now + 2 * nanos(Setting.MSL), cause);
    }

    /** The connection was heard of: the time to the first keep-alive starts anew. */
    void keepAlive() {
        lastHeard = now;
        if (profile.on(Setting.KEEP_ALIVE) && state != State.TIME_WAIT && state != State.CLOSED) {
            sender.probes = 0;
            timers.arm(Timer.KEEP_ALIVE, now + nanos(Setting.KEEP_IDLE), Cause.of(Rule.KEEP_ALIVE_ARMED));
        }
    }

    /** A doubtful segment is put to the proof: whoever sent it knows what to answer (RFC 5961). Not too often. */
    void challenge(Rule rule) {
        long second = now / 1_000_000_000;
        challenges = second == challengeSecond ? challenges + 1 : 1;
        challengeSecond = second;
        if (challenges > profile.whole(Setting.CHALLENGE_ACKS)) {
            journal.note(Rule.CHALLENGE_THROTTLED);
        } else {
            output.ack(SentKind.CHALLENGE_ACK, Cause.of(rule));
        }
    }

    long nanos(Setting setting) {
        return profile.nanos(setting);
    }

    /** TSval: a clock that ticks each millisecond (RFC 7323, 5.4). */
    long timestamp() {
        return profile.number(Setting.TIMESTAMP_BASE) + now / 1_000_000 & 0xffff_ffffL;
    }

    Duration time() {
        return Duration.ofNanos(now);
    }
}

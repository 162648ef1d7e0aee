package wirebook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.replay.EndState;
import wirebook.replay.Strip;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpSegment;

/** One end of a conversation in packets built by hand: what it has sent of them, and the receiver of what comes back. */
final class PlainEnd {
    private final Optional<Receiver> receiver;
    private final SendSpace space;
    private SendSpace.Progress progress;

    PlainEnd(List<TcpSegment> sends, Optional<Receiver> receiver) {
        this.receiver = receiver;
        this.space = SendSpace.of(sends);
        this.progress = space.start();
    }

    Optional<Receiver> receiver() {
        return receiver;
    }

    void sent(TcpSegment segment) {
        progress = progress.sent(segment);
    }

    /** An acknowledgment arrives. */
    void acknowledged(TcpSegment segment) {
        if (segment.has(ControlBit.ACK)) {
            progress = progress.acknowledged(segment);
        }
    }

    /** How many octets it has sent that nobody has acknowledged. */
    long open() {
        return SequenceNumber.minus(progress.next(), progress.unacknowledged());
    }

    /** What it knows now. */
    EndState state() {
        return new State(space, progress, receiver.map(Receiver::state));
    }

    /** Both halves of what an end knows. */
    private record State(SendSpace space, SendSpace.Progress progress, Optional<ReceiverState> receiver)
            implements EndState {
        @Override
        public String state() {
            return receiver.map(ReceiverState::state).orElse("");
        }

        @Override
        public List<Variable> variables() {
            List<Variable> all = new ArrayList<>(space.sends() ? progress.variables() : List.of());
            receiver.ifPresent(half -> all.addAll(half.variables()));
            return List.copyOf(all);
        }

        @Override
        public Strip sendBuffer() {
            return space.sends() ? progress.strip(space) : Strip.NONE;
        }

        @Override
        public Strip receiveBuffer() {
            return receiver.map(ReceiverState::receiveBuffer).orElse(Strip.NONE);
        }
    }
}

package wirebook.tcp.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import wirebook.bytes.Octets;

/** Octets in pieces that are put together only when somebody reads them: joining two is one step, however long they are. */
sealed interface Rope {
    /** How many octets it has. */
    long length();

    /** One piece. */
    record Leaf(Octets piece) implements Rope {
        @Override
        public long length() {
            return piece.length();
        }
    }

    /** Two ropes, one behind the other. */
    record Joined(Rope left, Rope right, long length) implements Rope {}

    /** A rope of one piece. */
    static Rope of(Octets piece) {
        return new Leaf(piece);
    }

    /** This rope and then {@code more}. */
    default Rope plus(Rope more) {
        return length() == 0 ? more : more.length() == 0 ? this : new Joined(this, more, length() + more.length());
    }

    /** The octets in one array; a single piece is not copied. */
    default Octets octets() {
        return this instanceof Leaf(Octets piece) ? piece : Octets.join(pieces());
    }

    /** The pieces in order. A stack of our own: a rope may be as deep as it has pieces. */
    private List<Octets> pieces() {
        List<Octets> pieces = new ArrayList<>();
        Deque<Rope> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Leaf(Octets piece) -> pieces.add(piece);
                case Joined(Rope left, Rope right, long _) -> {
                    open.push(right);
                    open.push(left);
                }
            }
        }
        return pieces;
    }
}

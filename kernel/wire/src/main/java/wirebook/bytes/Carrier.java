package wirebook.bytes;

/**
 * A layer that carries octets: what {@code over} takes.
 *
 * @param <R> what the octets become on this layer: TCP makes segments of them
 */
@FunctionalInterface
public interface Carrier<R> {
    /** The octets as this layer sends them. */
    R carry(Octets octets);
}

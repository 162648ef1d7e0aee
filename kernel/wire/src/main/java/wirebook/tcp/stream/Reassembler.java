package wirebook.tcp.stream;

import java.util.List;
import wirebook.bytes.Octets;

/**
 * A receiver's reassembly queue as a value: octets go in at any place and in any order, and come out in order.
 *
 * <p>Small enough to write your own: {@code profile.with(myReassembler)} runs it in the place of {@link RunReassembler}.
 * What {@link #insert} and {@link #taken} return takes the place of the value they were called on.
 */
public interface Reassembler {
    /**
     * The queue after {@code data} arrived.
     *
     * @param offset the place of its first octet in the stream, from 0; parts of it may have come before
     * @param data at least one octet
     */
    Reassembler insert(long offset, Octets data);

    /** The octets that can be handed to the application now: those in order behind what was taken. */
    Octets ready();

    /** The queue without what is ready. */
    Reassembler taken();

    /** What waits behind a gap: ranges that neither touch nor overlap, in the order of the stream. */
    List<Range> held();
}

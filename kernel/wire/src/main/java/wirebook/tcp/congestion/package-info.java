/**
 * Floor 3: how much a sender dares to have on the way: slow start and congestion avoidance (RFC 5681), CUBIC (RFC 9438).
 *
 * <p>Must not know segments or connections: acknowledgments and losses go in as numbers, a window comes out.
 */
@NullMarked
package wirebook.tcp.congestion;

import org.jspecify.annotations.NullMarked;

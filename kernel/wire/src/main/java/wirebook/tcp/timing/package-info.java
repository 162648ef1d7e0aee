/**
 * Floor 3: how long a sender waits for an acknowledgment (RFC 6298).
 *
 * <p>Must not know segments or connections: round-trip times go in, a timeout comes out.
 */
@NullMarked
package wirebook.tcp.timing;

import org.jspecify.annotations.NullMarked;

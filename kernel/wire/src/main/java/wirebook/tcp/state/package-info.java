/**
 * Floor 3: TCP's state machine as a table (RFC 9293, 3.3.2 and 3.10): the table runs the endpoint and draws the diagram.
 *
 * <p>Must not know segments, timers or sequence numbers: only that something happened and where it leads.
 */
@NullMarked
package wirebook.tcp.state;

import org.jspecify.annotations.NullMarked;

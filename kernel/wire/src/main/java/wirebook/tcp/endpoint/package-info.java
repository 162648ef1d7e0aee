/**
 * Floor 3: one end of a TCP connection without sockets, threads or clock (RFC 9293, 3.9 and 3.10): user calls, segments and the
 * time go in; segments and events come out, each with its cause.
 *
 * <p>Must not know addresses, hosts or links: who finds the connection of a packet is on floor 5.
 *
 * <pre>
 * Connection   the endpoint: what a user and the network can do to it
 * Event        what it did about it, and Cause: why, in words with the RFC's section
 * Tcb          all its variables at one moment, as a value
 * </pre>
 */
@NullMarked
package wirebook.tcp.endpoint;

import org.jspecify.annotations.NullMarked;

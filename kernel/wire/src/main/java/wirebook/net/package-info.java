/**
 * Floor 5: links, faults and hosts, and their simulation in virtual time, which writes a {@link wirebook.replay.Trace}.
 *
 * <p>Must not know how anything is drawn, and no clock, thread or chance but what a value's seed says: the same network, the
 * same run. Routers after RFC 1812; how an endpoint behaves is decided on floor 3.
 *
 * <pre>
 * Link     = delay, rate, queue, MTU and Fault*
 * Fault    = Selector + Act          which packets, and what happens to them
 * Delivery = packets built by hand, over a Link, to a receiver that reassembles
 * Visit    = Client + Route + Server + Task
 * Network  = Visit*                  hosts are shared where their addresses are equal
 * Run      = what became of it: a Trace, and what the applications have read
 * </pre>
 */
@NullMarked
package wirebook.net;

import org.jspecify.annotations.NullMarked;

/**
 * Floor 4: what happened, step by step, and a place in it. A trace is the same whether a simulation, a capture, a script or a
 * row of packets built by hand produced it, and so is everything that shows it.
 *
 * <p>Must not know links, hosts or clocks: those are on floor 5 and write traces.
 *
 * <pre>
 * Trace  = Host* Flight* Step*        all of it immutable
 * Flight = one packet's way from host to host, with its fate
 * Step   = one thing that happened at one time, with its cause and the state of both ends after it
 * Replay = Trace + the number of a step
 * </pre>
 */
@NullMarked
package wirebook.replay;

import org.jspecify.annotations.NullMarked;

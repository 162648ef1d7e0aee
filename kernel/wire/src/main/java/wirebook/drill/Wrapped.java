package wirebook.drill;

import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.TcpSegment;

/**
 * A segment that the endpoint sent.
 *
 * @param at when, in nanoseconds since the start of the script
 * @param segment the segment
 * @param ecn the codepoint of its packet
 * @param encapsulation what it is wrapped in beside IP; empty for nothing
 * @param cause why it was sent
 */
record Wrapped(long at, TcpSegment segment, EcnCodepoint ecn, String encapsulation, String cause) {}

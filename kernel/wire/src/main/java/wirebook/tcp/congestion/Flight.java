package wirebook.tcp.congestion;

import java.time.Duration;

/**
 * What a congestion control is told about the connection at the moment of an acknowledgment or a loss.
 *
 * @param now the time since the start of the run
 * @param smss SMSS, in octets
 * @param flightSize FlightSize: sent and not yet acknowledged, in octets, before the acknowledgment
 * @param rtt the last round trip that was measured, or the smoothed one; zero if there was none
 * @param windowUsed whether the congestion window was what limited the sender; if not, it should not grow (RFC 7661)
 */
public record Flight(Duration now, int smss, long flightSize, Duration rtt, boolean windowUsed) {}

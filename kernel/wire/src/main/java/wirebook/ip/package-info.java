/**
 * Floor 2: IP packets as values, and what travels in them. IPv4 after RFC 791.
 *
 * <p>Must not know TCP or HTTP: what a packet carries is a {@link wirebook.ip.Payload}, and who decodes it is handed in as a
 * {@link wirebook.ip.PayloadDecoder}.
 */
@NullMarked
package wirebook.ip;

import org.jspecify.annotations.NullMarked;

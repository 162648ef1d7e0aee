/**
 * Floor 2: IP packets as values, and what travels in them. IPv4 after RFC 791, IPv6 after RFC 8200, ICMP after RFC 792 and
 * RFC 4443, UDP after RFC 768; fragments and their reassembly after RFC 791, 815, 1858 and 5722.
 *
 * <p>Must not know TCP or HTTP: what a packet carries is a {@link wirebook.ip.Payload}, and who decodes it is handed in as a
 * {@link wirebook.ip.PayloadDecoder}.
 */
@NullMarked
package wirebook.ip;

import org.jspecify.annotations.NullMarked;

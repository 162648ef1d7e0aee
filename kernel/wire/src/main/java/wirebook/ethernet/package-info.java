/**
 * Floor 2: frames of Ethernet as captures have them (IEEE 802.3 and 802.1Q, RFC 894), and ARP (RFC 826).
 *
 * <p>Must not know TCP or HTTP: who decodes the packet in a frame is handed in.
 */
@NullMarked
package wirebook.ethernet;

import org.jspecify.annotations.NullMarked;

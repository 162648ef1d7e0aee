/**
 * Floor 3: TCP's segments as values, and how octets become segments (RFC 9293).
 *
 * <p>Must not know HTTP, links or hosts. A segment travels as the payload of an IP packet of floor 2.
 */
@NullMarked
package wirebook.tcp;

import org.jspecify.annotations.NullMarked;

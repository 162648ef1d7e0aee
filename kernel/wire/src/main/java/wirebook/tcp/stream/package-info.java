/**
 * Floor 3: the octet stream and how it is cut into segments and put together again (RFC 9293, 3.7 and 3.8).
 *
 * <p>Must not know sequence numbers: here octets are counted from the start of the stream, which never wraps.
 */
@NullMarked
package wirebook.tcp.stream;

import org.jspecify.annotations.NullMarked;

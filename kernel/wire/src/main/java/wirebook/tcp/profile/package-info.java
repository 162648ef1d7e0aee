/**
 * Floor 3: how an endpoint is set: everything that the RFCs leave to the implementation, as one table and one value.
 *
 * <p>Must not know connections: a profile is chosen before there is one.
 */
@NullMarked
package wirebook.tcp.profile;

import org.jspecify.annotations.NullMarked;

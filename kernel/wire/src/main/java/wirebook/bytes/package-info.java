/** Floor 0: octets as an immutable value. Knows nothing of any protocol. */
@NullMarked
package wirebook.bytes;

import org.jspecify.annotations.NullMarked;

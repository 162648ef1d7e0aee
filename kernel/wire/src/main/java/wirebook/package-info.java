/**
 * Floor 7, the front desk: the names that a cell starts with. {@code import static wirebook.Wire.*} brings them all.
 *
 * <p>Nothing is decided here: every name leads to a type of the floors below.
 */
@NullMarked
package wirebook;

import org.jspecify.annotations.NullMarked;

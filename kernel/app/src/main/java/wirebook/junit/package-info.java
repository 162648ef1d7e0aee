/**
 * JUnit 5 in cells. Cells have a JUnit of their own, so this room lies beside it in a jar of its own and the kernel never enters it.
 */
@NullMarked
package wirebook.junit;

import org.jspecify.annotations.NullMarked;

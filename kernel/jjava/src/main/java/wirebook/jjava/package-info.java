/**
 * The protocol library in somebody else's kernel: JJava finds {@link wirebook.jjava.WireExtension} on the class path of a notebook.
 *
 * <p>This room knows the library and JJava's extension interface, and nothing of our kernel.
 */
@NullMarked
package wirebook.jjava;

import org.jspecify.annotations.NullMarked;

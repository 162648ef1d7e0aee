/**
 * What a cell can call beside the protocol library: the functions that show things, and those by which IJava's notebooks speak to
 * their kernel. The only room of the kernel that cells see; it must not name a type of another room in a signature.
 */
@NullMarked
package wirebook.cell;

import org.jspecify.annotations.NullMarked;

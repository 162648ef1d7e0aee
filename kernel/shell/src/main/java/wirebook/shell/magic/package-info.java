/**
 * The commands of a notebook that are no Java: {@code %time}, {@code %maven}, {@code %%html} and their like, as a table.
 *
 * <p>A magic sees the session through {@link wirebook.shell.magic.Session} alone; it must not know how cells are compiled.
 */
@NullMarked
package wirebook.shell.magic;

import org.jspecify.annotations.NullMarked;

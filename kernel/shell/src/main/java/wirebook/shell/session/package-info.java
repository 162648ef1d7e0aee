/**
 * What cells have declared so far, and how the next one becomes classes that run.
 *
 * <p>Each variable, each type, and all methods of one name live in a holder class of their own, named anew whenever its shape
 * changes ({@code $V}, {@code $T}, {@code $M}); a cell's statements are one class ({@code $C}), unloaded after use. A cell is compiled as a
 * whole, together with what must change because of it, before anything of it runs.
 *
 * <p>This room knows the compiler and the loaders; it must not know threads, consoles or magics.
 */
@NullMarked
package wirebook.shell.session;

import org.jspecify.annotations.NullMarked;

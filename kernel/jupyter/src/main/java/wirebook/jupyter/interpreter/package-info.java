/**
 * What a language offers to the kernel and what a running cell may ask of it: the one room that both sides enter. Knows no
 * message, no socket and no language.
 */
@NullMarked
package wirebook.jupyter.interpreter;

import org.jspecify.annotations.NullMarked;

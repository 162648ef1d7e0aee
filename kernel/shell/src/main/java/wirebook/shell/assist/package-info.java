/**
 * What a notebook's editor asks: what could stand here, what is this, could this be run.
 *
 * <p>Answers come from one round of the compiler on the unfinished text, completed just so far that it can be attributed; they
 * are never an error. This room reads the session and must not change it.
 */
@NullMarked
package wirebook.shell.assist;

import org.jspecify.annotations.NullMarked;

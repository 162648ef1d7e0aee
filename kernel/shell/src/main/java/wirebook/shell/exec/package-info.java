/**
 * Running compiled cells: their class loaders, the checks woven into their byte code, whose thread is whose, and stopping.
 *
 * <p>This room knows class files and threads; it must not know snippets, completion or magics.
 */
@NullMarked
package wirebook.shell.exec;

import org.jspecify.annotations.NullMarked;

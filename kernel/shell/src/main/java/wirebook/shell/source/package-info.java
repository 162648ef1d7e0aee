/**
 * The text of a cell before any compiler sees it: tokens, and where one snippet ends and the next begins.
 *
 * <p>This room knows Java's lexical grammar (JLS 3) and the outline of its statements; it must not know types or compilers.
 */
@NullMarked
package wirebook.shell.source;

import org.jspecify.annotations.NullMarked;

/**
 * What the byte code of cells calls where it was changed at load time. The only package of this module that cells can see.
 */
@NullMarked
package wirebook.shell.woven;

import org.jspecify.annotations.NullMarked;

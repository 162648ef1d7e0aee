/**
 * What a student reads when something went wrong: the compiler's words at the cell's own lines, and frames as lines of cells.
 *
 * <p>Everything here is plain text under 80 columns where the student's own line permits. This room must not know how cells are
 * compiled or run.
 */
@NullMarked
package wirebook.shell.report;

import org.jspecify.annotations.NullMarked;

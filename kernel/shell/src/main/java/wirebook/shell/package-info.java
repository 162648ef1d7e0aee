/**
 * The Java session behind a notebook: cells in, evaluations out; completion, inspection, errors for students.
 *
 * <p>This room wraps JShell and must not know Jupyter, nor any protocol of the network: text and live values go in and
 * out, and what becomes of them is the host's affair.
 */
@NullMarked
package wirebook.shell;

import org.jspecify.annotations.NullMarked;

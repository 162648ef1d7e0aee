/**
 * The Java session behind a notebook: cells in, evaluations out; completion, inspection, errors for students.
 *
 * <p>It does what JShell does, on the compiler that JShell stands on; {@link wirebook.shell.compile} says why. Where that compiler's insides are
 * closed to us, or are not those we know, plain JShell takes its place: {@link wirebook.shell.jshell}, slower, same answers. This room must not know
 * Jupyter, nor any protocol of the network: text and live values go in and out, and what becomes of them is the host's affair.
 */
@NullMarked
package wirebook.shell;

import org.jspecify.annotations.NullMarked;

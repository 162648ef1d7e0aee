/**
 * The kernel: a table of handlers, one file per Jupyter conversation, around an {@link wirebook.jupyter.interpreter.Interpreter}.
 * Knows messages and channels; knows no language, no ZeroMQ and no JSON text. Jupyter messaging protocol 5.5.
 */
@NullMarked
package wirebook.jupyter.kernel;

import org.jspecify.annotations.NullMarked;

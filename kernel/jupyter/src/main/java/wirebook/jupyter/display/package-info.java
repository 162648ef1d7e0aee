/**
 * What is shown: a value in several media types at once, for the front end to choose from (Jupyter messaging, display_data).
 * Knows no message and no socket.
 */
@NullMarked
package wirebook.jupyter.display;

import org.jspecify.annotations.NullMarked;

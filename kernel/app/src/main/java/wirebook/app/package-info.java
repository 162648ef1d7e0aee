/**
 * The roof: the one room that knows the protocol library, the Jupyter floor and the Java shell, and adapts one to another. If it
 * grows, something in it belongs to one of the three.
 */
@NullMarked
package wirebook.app;

import org.jspecify.annotations.NullMarked;

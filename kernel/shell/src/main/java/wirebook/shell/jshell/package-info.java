/**
 * The same session on JShell's public API alone: what cells run on where {@link wirebook.shell.compile} cannot work.
 *
 * <p>There are two engines because each has what the other lacks. The one on the compiler's insides takes one round of javac
 * for a cell and stays as fast after 2,000 cells, but needs {@code --add-exports} and the JDK that it was written against. This
 * one needs nothing but a JDK, takes several rounds for each snippet, and takes the snippets of a cell one by one: what stands
 * above a mistake has run. It is chosen when the other cannot come up, or by {@code WIREBOOK_ENGINE=jshell}.
 *
 * <p>This room knows {@code jdk.jshell} and the loaders of {@link wirebook.shell.exec}; it must not know the compiler's insides,
 * consoles or magics.
 */
@NullMarked
package wirebook.shell.jshell;

import org.jspecify.annotations.NullMarked;

/**
 * From the text of snippets to class files in one round of the compiler, with every position mapped back to its cell.
 *
 * <p>This is the compiler that JShell stands on, used in JShell's way: contexts are kept and reused from round to round, and the
 * session's own classes are entered by hand. JShell itself takes four rounds of attribution for a value, three for a
 * statement, imports every live variable into each of them and reads its class file anew; after 2,000 cells a warm cell took
 * four times as long and most of a gigabyte ({@link wirebook.shell.jshell} is there for where this room cannot work). Here a cell is
 * one round, only what it names is imported, packages as well as variables, and a class file is read once.
 *
 * <p>This room knows javac ({@link wirebook.shell.compile.Javac} alone sees its insides); it must not run anything.
 */
@NullMarked
package wirebook.shell.compile;

import org.jspecify.annotations.NullMarked;

package wirebook.shell.session;

import java.util.Set;
import wirebook.shell.Cell;

/**
 * One thing that a cell has declared.
 *
 * @param kind what it is
 * @param name its name
 * @param key what a later declaration has to equal in order to replace this one: the name, for a method with its parameters
 * @param header what others depend on: a method without its body, a variable's type, a whole type
 * @param cell where it was declared
 * @param start where its text begins in the cell
 * @param text its text, modifiers that mean nothing in a cell masked by spaces; for a variable its type
 * @param words the names it uses
 * @param holder the class that holds it
 */
public record Definition(
        Kind kind,
        String name,
        String key,
        String header,
        Cell cell,
        int start,
        String text,
        Set<String> words,
        String holder) {

    /** The kinds, with the letter of their holders. */
    public enum Kind {
        VARIABLE("$V"),
        METHOD("$M"),
        TYPE("$T");

        final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    Definition in(String newHolder) {
        return new Definition(kind, name, key, header, cell, start, text, words, newHolder);
    }

    Definition keyed(String newKey) {
        return new Definition(kind, name, newKey, header, cell, start, text, words, holder);
    }

    /** Names under which it is held: one for all methods of a name. */
    String group() {
        return kind + " " + name;
    }
}

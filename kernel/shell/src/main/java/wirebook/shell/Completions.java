package wirebook.shell;

import java.util.List;

/**
 * What could stand at the cursor, best first.
 *
 * @param start where the text to replace begins, as an index into the source's {@code char}s
 * @param end where it ends, exclusive; usually the cursor
 * @param items the candidates, in the order to show them
 */
public record Completions(int start, int end, List<Item> items) {

    /** What a candidate is, under the names that Jupyter's clients have icons for. */
    public enum Kind {
        /** A method, or a static one. */
        FUNCTION,
        /** A variable of the session or a local one. */
        INSTANCE,
        /** A field of a value or class. */
        PROPERTY,
        /** A class, record or enum. */
        CLASS,
        /** An interface or annotation. */
        INTERFACE,
        /** A package. */
        MODULE,
        /** A word of the language. */
        KEYWORD,
        /** A magic. */
        MAGIC,
        /** A file or folder. */
        PATH
    }

    /**
     * One candidate.
     *
     * @param text what replaces the range
     * @param kind what it is
     * @param signature how it is declared, with parameter names: {@code "String substring(int beginIndex)"}; may be empty
     * @param documentation the first sentence of its Javadoc as plain text; empty when not known cheaply
     */
    public record Item(String text, Kind kind, String signature, String documentation) {}

    /** Nothing at {@code cursor}. */
    public static Completions none(int cursor) {
        return new Completions(cursor, cursor, List.of());
    }
}

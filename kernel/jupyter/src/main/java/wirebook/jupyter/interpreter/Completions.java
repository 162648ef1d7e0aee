package wirebook.jupyter.interpreter;

import java.util.List;

/**
 * What could stand in place of {@code code[start, end)}, the best first.
 *
 * @param start index into the code, as the request's cursor
 * @param end index into the code, not before {@code start}
 */
public record Completions(int start, int end, List<Item> items) {
    /**
     * One completion.
     *
     * @param text what would be inserted
     * @param type what it is: function, class, instance, keyword, module, field …; empty if not known
     * @param signature parameters and result, such as {@code (int port) Tcp}; empty if there is none
     */
    public record Item(String text, String type, String signature) {
        /** A completion of which no more is known. */
        public static Item of(String text) {
            return new Item(text, "", "");
        }
    }

    public Completions {
        items = List.copyOf(items);
    }

    /** No completion at {@code cursor}. */
    public static Completions none(int cursor) {
        return new Completions(cursor, cursor, List.of());
    }
}

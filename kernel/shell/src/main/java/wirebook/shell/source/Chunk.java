package wirebook.shell.source;

import java.util.List;
import java.util.Set;

/**
 * One snippet of a cell: where it stands, and what it is as far as its outline tells.
 *
 * @param kind the outline
 * @param start its first {@code char} in the cell
 * @param end behind its last
 * @param closed whether it ends as a statement does: with a semicolon or a brace
 * @param head the tokens in front that are annotations or modifiers, and the first that is neither
 * @param tokens all its tokens
 */
public record Chunk(Kind kind, int start, int end, boolean closed, List<Token> head, List<Token> tokens) {

    private static final Set<String> BRACED =
            Set.of("if", "for", "while", "switch", "synchronized", "try", "do", "else", "catch", "finally");

    /** Whether it begins with a word that wants a body. */
    public boolean braced() {
        return BRACED.contains(head.getLast().text());
    }

    /** What a snippet is. */
    public enum Kind {
        /** An import. */
        IMPORT,
        /** A class, record, interface, enum or annotation. */
        TYPE,
        /** A method with its body. */
        METHOD,
        /** A statement, a variable or an expression: only a parser can tell. */
        CODE
    }
}

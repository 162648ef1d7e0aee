package wirebook.shell.assist;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import wirebook.shell.Cell;
import wirebook.shell.compile.Unit;
import wirebook.shell.session.Session;
import wirebook.shell.source.Chunk;
import wirebook.shell.source.Lexer;
import wirebook.shell.source.Splitter;
import wirebook.shell.source.Token;

/** An unfinished cell as a unit that the compiler can attribute: cut at the cursor, a mark put there, everything open closed. */
final class Draft {
    /** Stands where the cursor is. */
    static final String MARK = "$cursor$";

    private Draft() {}

    /** {@code source} up to {@code cut}, with {@link #MARK} behind it. */
    static Unit marked(Session session, String source, int cut) {
        String text = source.substring(0, cut);
        List<Token> tokens = Lexer.tokens(text);
        boolean creates = !tokens.isEmpty() && tokens.getLast().is("new");
        return unit(session, text + MARK + (creates ? "()" : "") + closing(tokens));
    }

    /** {@code source} as it is, closed where it is open. */
    static Unit whole(Session session, String source) {
        return unit(session, source + closing(Lexer.tokens(source)));
    }

    private static String closing(List<Token> tokens) {
        Deque<String> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (token.kind() != Token.Kind.SIGN) {
                continue;
            }
            switch (token.text()) {
                case "(" -> open.push(")");
                case "[" -> open.push("]");
                case "{" -> open.push(";}");
                case ")", "]", "}" -> open.poll();
                default -> {}
            }
        }
        return String.join("", open);
    }

    private static Unit unit(Session session, String source) {
        Cell cell = Cell.of(source);
        List<Chunk> chunks = Splitter.split(source);
        var writer = new Unit.Writer();
        writer.own(session.head(Lexer.words(source)));
        for (Chunk chunk : chunks) {
            if (chunk.kind() == Chunk.Kind.IMPORT) {
                writer.cell(cell, chunk.start(), chunk.end()).own("\n");
            }
        }
        writer.own("class $X2 {\n");
        for (Chunk chunk : chunks) {
            if (chunk.kind() == Chunk.Kind.TYPE || chunk.kind() == Chunk.Kind.METHOD) {
                writer.own("static ")
                        .cell(cell, chunk.start(), session.text(cell, chunk))
                        .own("\n");
            }
        }
        writer.own("static Object run() throws Throwable {\n");
        for (Chunk chunk : chunks) {
            if (chunk.kind() == Chunk.Kind.CODE) {
                writer.cell(cell, chunk.start(), session.text(cell, chunk)).own(chunk.closed() ? "\n" : ";\n");
            }
        }
        return writer.own("return null; }}\n").unit("$X2");
    }
}

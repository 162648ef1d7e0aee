package wirebook.shell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds where one snippet of a cell ends and the next begins, from the outline of its braces and words. */
public final class Splitter {
    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "protected",
            "private",
            "static",
            "final",
            "abstract",
            "sealed",
            "strictfp",
            "default",
            "native",
            "synchronized",
            "transient",
            "volatile");
    private static final Set<String> BRACED =
            Set.of("if", "for", "while", "switch", "synchronized", "try", "{", "do", "else");
    private static final Set<String> CONTINUES = Set.of("else", "catch", "finally");
    private static final Set<String> NO_METHOD =
            Set.of("new", "return", "throw", "yield", "assert", "switch", "this", "super");

    private final List<Token> tokens;
    private final int length;
    private int at;

    private Splitter(List<Token> tokens, int length) {
        this.tokens = tokens;
        this.length = length;
    }

    /** The snippets of {@code source}, in order; lone semicolons are none. */
    public static List<Chunk> split(String source) {
        var splitter = new Splitter(Lexer.tokens(source), source.length());
        var chunks = new ArrayList<Chunk>();
        while (splitter.at < splitter.tokens.size()) {
            if (splitter.now().is(";")) {
                splitter.at++;
            } else {
                chunks.add(splitter.chunk());
            }
        }
        return chunks;
    }

    private Token now() {
        return tokens.get(at);
    }

    private boolean is(int index, String text) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(text);
    }

    private Chunk chunk() {
        int first = at;
        int word = behindModifiers(first);
        at = word;
        Chunk.Kind kind = kind(word, first);
        kind = switch (kind) {
            case IMPORT -> semicolon(kind, false);
            case TYPE -> brace();
            case METHOD, CODE -> braced(word) ? statement(word) : semicolon(kind, true);
        };
        int last = Math.min(at, tokens.size()) - 1;
        Token end = tokens.get(last);
        int until = end.kind() == Token.Kind.OPEN ? length : end.end();
        boolean closed = end.is(";") || (end.is("}") && (kind != Chunk.Kind.CODE || braced(word)));
        List<Token> head = tokens.subList(first, Math.min(word + 1, last + 1));
        return new Chunk(kind, tokens.get(first).start(), until, closed, head, tokens.subList(first, last + 1));
    }

    private int behindModifiers(int index) {
        int i = index;
        while (i < tokens.size()) {
            if (is(i, "@") && !is(i + 1, "interface")) {
                i = behindAnnotation(i);
            } else if (is(i, "non") && is(i + 1, "-") && is(i + 2, "sealed")) {
                i += 3;
            } else if (MODIFIERS.contains(tokens.get(i).text())
                    && !is(i + 1, "(")
                    && !is(i + 1, ".")
                    && !is(i + 1, "=")) {
                i++;
            } else {
                break;
            }
        }
        return Math.min(i, tokens.size() - 1);
    }

    private int behindAnnotation(int index) {
        int i = index + 2;
        while (is(i, ".")) {
            i += 2;
        }
        return is(i, "(") ? behindPair(i) : i;
    }

    /** Behind the bracket that closes the one at {@code index}. */
    private int behindPair(int index) {
        int depth = 0;
        for (int i = index; i < tokens.size(); i++) {
            depth += depth(tokens.get(i));
            if (depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    private static int depth(Token token) {
        return switch (token.kind()) {
            case SIGN ->
                switch (token.text()) {
                    case "(", "[", "{" -> 1;
                    case ")", "]", "}" -> -1;
                    default -> 0;
                };
            default -> 0;
        };
    }

    private Chunk.Kind kind(int word, int first) {
        String text = tokens.get(word).text();
        boolean type = switch (text) {
            case "class", "interface", "enum" -> true;
            case "@" -> is(word + 1, "interface");
            case "record" ->
                word + 2 < tokens.size()
                        && tokens.get(word + 1).kind() == Token.Kind.WORD
                        && (is(word + 2, "(") || is(word + 2, "<") || is(word + 2, "{"));
            default -> false;
        };
        return type ? Chunk.Kind.TYPE : text.equals("import") && first == word ? Chunk.Kind.IMPORT : Chunk.Kind.CODE;
    }

    private boolean braced(int word) {
        int i = word;
        while (i + 1 < tokens.size() && tokens.get(i).kind() == Token.Kind.WORD && is(i + 1, ":")) {
            i += 2;
        }
        return i < tokens.size() && BRACED.contains(tokens.get(i).text());
    }

    private Chunk.Kind brace() {
        while (at < tokens.size()) {
            if (now().is("{")) {
                at = behindPair(at);
                return Chunk.Kind.TYPE;
            }
            if (now().is(";")) {
                at++;
                return Chunk.Kind.TYPE;
            }
            at = depth(now()) > 0 ? behindPair(at) : at + 1;
        }
        return Chunk.Kind.TYPE;
    }

    /** To the semicolon at depth 0, or behind a method's body. */
    private Chunk.Kind semicolon(Chunk.Kind kind, boolean methods) {
        int first = at;
        boolean value = NO_METHOD.contains(now().text());
        while (at < tokens.size()) {
            Token token = now();
            if (token.is(";")) {
                at++;
                return kind;
            }
            value |= token.is("=") || token.is("->") || token.is("::");
            if (methods && token.is("{") && !value && methodLike(first)) {
                at = behindPair(at);
                return Chunk.Kind.METHOD;
            }
            at = depth(token) > 0 ? behindPair(at) : at + 1;
        }
        return kind;
    }

    /** Whether the brace at {@code at} opens a method's body: {@code Type name(...) [throws …]} stands before it. */
    private boolean methodLike(int first) {
        int i = at - 1;
        while (i > first && !is(i, ")")) {
            if (is(i, "throws")) {
                i--;
                break;
            }
            i--;
        }
        if (!is(i, ")")) {
            return false;
        }
        int depth = 0;
        while (i >= first) {
            depth -= depth(tokens.get(i));
            if (depth == 0) {
                break;
            }
            i--;
        }
        boolean throwing = is(at - 1, ")") || tokens.subList(first, at).stream().anyMatch(t -> t.is("throws"));
        return throwing && i - 2 >= first && tokens.get(i - 1).kind() == Token.Kind.WORD && typeEnds(i - 2);
    }

    private boolean typeEnds(int i) {
        Token token = tokens.get(i);
        return token.is(">") || token.is("]") || (token.kind() == Token.Kind.WORD && !token.is("new"));
    }

    /** To the end of a statement that starts with a word that may be followed by a block. */
    private Chunk.Kind statement(int word) {
        boolean loop = is(word, "do");
        boolean looped = false;
        while (at < tokens.size()) {
            Token token = now();
            looped |= loop && token.is("while") && (is(at - 1, "}") || is(at - 1, ";"));
            boolean end = token.is(";");
            boolean block = token.is("{");
            at = depth(token) > 0 ? behindPair(at) : at + 1;
            boolean more = at < tokens.size() && CONTINUES.contains(now().text());
            boolean unfinished = loop && !(looped && end);
            if ((end || block) && !more && !unfinished && !(block && is(at, ".")) && !(block && is(at, ";"))) {
                return Chunk.Kind.CODE;
            }
            if (block && is(at, ";") && !unfinished) {
                at++;
                return Chunk.Kind.CODE;
            }
        }
        return Chunk.Kind.CODE;
    }
}

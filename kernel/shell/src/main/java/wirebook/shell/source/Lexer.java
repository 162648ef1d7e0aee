package wirebook.shell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts Java source into tokens; comments and white space are passed over. Any text is accepted. */
public final class Lexer {
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    /** The tokens of {@code source}. */
    public static List<Token> tokens(String source) {
        var lexer = new Lexer(source);
        while (lexer.at < source.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    /** The first closing bracket of {@code tokens} that closes nothing. */
    public static Optional<Token> unmatched(List<Token> tokens) {
        int depth = 0;
        for (Token token : tokens) {
            boolean sign = token.kind() == Token.Kind.SIGN;
            depth += sign && "([{".contains(token.text()) ? 1 : sign && ")]}".contains(token.text()) ? -1 : 0;
            if (depth < 0) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /** The identifiers and words in {@code source}. */
    public static Set<String> words(String source) {
        return tokens(source).stream()
                .filter(t -> t.kind() == Token.Kind.WORD)
                .map(Token::text)
                .collect(Collectors.toSet());
    }

    private void next() {
        char c = source.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (ahead("//")) {
            at = endOfLine(at);
        } else if (ahead("/*")) {
            comment();
        } else if (ahead("\"\"\"")) {
            textBlock();
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (Character.isJavaIdentifierStart(source.codePointAt(at))) {
            add(Token.Kind.WORD, endOfWord());
        } else if (Character.isDigit(c)) {
            add(Token.Kind.NUMBER, endOfNumber());
        } else {
            add(Token.Kind.SIGN, at + (ahead("->") || ahead("::") ? 2 : Character.charCount(source.codePointAt(at))));
        }
    }

    private boolean ahead(String text) {
        return source.startsWith(text, at);
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, at, end, source.substring(at, end)));
        at = end;
    }

    private int endOfLine(int from) {
        int end = source.indexOf('\n', from);
        return end < 0 ? source.length() : end;
    }

    private void comment() {
        int end = source.indexOf("*/", at + 2);
        if (end < 0) {
            add(Token.Kind.OPEN, source.length());
        } else {
            at = end + 2;
        }
    }

    private void textBlock() {
        int end = at + 3;
        while (end < source.length() && !source.startsWith("\"\"\"", end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        boolean open = end >= source.length();
        add(open ? Token.Kind.OPEN : Token.Kind.QUOTED, open ? source.length() : end + 3);
    }

    private void quoted(char quote) {
        int limit = endOfLine(at);
        int end = at + 1;
        while (end < limit && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        boolean open = end >= limit;
        add(open ? Token.Kind.OPEN : Token.Kind.QUOTED, open ? limit : end + 1);
    }

    private int endOfWord() {
        int end = at;
        while (end < source.length() && Character.isJavaIdentifierPart(source.codePointAt(end))) {
            end += Character.charCount(source.codePointAt(end));
        }
        return end;
    }

    private int endOfNumber() {
        int end = at + 1;
        while (end < source.length() && partOfNumber(end)) {
            end++;
        }
        return end;
    }

    private boolean partOfNumber(int i) {
        char c = source.charAt(i);
        boolean exponent = "eEpP".indexOf(source.charAt(i - 1)) >= 0 && !source.startsWith("0x", at);
        boolean point = c == '.' && i + 1 < source.length() && Character.isDigit(source.charAt(i + 1));
        boolean sign = (c == '+' || c == '-') && exponent;
        return Character.isLetterOrDigit(c) || c == '_' || point || sign;
    }
}

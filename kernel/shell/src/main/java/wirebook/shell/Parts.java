package wirebook.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wirebook.shell.magic.Arguments;
import wirebook.shell.source.Chunk;
import wirebook.shell.source.Lexer;
import wirebook.shell.source.Splitter;
import wirebook.shell.source.Token;

/**
 * The parts of a cell in the order in which they run: magics, and the Java between them. A magic in the midst of Java, as the value
 * of a variable or within a block, becomes a call of the function {@code lineMagic}.
 */
record Parts(Cell java, List<Part> parts) {
    private static final Pattern CELL_MAGIC = Pattern.compile("\\A\\s*%%(\\w+)[ \\t]*(.*)(?:\\n([\\s\\S]*))?\\z");
    private static final Pattern INNER_MAGIC = Pattern.compile("(?m)(^|=)[ \\t]*(%(\\w+)[ \\t]*(.*))$");
    private static final Pattern LINE_MAGIC = Pattern.compile("(?m)^[ \\t]*%(?!%)(\\w+)[ \\t]*(.*)$");

    /** One part. */
    sealed interface Part {
        int start();
    }

    /** {@code %name arguments}. */
    record Line(int start, String name, String arguments) implements Part {}

    /** {@code %%name arguments} and the lines below. */
    record Whole(int start, String name, String arguments, String body) implements Part {}

    /** Snippets. */
    record Java(int start, List<Chunk> chunks) implements Part {}

    /** Cuts {@code cell}; a line is a magic if a snippet could start there, or if {@code known} knows its name. */
    static Parts of(Cell cell, Predicate<String> known) {
        Matcher whole = CELL_MAGIC.matcher(cell.source());
        if (whole.matches()) {
            String body = whole.group(3) == null ? "" : whole.group(3);
            return new Parts(
                    cell,
                    List.of(new Whole(
                            whole.start(1) - 2, whole.group(1), whole.group(2).strip(), body)));
        }
        String source = called(cell.source(), known, Parts::call);
        var blanked = new StringBuilder(source);
        List<Part> parts = new ArrayList<>(magics(source, known, blanked));
        var java = new Cell(cell.number(), blanked.toString());
        for (Chunk chunk : Splitter.split(java.source())) {
            parts.add(new Java(chunk.start(), List.of(chunk)));
        }
        parts.sort(Comparator.comparingInt(Part::start));
        return new Parts(new Cell(cell.number(), java.source()), joined(parts));
    }

    /** The Java of a cell as editors ask for it: what is no Java is blanked, and every name stays in its place. */
    static String java(String source, Predicate<String> known) {
        String even = called(source, known, found -> found.group(1).isEmpty() ? ";" : "0;");
        return of(Cell.of(even), known).java().source();
    }

    /** {@code source} with something in the place of each magic in the midst of Java, filled up to its length. */
    private static String called(String source, Predicate<String> known, Function<MatchResult, String> call) {
        if (source.indexOf('%') < 0) {
            return source;
        }
        var out = new StringBuilder();
        Matcher magic = INNER_MAGIC.matcher(source);
        int done = 0;
        while (magic.find()) {
            out.append(source, done, magic.end(1));
            boolean inner = inner(magic, Lexer.tokens(out.toString()), known);
            String text = inner ? call.apply(magic) : magic.group(2);
            out.append(source, magic.end(1), magic.start(2))
                    .append(text)
                    .repeat(' ', Math.max(0, magic.group(2).length() - text.length()));
            done = magic.end();
        }
        return out.append(source, done, source.length()).toString();
    }

    /** Behind an equals sign no Java begins with a percent sign; within a block a line may, if no statement could end above it. */
    private static boolean inner(MatchResult magic, List<Token> before, Predicate<String> known) {
        if (before.isEmpty()) {
            return false;
        }
        Token last = before.getLast();
        return magic.group(1).isEmpty()
                ? depth(before) > 0 && known.test(magic.group(3)) && (last.is(";") || last.is("{") || last.is("}"))
                : last.is("=");
    }

    private static String call(MatchResult magic) {
        String words = Arguments.of(magic.group(4)).words().stream()
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", "));
        return "lineMagic(\"" + magic.group(3) + "\", java.util.List.of(" + words + "));";
    }

    private static List<Part> magics(String source, Predicate<String> known, StringBuilder blanked) {
        List<Part> magics = new ArrayList<>();
        if (source.indexOf('%') < 0) {
            return magics;
        }
        Matcher line = LINE_MAGIC.matcher(source);
        while (line.find()) {
            List<Token> before = Lexer.tokens(blanked.substring(0, line.start()));
            if (starts(before, known.test(line.group(1)))) {
                magics.add(
                        new Line(line.start(1) - 1, line.group(1), line.group(2).strip()));
                blanked.replace(line.start(), line.end(), " ".repeat(line.end() - line.start()));
            }
        }
        return magics;
    }

    private static boolean starts(List<Token> before, boolean known) {
        if (before.isEmpty()) {
            return true;
        }
        Token last = before.getLast();
        return last.kind() != Token.Kind.OPEN && depth(before) == 0 && (known || last.is(";") || last.is("}"));
    }

    private static int depth(List<Token> tokens) {
        return tokens.stream().mapToInt(Parts::depth).sum();
    }

    private static int depth(Token token) {
        boolean sign = token.kind() == Token.Kind.SIGN;
        return sign && "([{".contains(token.text()) ? 1 : sign && ")]}".contains(token.text()) ? -1 : 0;
    }

    /** Neighbouring snippets are one part: they are compiled together. */
    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Java(int ignored, var chunks)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Java(int start, var before)) {
                var all = new ArrayList<>(before);
                all.addAll(chunks);
                joined.set(joined.size() - 1, new Java(start, all));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}

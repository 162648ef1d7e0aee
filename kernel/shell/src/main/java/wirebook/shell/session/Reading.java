package wirebook.shell.session;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wirebook.shell.Cell;
import wirebook.shell.compile.Javac;
import wirebook.shell.compile.Problem;
import wirebook.shell.compile.Unit;
import wirebook.shell.source.Chunk;
import wirebook.shell.source.Token;

/** Asks the parser what the snippets of a cell are. */
final class Reading {
    private static final Set<String> METHOD_MASK = Set.of("public", "protected", "private", "static", "final");
    private static final Set<String> TYPE_MASK = Set.of("public", "protected", "private", "static");

    private final Cell cell;
    private final List<Chunk> chunks;
    private final boolean valueLast;

    private Reading(Cell cell, List<Chunk> chunks, boolean valueLast) {
        this.cell = cell;
        this.chunks = chunks;
        this.valueLast = valueLast;
    }

    /** The items, or the problems if there are any. */
    record Result(List<Item> items, List<Problem> problems) {}

    /** Reads these snippets of {@code cell}. */
    static Result of(Javac javac, Cell cell, List<Chunk> chunks) {
        if (chunks.isEmpty()) {
            return new Result(List.of(), List.of());
        }
        Chunk last = chunks.getLast();
        boolean code = last.kind() == Chunk.Kind.CODE;
        boolean value = code && !last.closed();
        Result first = new Reading(cell, chunks, value).read(javac);
        if (first.problems().isEmpty() || !code) {
            return first;
        }
        boolean again = value
                || first.problems().stream().anyMatch(p -> p.is("not.stmt"))
                || last.tokens().getFirst().is("switch");
        if (!again) {
            return first;
        }
        Result second = new Reading(cell, chunks, !value).read(javac);
        return second.problems().isEmpty() || (value && later(second, first)) ? second : first;
    }

    /** Whether the parser came further with {@code a} than with {@code b}, or stumbled over nothing but a lone expression. */
    private static boolean later(Result a, Result b) {
        Problem first = a.problems().getFirst();
        return !first.is("not.stmt") && offset(first) > offset(b.problems().getFirst());
    }

    private static int offset(Problem problem) {
        Unit unit = problem.unit();
        return unit == null
                ? 0
                : unit.place(problem.position()).map(Unit.Place::offset).orElse(0);
    }

    private Result read(Javac javac) {
        Unit unit = unit();
        return javac.round(List.of(unit), round -> {
            CompilationUnitTree tree = round.parse().getFirst();
            List<Problem> problems = round.problems();
            return problems.isEmpty()
                    ? new Result(items(unit, tree, round.trees().getSourcePositions()), problems)
                    : new Result(List.of(), problems);
        });
    }

    private Unit unit() {
        var writer = new Unit.Writer();
        for (Chunk chunk : of(Chunk.Kind.IMPORT)) {
            writer.cell(cell, chunk.start(), chunk.end()).own("\n");
        }
        writer.own("class $X0 {\n");
        for (Chunk chunk : chunks) {
            if (chunk.kind() == Chunk.Kind.TYPE || chunk.kind() == Chunk.Kind.METHOD) {
                writer.cell(cell, chunk.start(), masked(chunk)).own("\n");
            }
        }
        writer.own("static Object $() throws Throwable {\n");
        for (Chunk chunk : of(Chunk.Kind.CODE)) {
            boolean value = valueLast && last(chunk);
            writer.own(value ? "return " : "");
            writer.cell(cell, chunk.start(), value ? valueText(chunk) : masked(chunk));
            writer.own((chunk.closed() || chunk.braced()) && !value ? "\n" : ";\n");
        }
        return writer.own("}}\n").unit("$X0");
    }

    private List<Chunk> of(Chunk.Kind kind) {
        return chunks.stream().filter(c -> c.kind() == kind).toList();
    }

    private boolean last(Chunk chunk) {
        return chunk.start() == chunks.getLast().start();
    }

    private String text(Chunk chunk) {
        return cell.source().substring(chunk.start(), chunk.end());
    }

    private String valueText(Chunk chunk) {
        String text = masked(chunk);
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    /** The text with the modifiers blanked that mean nothing in a cell. */
    private String masked(Chunk chunk) {
        return masked(cell, chunk);
    }

    static String masked(Cell cell, Chunk chunk) {
        Set<String> mask = chunk.kind() == Chunk.Kind.TYPE ? TYPE_MASK : METHOD_MASK;
        var text = new StringBuilder(cell.source().substring(chunk.start(), chunk.end()));
        boolean local = chunk.head().getLast().is("class");
        for (Token token : chunk.head().subList(0, Math.max(0, chunk.head().size() - 1))) {
            if (mask.contains(token.text()) && !(local && token.is("final"))) {
                int at = token.start() - chunk.start();
                text.replace(
                        at, at + token.text().length(), " ".repeat(token.text().length()));
            }
        }
        return text.toString();
    }

    private List<Item> items(Unit unit, CompilationUnitTree tree, SourcePositions positions) {
        NavigableMap<Long, List<StatementTree>> statements = new TreeMap<>();
        ClassTree holder = (ClassTree) tree.getTypeDecls().getFirst();
        for (Tree member : holder.getMembers()) {
            if (member instanceof MethodTree method && method.getName().contentEquals("$")) {
                statements.putAll(body(method).getStatements().stream()
                        .collect(Collectors.groupingBy(s -> positions.getStartPosition(tree, s))));
            }
        }
        Map<Integer, Unit.Span> spans = new HashMap<>();
        unit.spans().forEach(span -> spans.put(span.start(), span));
        var items = new ArrayList<Item>();
        for (Chunk chunk : chunks) {
            switch (chunk.kind()) {
                case IMPORT -> items.add(new Item.Importing(Import.of(cell, chunk.start(), text(chunk))));
                case TYPE -> items.add(new Item.Declaring(type(chunk)));
                case METHOD -> items.add(new Item.Declaring(method(chunk)));
                case CODE -> {
                    Unit.Span span = requireNonNull(spans.get(chunk.start()));
                    var inside = statements.subMap((long) span.at(), true, (long) span.at() + span.length(), true);
                    code(chunk, span, tree, positions, inside, items);
                }
            }
        }
        return items;
    }

    private static BlockTree body(MethodTree method) {
        BlockTree body = method.getBody();
        return requireNonNull(body);
    }

    private Definition type(Chunk chunk) {
        List<Token> tokens = chunk.tokens();
        int word = chunk.head().size() - 1;
        int name = tokens.get(word).is("@") ? word + 2 : word + 1;
        String text = masked(chunk);
        return definition(Definition.Kind.TYPE, chunk, tokens.get(name).text(), "", text, words(tokens));
    }

    private Definition method(Chunk chunk) {
        List<Token> tokens = chunk.tokens();
        int open = 0;
        while (!tokens.get(open).is("(") || open < chunk.head().size() - 1) {
            open++;
        }
        int brace = open;
        while (!tokens.get(brace).is("{")) {
            brace++;
        }
        String header = tokens.subList(0, brace).stream()
                .filter(t -> !METHOD_MASK.contains(t.text()))
                .map(Token::text)
                .collect(Collectors.joining(" "));
        String name = tokens.get(open - 1).text();
        String parameters = parameterTypes(tokens.subList(open + 1, brace));
        return definition(Definition.Kind.METHOD, chunk, name, header, masked(chunk), words(tokens))
                .keyed(name + "(" + parameters + ")");
    }

    /** The types of the parameters as written: what tells overloads apart. */
    private static String parameterTypes(List<Token> tokens) {
        var types = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < tokens.size() && depth >= 0; i++) {
            Token token = tokens.get(i);
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : token;
            boolean name = depth == 0 && token.kind() == Token.Kind.WORD && (next.is(",") || next.is(")"));
            depth += token.is("(") || token.is("<") ? 1 : token.is(")") || token.is(">") ? -1 : 0;
            types.append(name || depth < 0 || token.is("final") ? "" : token.text());
        }
        return types.toString();
    }

    private Definition definition(
            Definition.Kind kind, Chunk chunk, String name, String header, String text, Set<String> words) {
        String shape = header.isEmpty() ? text.strip() : header;
        return new Definition(kind, name, name, shape, cell, chunk.start(), text, words, "");
    }

    private static Set<String> words(List<Token> tokens) {
        return tokens.stream()
                .filter(t -> t.kind() == Token.Kind.WORD)
                .map(Token::text)
                .collect(Collectors.toSet());
    }

    private void code(
            Chunk chunk,
            Unit.Span span,
            CompilationUnitTree tree,
            SourcePositions positions,
            Map<Long, List<StatementTree>> statements,
            List<Item> items) {
        if (valueLast && last(chunk)) {
            items.add(new Item.Valuing(
                    chunk.start(), chunk.start() + valueText(chunk).length()));
            return;
        }
        List<VariableTree> variables = statements.values().stream()
                .flatMap(List::stream)
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .toList();
        variables.forEach(variable -> items.add(variable(chunk, variable, span, tree, positions)));
        if (variables.isEmpty()) {
            items.add(new Item.Stating(chunk));
        } else if (!chunk.closed() && last(chunk)) {
            shown(chunk, items);
        }
    }

    /** A declaration without a semicolon at the end of a cell shows what it declares: {@code var get = GET("/")}. */
    private static void shown(Chunk chunk, List<Item> items) {
        if (items.getLast() instanceof Item.Declared variable && variable.initialised()) {
            Token name = chunk.tokens().get(nameAt(chunk.tokens(), chunk.head().size(), variable.name()));
            items.add(new Item.Valuing(name.start(), name.start() + name.text().length()));
        }
    }

    private Item variable(
            Chunk chunk, VariableTree variable, Unit.Span span, CompilationUnitTree tree, SourcePositions positions) {
        List<Token> tokens = chunk.tokens();
        int shift = span.start() - span.at();
        int typeStart = chunk.head().getLast().start();
        int first = nameAt(tokens, chunk.head().size(), "");
        int name = nameAt(tokens, chunk.head().size(), variable.getName().toString());
        var brackets = new StringBuilder();
        for (int i = name + 1;
                i < tokens.size() && (tokens.get(i).is("[") || tokens.get(i).is("]"));
                i++) {
            brackets.append(tokens.get(i).text());
        }
        Tree initial = variable.getInitializer();
        int from = initial == null ? 0 : (int) positions.getStartPosition(tree, initial) + shift;
        int to = initial == null ? 0 : (int) positions.getEndPosition(tree, initial) + shift;
        String type =
                cell.source().substring(typeStart, tokens.get(first).start()).strip();
        Optional<String> written = type.equals("var") ? Optional.empty() : Optional.of(type + brackets);
        return new Item.Declared(variable.getName().toString(), written, typeStart, from, to);
    }

    /** The token that declares {@code name}, or the first that declares any if it is empty. */
    private static int nameAt(List<Token> tokens, int from, String name) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean last = i + 1 == tokens.size();
            boolean ends = last
                    || Set.of("=", ";", ",", "[").contains(tokens.get(i + 1).text());
            boolean word = token.kind() == Token.Kind.WORD && depth == 0;
            if (word
                    && ends
                    && !array(tokens, i)
                    && (name.isEmpty() || token.text().equals(name))) {
                return i;
            }
            depth += "<([{".contains(token.text()) ? 1 : ">)]}".contains(token.text()) ? -1 : 0;
        }
        return Math.max(0, tokens.size() - 1);
    }

    /** Whether brackets and then a name follow: the token at {@code i} ends a type. */
    private static boolean array(List<Token> tokens, int i) {
        int next = i + 1;
        while (next + 1 < tokens.size()
                && tokens.get(next).is("[")
                && tokens.get(next + 1).is("]")) {
            next += 2;
        }
        return next > i + 1 && next < tokens.size() && tokens.get(next).kind() == Token.Kind.WORD;
    }
}

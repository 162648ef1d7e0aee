package wirebook.shell.assist;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;
import wirebook.shell.Inspection;
import wirebook.shell.Variable;
import wirebook.shell.compile.Javac;
import wirebook.shell.compile.Unit;
import wirebook.shell.session.Definition;
import wirebook.shell.session.Session;
import wirebook.shell.source.Lexer;
import wirebook.shell.source.Token;

/** Tells what the name at the cursor is. */
public final class Inspector {
    private static final int VALUE = 300;
    private static final int OVERLOADS = 8;
    private static final int SOURCE_LINES = 80;

    private final Session session;
    private final Javadoc javadoc;

    /** With documentation from {@code javadoc}. */
    public Inspector(Session session, Javadoc javadoc) {
        this.session = session;
        this.javadoc = javadoc;
    }

    private record Fact(String signature, String comment, String source) {}

    /** What is known of the name at {@code cursor} of {@code source}, magics blanked; empty if there is none. */
    public Optional<Inspection> at(String source, int cursor, int detail) {
        return name(source, cursor).flatMap(token -> of(source, token, detail));
    }

    /** The word that the cursor touches, or the method whose arguments it stands in. */
    private static Optional<Token> name(String source, int cursor) {
        List<Token> tokens = Lexer.tokens(source);
        Optional<Token> touched = tokens.stream()
                .filter(t -> t.kind() == Token.Kind.WORD && t.start() <= cursor && cursor <= t.end())
                .reduce((a, b) -> b.start() <= cursor ? b : a);
        return touched.or(() -> called(tokens, cursor));
    }

    private static Optional<Token> called(List<Token> tokens, int cursor) {
        int depth = 0;
        for (int i = tokens.size() - 1; i > 0; i--) {
            Token token = tokens.get(i);
            if (token.start() >= cursor) {
                continue;
            }
            depth += token.is(")") ? 1 : 0;
            if (token.is("(") && depth-- == 0) {
                Token before = tokens.get(i - 1);
                return Optional.of(before).filter(t -> t.kind() == Token.Kind.WORD);
            }
        }
        return Optional.empty();
    }

    private Optional<Inspection> of(String source, Token token, int detail) {
        List<Fact> facts = facts(source, token);
        Optional<String> value = value(source, token);
        Optional<Definition> definition = alone(source, token) ? session.declared(token.text()) : Optional.empty();
        if (facts.isEmpty() && value.isEmpty() && definition.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(shown(facts, value, definition, detail));
    }

    private static boolean alone(String source, Token token) {
        int before = token.start() - 1;
        return before < 0 || source.charAt(before) != '.';
    }

    private Optional<String> value(String source, Token token) {
        return alone(source, token) ? session.variable(token.text()).map(Inspector::line) : Optional.empty();
    }

    private static String line(Variable variable) {
        String text;
        try {
            text = String.valueOf(variable.value());
        } catch (RuntimeException | StackOverflowError e) {
            text = "(its toString throws " + e.getClass().getSimpleName() + ")";
        }
        String cut = text.length() > VALUE ? text.substring(0, VALUE) + "…" : text;
        return Signature.erasedPackages(variable.type()) + " " + variable.name() + " = " + cut;
    }

    private List<Fact> facts(String source, Token token) {
        Unit unit = Draft.whole(session, source);
        return session.javac().round(List.of(unit), round -> {
            CompilationUnitTree tree = round.parse().getFirst();
            round.analyze();
            return path(round, tree, unit, token)
                    .map(path -> facts(round, path, token.text()))
                    .orElse(List.of());
        });
    }

    /** The tree whose name stands at {@code token}. */
    private static Optional<TreePath> path(Javac.Round round, CompilationUnitTree tree, Unit unit, Token token) {
        var found = new ArrayList<TreePath>();
        var positions = round.trees().getSourcePositions();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree node, @Nullable Void none) {
                if (node != null && named(node, token.text())) {
                    long end = positions.getEndPosition(tree, node);
                    boolean here = unit.place(end)
                            .map(Unit.Place::offset)
                            .filter(o -> o == token.end())
                            .isPresent();
                    if (here) {
                        found.add(new TreePath(getCurrentPath(), node));
                    }
                }
                return super.scan(node, null);
            }

            @Override
            public @Nullable Void visitErroneous(ErroneousTree node, @Nullable Void none) {
                return scan(node.getErrorTrees(), null);
            }
        }.scan(new TreePath(tree), null);
        return found.stream().findFirst();
    }

    private static boolean named(Tree node, String name) {
        return switch (node) {
            case IdentifierTree id -> id.getName().contentEquals(name);
            case MemberSelectTree select -> select.getIdentifier().contentEquals(name);
            case MemberReferenceTree reference -> reference.getName().contentEquals(name);
            default -> false;
        };
    }

    private List<Fact> facts(Javac.Round round, TreePath path, String name) {
        Tree parent = path.getParentPath().getLeaf();
        TreePath asked = parent instanceof NewClassTree created && created.getIdentifier() == path.getLeaf()
                ? path.getParentPath()
                : path;
        Element element = round.trees().getElement(asked);
        boolean known = (element instanceof VariableElement
                        || element instanceof ExecutableElement
                        || element instanceof TypeElement)
                && element.asType().getKind() != TypeKind.ERROR
                && element.getKind() != ElementKind.OTHER;
        if (known) {
            return List.of(fact(element));
        }
        if (path.getLeaf() instanceof IdentifierTree) {
            return imported(round, name);
        }
        return parent instanceof MethodInvocationTree || path.getLeaf() instanceof MemberSelectTree
                ? overloads(round, path, name)
                : List.of();
    }

    /** Every member of the name, where the arguments do not say which. */
    private List<Fact> overloads(Javac.Round round, TreePath path, String name) {
        if (!(path.getLeaf() instanceof MemberSelectTree select)) {
            return List.of();
        }
        TypeMirror type = round.trees().getTypeMirror(new TreePath(path, select.getExpression()));
        if (!(type instanceof DeclaredType declared)) {
            return List.of();
        }
        return round.task().getElements().getAllMembers((TypeElement) declared.asElement()).stream()
                .filter(m -> m.getSimpleName().contentEquals(name))
                .limit(OVERLOADS)
                .map(this::fact)
                .toList();
    }

    /** Every static member of the name that is imported, for a name that stands alone or lacks its arguments. */
    private List<Fact> imported(Javac.Round round, String name) {
        Elements elements = round.task().getElements();
        return session.imported().stream()
                .filter(line ->
                        line.isStatic() && (!line.single() || line.name().equals(name)))
                .map(line -> line.path().substring(0, line.path().lastIndexOf('.')))
                .distinct()
                .flatMap(type -> Optional.ofNullable(elements.getTypeElement(type)).stream())
                .flatMap(type -> elements.getAllMembers(type).stream())
                .filter(member -> member.getModifiers().contains(Modifier.STATIC)
                        && member.getSimpleName().contentEquals(name))
                .limit(OVERLOADS)
                .map(this::fact)
                .toList();
    }

    private Fact fact(Element element) {
        Javadoc.Entry entry = javadoc.of(element);
        String signature = Signature.of(element, entry.parameters());
        Element owner = element.getEnclosingElement();
        boolean own = owner instanceof TypeElement && !owner.toString().startsWith("cells.");
        return new Fact(own ? signature + "   in " + owner : signature, entry.comment(), entry.source());
    }

    /** The documentation comment in front of a declaration in its cell. */
    private static String comment(Definition definition) {
        String before =
                definition.cell().source().substring(0, definition.start()).stripTrailing();
        int start = before.lastIndexOf("/**");
        boolean documented = before.endsWith("*/") && start >= 0 && before.indexOf("*/", start) == before.length() - 2;
        return documented
                ? before.substring(start + 3, before.length() - 2)
                        .replaceAll("(?m)^\\s*\\* ?", "")
                        .strip()
                : "";
    }

    private static Inspection shown(
            List<Fact> facts, Optional<String> value, Optional<Definition> definition, int detail) {
        var text = new ArrayList<String>();
        var html = new StringBuilder();
        value.ifPresent(v -> {
            text.add(v);
            html.append("<pre>").append(Prose.escaped(v)).append("</pre>");
        });
        if (value.isEmpty()) {
            for (Fact fact : facts) {
                text.add(fact.signature());
                html.append("<pre>").append(Prose.escaped(fact.signature())).append("</pre>");
            }
        }
        String comment = definition
                .map(Inspector::comment)
                .filter(c -> !c.isBlank())
                .orElseGet(() -> facts.stream()
                        .map(Fact::comment)
                        .filter(c -> !c.isBlank())
                        .findFirst()
                        .orElse(""));
        if (!comment.isBlank()) {
            text.add("\n" + Prose.text(comment));
            html.append("<div>").append(Prose.html(comment)).append("</div>");
        }
        String source = definition
                .filter(d -> d.kind() != Definition.Kind.VARIABLE)
                .map(d -> d.text().strip())
                .orElse(facts.isEmpty() ? "" : facts.getFirst().source());
        boolean withSource = !source.isBlank() && (detail > 0 || (facts.isEmpty() && value.isEmpty()));
        if (withSource) {
            String cut = source.lines().limit(SOURCE_LINES).collect(java.util.stream.Collectors.joining("\n"));
            text.add("\nSource:\n" + cut);
            html.append("<pre>").append(Prose.escaped(cut)).append("</pre>");
        }
        return new Inspection(String.join("\n", text), html.toString());
    }
}

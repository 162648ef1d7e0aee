package wirebook.shell.assist;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Scope;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;
import wirebook.shell.Completions;
import wirebook.shell.Completions.Item;
import wirebook.shell.Completions.Kind;
import wirebook.shell.compile.Javac;
import wirebook.shell.compile.Unit;
import wirebook.shell.session.Session;
import wirebook.shell.source.Lexer;
import wirebook.shell.source.Token;

/** Finds what could stand at the cursor, best first. */
public final class Completer {
    private static final int MOST = 400;
    private static final int DOCUMENTED = 40;
    private static final List<String> KEYWORDS = List.of(
            "var",
            "for",
            "while",
            "if",
            "else",
            "return",
            "new",
            "record",
            "class",
            "interface",
            "enum",
            "switch",
            "case",
            "default",
            "try",
            "catch",
            "finally",
            "throw",
            "import",
            "static",
            "final",
            "int",
            "long",
            "double",
            "boolean",
            "char",
            "byte",
            "short",
            "float",
            "void",
            "true",
            "false",
            "null",
            "instanceof",
            "sealed",
            "permits",
            "yield",
            "break",
            "continue",
            "do",
            "public",
            "private",
            "protected",
            "abstract",
            "extends",
            "implements",
            "synchronized");

    private final Session session;
    private final Javadoc javadoc;
    private final List<String> preferred;

    /**
     * @param preferred packages whose members come before others
     */
    public Completer(Session session, Javadoc javadoc, List<String> preferred) {
        this.session = session;
        this.javadoc = javadoc;
        this.preferred = preferred;
    }

    /** One candidate with its place in the order: lower is better. */
    private record Ranked(int rank, Item item) {}

    /** What could stand at {@code cursor} of {@code source}, magics blanked. */
    public Completions at(String source, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(source.charAt(start - 1))) {
            start--;
        }
        String prefix = source.substring(start, cursor);
        List<Token> before = Lexer.tokens(source.substring(0, cursor));
        boolean quoted = !before.isEmpty()
                && (before.getLast().kind() == Token.Kind.OPEN
                        || before.getLast().kind() == Token.Kind.NUMBER)
                && before.getLast().end() == cursor;
        if (quoted || inComment(source, cursor)) {
            return Completions.none(cursor);
        }
        List<Ranked> found = importing(before) ? imports(before, prefix) : code(source, start, prefix);
        Map<String, Item> distinct = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(r -> r.item().text()))
                .limit(MOST)
                .forEach(r -> distinct.putIfAbsent(r.item().text() + r.item().signature(), r.item()));
        return new Completions(start, cursor, List.copyOf(distinct.values()));
    }

    private static boolean inComment(String source, int cursor) {
        int line = source.lastIndexOf('\n', Math.max(0, cursor - 1)) + 1;
        int slashes = source.indexOf("//", line);
        List<Token> tokens = Lexer.tokens(source.substring(0, cursor));
        boolean quoted = tokens.stream()
                .anyMatch(t -> t.kind() == Token.Kind.QUOTED && t.start() < slashes && slashes < t.end());
        return slashes >= 0 && slashes < cursor && !quoted;
    }

    private static boolean importing(List<Token> before) {
        int last = -1;
        for (int i = 0; i < before.size(); i++) {
            last = before.get(i).is(";") || before.get(i).is("}") ? i : last;
        }
        return last + 1 < before.size() && before.get(last + 1).is("import");
    }

    private List<Ranked> imports(List<Token> before, String prefix) {
        int from = before.size() - 1;
        while (!before.get(from).is("import")) {
            from--;
        }
        var path = new StringBuilder();
        before.subList(from + 1, before.size()).stream()
                .filter(t -> !t.is("static"))
                .forEach(t -> path.append(t.text()));
        String typed = path.toString();
        String owner = typed.contains(".") ? typed.substring(0, typed.lastIndexOf('.')) : "";
        return round(Draft.whole(session, "1"), (round, tree) -> {
            var found = new ArrayList<Ranked>();
            TypeElement type =
                    owner.isEmpty() ? null : round.task().getElements().getTypeElement(owner);
            if (type != null) {
                members(round, type.getEnclosedElements(), prefix, true, null, false, found);
            } else {
                packages(round.task().getElements(), owner, prefix, found);
            }
            return found;
        });
    }

    private interface Reading<T> {
        T of(Javac.Round round, CompilationUnitTree tree);
    }

    private <T> T round(Unit unit, Reading<T> reading) {
        return session.javac().round(List.of(unit), round -> {
            CompilationUnitTree tree = round.parse().getFirst();
            round.analyze();
            return reading.of(round, tree);
        });
    }

    private List<Ranked> code(String source, int start, String prefix) {
        return round(Draft.marked(session, source, start), (round, tree) -> {
            var found = new ArrayList<Ranked>();
            mark(tree).ifPresentOrElse(path -> at(round, path, prefix, found), () -> names(round, null, prefix, found));
            return found;
        });
    }

    private static Optional<TreePath> mark(CompilationUnitTree tree) {
        var found = new ArrayList<TreePath>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void none) {
                take(node.getName().contentEquals(Draft.MARK));
                return super.visitIdentifier(node, null);
            }

            @Override
            public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void none) {
                take(node.getIdentifier().contentEquals(Draft.MARK));
                return super.visitMemberSelect(node, null);
            }

            @Override
            public @Nullable Void visitMemberReference(MemberReferenceTree node, @Nullable Void none) {
                take(node.getName().contentEquals(Draft.MARK));
                return super.visitMemberReference(node, null);
            }

            @Override
            public @Nullable Void visitErroneous(ErroneousTree node, @Nullable Void none) {
                return scan(node.getErrorTrees(), null);
            }

            private void take(boolean here) {
                if (here) {
                    found.add(getCurrentPath());
                }
            }
        }.scan(new TreePath(tree), null);
        return found.stream().findFirst();
    }

    private void at(Javac.Round round, TreePath path, String prefix, List<Ranked> found) {
        switch (path.getLeaf()) {
            case MemberSelectTree select ->
                select(round, new TreePath(path, select.getExpression()), prefix, path, found);
            case MemberReferenceTree reference ->
                select(round, new TreePath(path, reference.getQualifierExpression()), prefix, path, found);
            default -> names(round, path, prefix, found);
        }
    }

    private void select(Javac.Round round, TreePath receiver, String prefix, TreePath at, List<Ranked> found) {
        Element element = round.trees().getElement(receiver);
        if (element instanceof PackageElement inside) {
            packages(round.task().getElements(), inside.getQualifiedName().toString(), prefix, found);
            return;
        }
        boolean statics = element instanceof TypeElement && !(at.getLeaf() instanceof MemberReferenceTree);
        TypeMirror type = round.trees().getTypeMirror(receiver);
        ofType(round, type, prefix, statics, round.trees().getScope(at), found);
    }

    private void ofType(
            Javac.Round round,
            @Nullable TypeMirror type,
            String prefix,
            boolean statics,
            Scope scope,
            List<Ranked> found) {
        if (type == null) {
            return;
        }
        switch (type.getKind()) {
            case DECLARED -> {
                TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
                List<? extends Element> all = round.task().getElements().getAllMembers(element);
                members(round, all, prefix, statics, scope, preferred(element), found);
                if (statics && "class".startsWith(prefix)) {
                    found.add(new Ranked(60, new Item("class", Kind.KEYWORD, "", "")));
                }
            }
            case TYPEVAR, INTERSECTION, UNION ->
                ofType(round, round.task().getTypes().erasure(type), prefix, statics, scope, found);
            case ARRAY -> {
                if ("length".startsWith(prefix)) {
                    found.add(new Ranked(
                            0, new Item("length", Kind.PROPERTY, "int length", "How many elements it has.")));
                }
            }
            default -> {}
        }
    }

    private void members(
            Javac.Round round,
            List<? extends Element> members,
            String prefix,
            boolean statics,
            @Nullable Scope scope,
            boolean ours,
            List<Ranked> found) {
        for (Element member : members) {
            String name = member.getSimpleName().toString();
            boolean fits = name.startsWith(prefix)
                    && !name.contains("$")
                    && member.getKind() != ElementKind.CONSTRUCTOR
                    && member.getKind() != ElementKind.STATIC_INIT
                    && member.getKind() != ElementKind.INSTANCE_INIT;
            boolean type = member instanceof TypeElement;
            if (fits
                    && (type ? statics : statics == member.getModifiers().contains(Modifier.STATIC))
                    && open(round, scope, member)
                    && !(ours && ofObject(round, member))) {
                found.add(new Ranked(rank(round, member, ours), item(member, found.size() < DOCUMENTED)));
            }
        }
    }

    private static boolean open(Javac.Round round, @Nullable Scope scope, Element member) {
        if (scope != null
                && member.getEnclosingElement() instanceof TypeElement owner
                && owner.asType() instanceof DeclaredType type) {
            return member.getModifiers().contains(Modifier.PUBLIC)
                    || round.trees().isAccessible(scope, member, type);
        }
        return member.getModifiers().contains(Modifier.PUBLIC);
    }

    /** Members, of a preferred package's type those of the package first; {@code Object}'s and what overrides them last. */
    private int rank(Javac.Round round, Element member, boolean ours) {
        int base = ofObject(round, member) ? 50 : ours && !preferred(member) ? 20 : 10;
        return base + (round.task().getElements().isDeprecated(member) ? 20 : 0);
    }

    /** Whether every object has this method. */
    private static boolean ofObject(Javac.Round round, Element member) {
        Elements elements = round.task().getElements();
        return member instanceof ExecutableElement method
                && method.getEnclosingElement() instanceof TypeElement owner
                && elements.getTypeElement("java.lang.Object").getEnclosedElements().stream()
                        .anyMatch(it -> it.equals(method)
                                || (it instanceof ExecutableElement original
                                        && elements.overrides(method, original, owner)));
    }

    /** Whether a type or a member of one comes from a preferred package. */
    private boolean preferred(Element element) {
        return element instanceof TypeElement type
                ? preferred.stream()
                        .anyMatch(p -> type.getQualifiedName().toString().startsWith(p + "."))
                : preferred(requireNonNull(element.getEnclosingElement()));
    }

    private Item item(Element element, boolean documented) {
        Javadoc.Entry entry = documented ? javadoc.of(element) : Javadoc.Entry.NONE;
        return new Item(
                element.getSimpleName().toString(),
                kind(element),
                Signature.of(element, entry.parameters()),
                Prose.first(entry.comment()));
    }

    private static Kind kind(Element element) {
        return switch (element.getKind()) {
            case METHOD, CONSTRUCTOR -> Kind.FUNCTION;
            case FIELD, ENUM_CONSTANT, RECORD_COMPONENT -> Kind.PROPERTY;
            case INTERFACE, ANNOTATION_TYPE -> Kind.INTERFACE;
            case CLASS, ENUM, RECORD -> Kind.CLASS;
            case PACKAGE, MODULE -> Kind.MODULE;
            default -> Kind.INSTANCE;
        };
    }

    private void names(Javac.Round round, @Nullable TreePath path, String prefix, List<Ranked> found) {
        if (path != null) {
            locals(round, path, prefix, found);
        }
        declared(prefix, found);
        imported(round, prefix, found);
        for (String keyword : KEYWORDS) {
            if (!prefix.isEmpty() && keyword.startsWith(prefix)) {
                found.add(new Ranked(30, new Item(keyword, Kind.KEYWORD, "", "")));
            }
        }
        if (!prefix.isEmpty()) {
            packages(round.task().getElements(), "", prefix, found);
        }
    }

    private void locals(Javac.Round round, TreePath path, String prefix, List<Ranked> found) {
        for (Scope scope = round.trees().getScope(path);
                scope != null && scope.getEnclosingClass() != null;
                scope = scope.getEnclosingScope()) {
            for (Element element : scope.getLocalElements()) {
                String name = element.getSimpleName().toString();
                boolean shown = element.getKind() != ElementKind.PACKAGE
                        && !name.contains("$")
                        && !name.equals("this")
                        && !name.equals("super");
                if (shown && name.startsWith(prefix) && !name.equals("run")) {
                    found.add(new Ranked(0, item(element, false)));
                }
            }
            for (Element member : scope.getEnclosingClass().getEnclosedElements()) {
                String name = member.getSimpleName().toString();
                boolean own = member.getKind() == ElementKind.METHOD
                        || member.getKind().isField()
                        || member instanceof TypeElement;
                if (own && name.startsWith(prefix) && !name.contains("$") && !name.equals("run")) {
                    found.add(new Ranked(1, item(member, false)));
                }
            }
        }
    }

    private void declared(String prefix, List<Ranked> found) {
        session.declared().forEach(d -> {
            if (d.name().startsWith(prefix)) {
                Kind kind = switch (d.kind()) {
                    case VARIABLE -> Kind.INSTANCE;
                    case METHOD -> Kind.FUNCTION;
                    case TYPE -> Kind.CLASS;
                };
                String shown = d.kind() == wirebook.shell.session.Definition.Kind.VARIABLE
                        ? Signature.erasedPackages(d.text()) + " " + d.name()
                        : d.text().strip().lines().findFirst().orElse("").replaceFirst("\\s*\\{.*", "");
                found.add(new Ranked(2, new Item(d.name(), kind, kind == Kind.CLASS ? "" : shown, "")));
            }
        });
    }

    private void imported(Javac.Round round, String prefix, List<Ranked> found) {
        Elements elements = round.task().getElements();
        for (var line : session.imported()) {
            String name = line.path();
            if (line.isStatic()) {
                TypeElement type = elements.getTypeElement(name.substring(0, name.lastIndexOf('.')));
                if (type != null) {
                    statics(round, type, line.single() ? line.name() : "", prefix, found);
                }
            } else if (line.single()) {
                TypeElement type = line.name().startsWith(prefix) ? elements.getTypeElement(name) : null;
                if (type != null) {
                    found.add(new Ranked(typeRank(type), item(type, false)));
                }
            } else if (!prefix.isEmpty() && name.endsWith(".*")) {
                types(elements, name.substring(0, name.length() - 2), prefix, found);
            }
        }
        if (!prefix.isEmpty()) {
            types(elements, "java.lang", prefix, found);
        }
    }

    private void statics(Javac.Round round, TypeElement type, String only, String prefix, List<Ranked> found) {
        boolean ours = preferred(type);
        for (Element member : round.task().getElements().getAllMembers(type)) {
            String name = member.getSimpleName().toString();
            boolean shown = member.getModifiers().contains(Modifier.STATIC)
                    && member.getModifiers().contains(Modifier.PUBLIC);
            if (shown && name.startsWith(prefix) && (only.isEmpty() || only.equals(name))) {
                found.add(new Ranked(ours ? 3 : 12, item(member, found.size() < DOCUMENTED)));
            }
        }
    }

    private int typeRank(TypeElement type) {
        return preferred(type) ? 4 : 20;
    }

    private void types(Elements elements, String packageName, String prefix, List<Ranked> found) {
        PackageElement inside = elements.getPackageElement(packageName);
        if (inside == null) {
            return;
        }
        for (Element type : inside.getEnclosedElements()) {
            if (type.getSimpleName().toString().startsWith(prefix)
                    && type instanceof TypeElement element
                    && element.getModifiers().contains(Modifier.PUBLIC)) {
                found.add(new Ranked(typeRank(element), item(element, false)));
            }
        }
    }

    private void packages(Elements elements, String owner, String prefix, List<Ranked> found) {
        if (!owner.isEmpty()) {
            types(elements, owner, prefix, found);
        }
        String start = owner.isEmpty() ? "" : owner + ".";
        session.packages().stream()
                .filter(p -> p.startsWith(start + prefix))
                .map(p -> p.substring(start.length()).replaceFirst("\\..*", ""))
                .distinct()
                .forEach(p -> found.add(new Ranked(40, new Item(p, Kind.MODULE, "package " + start + p, ""))));
    }
}

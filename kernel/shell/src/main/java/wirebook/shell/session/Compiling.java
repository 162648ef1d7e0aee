package wirebook.shell.session;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeKind;
import wirebook.shell.Cell;
import wirebook.shell.compile.Holders;
import wirebook.shell.compile.Javac;
import wirebook.shell.compile.LineTable;
import wirebook.shell.compile.Problem;
import wirebook.shell.compile.Unit;
import wirebook.shell.source.Lexer;

/** One cell on its way from items to classes. */
final class Compiling {
    private final Javac javac;
    private final Cell cell;
    private final List<Item> items;
    private final Map<String, List<Definition>> before;
    private final Map<String, List<Definition>> definitions;
    private final List<Import> imports;
    private final List<Import> newImports = new ArrayList<>();
    private final Set<String> fresh = new LinkedHashSet<>();
    private final Set<String> renewed = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final OnDemand onDemand;
    private final Numbers numbers;
    private final String code;

    Compiling(
            Javac javac,
            Cell cell,
            List<Item> items,
            Map<String, List<Definition>> before,
            List<Import> imports,
            OnDemand onDemand,
            Numbers numbers) {
        this.javac = javac;
        this.cell = cell;
        this.items = items;
        this.before = before;
        this.definitions = new LinkedHashMap<>(before);
        this.imports = new ArrayList<>(imports);
        this.onDemand = onDemand;
        this.numbers = numbers;
        this.code = "$C" + numbers.next();
    }

    Program program() throws Refused {
        items.forEach(this::takeImport);
        items.forEach(this::takeDeclaration);
        infer();
        renewDependents();
        boolean value = items.stream().anyMatch(Item.Valuing.class::isInstance);
        while (true) {
            Result result = compile(value);
            if (result.problems().isEmpty()) {
                return program(result);
            }
            if (value && saysVoid(result)) {
                value = false;
            } else if (!dropBroken(result.problems())) {
                throw new Refused(result.problems());
            }
        }
    }

    private void takeImport(Item item) {
        if (item instanceof Item.Importing(Import what)) {
            imports.removeIf(i -> i.same(what) || clashes(i, what));
            newImports.add(what);
            imports.add(what);
        }
    }

    /** Single static imports of one name may stand beside each other: overloads. */
    private static boolean clashes(Import a, Import b) {
        return a.single() && b.single() && a.name().equals(b.name()) && !(a.isStatic() && b.isStatic());
    }

    private void takeDeclaration(Item item) {
        if (item instanceof Item.Declaring(Definition what)) {
            take(what);
        }
    }

    private void take(Definition what) {
        List<Definition> old = definitions.getOrDefault(what.group(), List.of());
        boolean same = old.size() == 1
                && old.getFirst().kind() == Definition.Kind.TYPE
                && old.getFirst().text().equals(what.text());
        if (same) {
            return;
        }
        String holder = fresh(what, old);
        var group = new ArrayList<Definition>();
        old.stream().filter(d -> !d.key().equals(what.key())).forEach(d -> group.add(d.in(holder)));
        group.add(what.in(holder));
        definitions.put(what.group(), group);
        imports.removeIf(i -> i.single() && i.name().equals(what.name()) && what.kind() == Definition.Kind.TYPE);
    }

    private String fresh(Definition what, List<Definition> old) {
        if (fresh.contains(what.group())) {
            return old.getFirst().holder();
        }
        fresh.add(what.group());
        if (!old.isEmpty()) {
            renewed.add(what.group());
        }
        return what.kind().letter + numbers.next();
    }

    /** Gives every variable of the cell its type, and a holder unless one of the same type is there. */
    private void infer() throws Refused {
        List<Item.Declared> declared = items.stream()
                .filter(Item.Declared.class::isInstance)
                .map(Item.Declared.class::cast)
                .toList();
        Map<String, String> inferred =
                declared.stream().allMatch(d -> d.type().isPresent()) ? Map.of() : inferred(declared);
        for (Item.Declared d : declared) {
            String type = d.type().orElseGet(() -> inferred.getOrDefault(d.name(), "java.lang.Object"));
            var what = new Definition(
                    Definition.Kind.VARIABLE,
                    d.name(),
                    d.name(),
                    type,
                    cell,
                    d.typeStart(),
                    type,
                    Lexer.words(type),
                    "");
            List<Definition> old = definitions.getOrDefault(what.group(), List.of());
            if (old.isEmpty() || !old.getFirst().header().equals(type)) {
                take(what);
            }
        }
    }

    private Map<String, String> inferred(List<Item.Declared> declared) throws Refused {
        List<Unit> units = new ArrayList<>(declarationUnits());
        units.add(sources().inference(cell, declared));
        Map<String, String> types = new HashMap<>();
        List<Problem> problems = javac.round(units, round -> {
            List<CompilationUnitTree> trees = round.parse();
            round.analyze();
            new TreePathScanner<@org.jspecify.annotations.Nullable Void, Void>() {
                @Override
                public @org.jspecify.annotations.Nullable Void visitVariable(VariableTree variable, Void none) {
                    TreePath parent = getCurrentPath().getParentPath().getParentPath();
                    if (parent != null && parent.getLeaf() instanceof MethodTree) {
                        types.computeIfAbsent(
                                variable.getName().toString(),
                                name -> typeOf(round, getCurrentPath(), units.getLast()));
                    }
                    return null;
                }
            }.scan(new TreePath(trees.getLast()), null);
            return round.problems().stream()
                    .filter(p -> p.unit() != null && p.unit().name().equals("$X1"))
                    .toList();
        });
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        return types;
    }

    /** The type of a variable as a field can have it. */
    private String typeOf(Javac.Round round, TreePath path, Unit unit) {
        if (round.problems().isEmpty()) {
            Optional<Definition> anonymous = Anonymous.of(round, path, unit, cell);
            if (anonymous.isPresent()) {
                Definition what = anonymous.get();
                take(what);
                String holder =
                        requireNonNull(definitions.get(what.group())).getFirst().holder();
                return Javac.PACKAGE + "." + holder + "." + what.name();
            }
        }
        return new TypeText(round.task().getTypes()).of(round.trees().getTypeMirror(path));
    }

    /** Everything that uses what has changed its shape is compiled anew, in the same round. */
    private void renewDependents() {
        var changed = new HashSet<String>();
        fresh.forEach(group -> changed.add(group.substring(group.indexOf(' ') + 1)));
        Set<String> keep = renewed.stream()
                .filter(this::sameShape)
                .map(g -> g.substring(g.indexOf(' ') + 1))
                .collect(Collectors.toSet());
        changed.removeAll(keep);
        changed.removeIf(name -> renewed.stream().noneMatch(g -> g.endsWith(" " + name)));
        boolean more = !changed.isEmpty();
        while (more) {
            more = false;
            for (List<Definition> group : List.copyOf(definitions.values())) {
                more |= renew(group, changed);
            }
        }
    }

    /** Whether a renewed group of methods still offers all headers that it had. */
    private boolean sameShape(String group) {
        Set<String> now = headers(definitions.getOrDefault(group, List.of()));
        return group.startsWith("METHOD") && now.containsAll(headers(before.getOrDefault(group, List.of())));
    }

    private static Set<String> headers(List<Definition> group) {
        return group.stream().map(Definition::header).collect(Collectors.toSet());
    }

    private boolean renew(List<Definition> group, Set<String> changed) {
        Definition first = group.getFirst();
        boolean uses = group.stream().anyMatch(d -> d.words().stream().anyMatch(changed::contains));
        if (!uses || fresh.contains(first.group())) {
            return false;
        }
        String holder = fresh(first, group);
        definitions.put(first.group(), group.stream().map(d -> d.in(holder)).toList());
        boolean header = first.kind() != Definition.Kind.METHOD
                || group.stream().anyMatch(d -> Lexer.words(d.header()).stream().anyMatch(changed::contains));
        if (first.kind() == Definition.Kind.VARIABLE) {
            notes.add(first.name() + " starts anew with " + Initial.of(first.text())
                    + ": its type has been declared anew");
        }
        return header && changed.add(first.name());
    }

    private record Result(List<Problem> problems, Map<String, byte[]> classes, String type, List<Unit> units) {}

    private Sources sources() {
        return new Sources(definitions, imports, newImports, onDemand);
    }

    private List<Unit> declarationUnits() {
        return fresh.stream()
                .filter(definitions::containsKey)
                .map(group -> sources().holder(definitions.getOrDefault(group, List.of())))
                .toList();
    }

    private Result compile(boolean value) {
        List<Unit> units = new ArrayList<>(declarationUnits());
        boolean runs = items.stream().anyMatch(i -> !(i instanceof Item.Declaring));
        if (runs) {
            units.add(sources().code(code, cell, items, value));
        }
        if (units.isEmpty()) {
            return new Result(List.of(), Map.of(), "", units);
        }
        return javac.round(units, round -> {
            List<CompilationUnitTree> trees = round.parse();
            round.analyze();
            if (!round.problems().isEmpty()) {
                return new Result(round.problems(), Map.of(), "", units);
            }
            String type = value ? valueType(round, trees.getLast()) : "";
            Map<String, byte[]> classes = round.generate();
            return new Result(round.problems(), classes, type, units);
        });
    }

    /** The type of what is returned last but one: the last is our own null. */
    private static String valueType(Javac.Round round, CompilationUnitTree tree) {
        var types = new ArrayList<String>();
        new TreePathScanner<@org.jspecify.annotations.Nullable Void, Void>() {
            @Override
            public @org.jspecify.annotations.Nullable Void visitReturn(ReturnTree node, Void none) {
                var type = round.trees().getTypeMirror(new TreePath(getCurrentPath(), node.getExpression()));
                types.add(type == null ? "Object" : type.getKind() == TypeKind.NULL ? "null" : type.toString());
                return null;
            }

            @Override
            public @org.jspecify.annotations.Nullable Void visitLambdaExpression(
                    com.sun.source.tree.LambdaExpressionTree node, Void none) {
                return null;
            }

            @Override
            public @org.jspecify.annotations.Nullable Void visitNewClass(
                    com.sun.source.tree.NewClassTree node, Void none) {
                return null;
            }
        }.scan(new TreePath(tree), null);
        return types.size() < 2
                ? ""
                : Holders.plain(types.get(types.size() - 2)).replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private boolean saysVoid(Result result) {
        return result.problems().stream()
                .allMatch(p -> p.unit() != null
                        && p.unit().name().equals(code)
                        && p.message().contains("void"));
    }

    /** Takes out what no longer compiles because of the cell; false if it is the cell itself. */
    private boolean dropBroken(List<Problem> problems) {
        boolean dropped = false;
        for (Problem problem : problems) {
            Unit unit = problem.unit();
            String group = unit == null || unit.name().equals(code) ? "" : groupOf(unit.name());
            if (!group.isEmpty() && foreign(group) && definitions.containsKey(group)) {
                Definition broken = requireNonNull(definitions.remove(group)).getFirst();
                notes.add(broken.name() + " is gone, it no longer compiles: "
                        + problem.message().lines().findFirst().orElse(""));
                dropped = true;
            }
        }
        return dropped;
    }

    private String groupOf(String holder) {
        return definitions.entrySet().stream()
                .filter(e -> e.getValue().getFirst().holder().equals(holder))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private boolean foreign(String group) {
        return definitions.getOrDefault(group, List.of()).stream()
                .noneMatch(d -> d.cell().equals(cell));
    }

    private Set<String> uses() {
        var uses = new HashSet<String>();
        for (String group : fresh) {
            for (Definition d : definitions.getOrDefault(group, List.of())) {
                d.words().stream().filter(w -> !w.equals(d.name())).forEach(uses::add);
            }
        }
        items.forEach(item -> uses.addAll(Lexer.words(item.code(cell))));
        return uses;
    }

    private Program program(Result result) {
        var declarations = new HashMap<String, byte[]>();
        var statements = new HashMap<String, byte[]>();
        result.classes()
                .forEach((name, bytes) -> (Holders.of(name).equals(code) ? statements : declarations).put(name, bytes));
        Map<String, LineTable> lines = result.units().stream()
                .filter(u -> !u.name().startsWith("$V"))
                .collect(Collectors.toMap(Unit::name, Unit::lines));
        String binary = statements.isEmpty() ? "" : Javac.PACKAGE + "." + code;
        return new Program(
                binary,
                result.type(),
                declarations,
                statements,
                definitions,
                imports,
                lines,
                renewed,
                uses(),
                List.copyOf(notes));
    }
}

package wirebook.shell;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wirebook.shell.compile.Javac;
import wirebook.shell.report.Names;
import wirebook.shell.session.Definition;
import wirebook.shell.session.Import;
import wirebook.shell.session.Session;
import wirebook.shell.source.Lexer;
import wirebook.shell.source.Token;

/** The names of a session, for the advice on those that are misspelt. */
final class KnownNames implements Names {
    private static final List<String> COMMON = List.of(
            "String",
            "System",
            "Math",
            "Integer",
            "Double",
            "Boolean",
            "Character",
            "Long",
            "Object",
            "StringBuilder",
            "Exception",
            "RuntimeException",
            "IllegalArgumentException",
            "Thread",
            "Runnable",
            "Comparable",
            "Iterable",
            "List",
            "ArrayList",
            "Map",
            "HashMap",
            "Set",
            "HashSet",
            "Arrays",
            "Collections",
            "Scanner",
            "Random",
            "Optional",
            "LinkedList",
            "Stream",
            "Collectors",
            "IntStream",
            "Function",
            "Files",
            "Path",
            "Deque",
            "ArrayDeque",
            "TreeMap",
            "TreeSet",
            "Iterator",
            "int",
            "double",
            "boolean",
            "char",
            "long",
            "void",
            "return",
            "while",
            "for",
            "true",
            "false",
            "null");

    private final Session session;
    private final Cell cell;
    private final List<String> preferred;

    /**
     * @param preferred packages whose types are likelier than others of the name
     */
    KnownNames(Session session, Cell cell, List<String> preferred) {
        this.session = session;
        this.cell = cell;
        this.preferred = preferred;
    }

    @Override
    public Collection<String> alone() {
        Set<String> names = new HashSet<>(COMMON);
        session.declared().forEach(d -> names.add(d.name()));
        for (Import i : session.imported()) {
            if (i.single()) {
                names.add(i.name());
            } else if (i.isStatic()) {
                names.addAll(members(i.path().substring(0, i.path().length() - 2)));
            }
        }
        names.addAll(declaredHere());
        return names;
    }

    /** Names that stand behind a type in the cell itself: none of it is declared yet when it is rejected. */
    private Collection<String> declaredHere() {
        var names = new ArrayList<String>();
        List<Token> tokens = Lexer.tokens(cell.source());
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            boolean typed = before.kind() == Token.Kind.WORD || before.is(">") || before.is("]");
            boolean ends = List.of("=", ";", ",", ")", "(", ":")
                    .contains(tokens.get(i + 1).text());
            if (typed && ends && tokens.get(i).kind() == Token.Kind.WORD) {
                names.add(tokens.get(i).text());
            }
        }
        return names;
    }

    @Override
    public Collection<String> membersOf(String type) {
        String bare = type.replaceFirst("^(class|interface) ", "")
                .replaceFirst("<.*", "")
                .strip();
        Optional<Definition> own = session.declared().stream()
                .filter(d -> d.kind() == Definition.Kind.TYPE && d.name().equals(bare))
                .findFirst();
        if (own.isPresent()) {
            return members(Javac.PACKAGE + "." + own.get().holder() + "$" + bare);
        }
        return candidates(bare).stream()
                .map(this::members)
                .filter(m -> !m.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> candidates(String simple) {
        var names = new ArrayList<String>(List.of("java.lang." + simple));
        for (Import i : session.imported()) {
            String path = i.path();
            if (i.name().equals(simple)) {
                names.add(path);
            } else if (path.endsWith(".*") && !i.isStatic()) {
                names.add(path.substring(0, path.length() - 1) + simple);
            }
        }
        names.addAll(importable(simple));
        return names;
    }

    private Collection<String> members(String name) {
        try {
            Class<?> type = Class.forName(name, false, session.loader());
            var names = new HashSet<String>();
            for (Method method : type.getMethods()) {
                names.add(method.getName());
            }
            for (Field field : type.getFields()) {
                names.add(field.getName());
            }
            return names;
        } catch (ClassNotFoundException | LinkageError e) {
            return List.of();
        }
    }

    @Override
    public List<String> importable(String simpleName) {
        if (simpleName.isEmpty() || !Character.isUpperCase(simpleName.charAt(0))) {
            return List.of();
        }
        return session.packages().stream()
                .filter(p -> session.loader().getResource(p.replace('.', '/') + "/" + simpleName + ".class") != null)
                .sorted(Comparator.comparingInt(this::likely).thenComparing(Comparator.naturalOrder()))
                .map(p -> p + "." + simpleName)
                .toList();
    }

    private int likely(String packageName) {
        if (preferred.stream().anyMatch(packageName::startsWith)) {
            return -1;
        }
        List<String> first = List.of("java.util", "java.io", "java.time", "java.nio", "java.net", "java.");
        for (int i = 0; i < first.size(); i++) {
            if (packageName.startsWith(first.get(i))) {
                return i;
            }
        }
        return first.size();
    }
}

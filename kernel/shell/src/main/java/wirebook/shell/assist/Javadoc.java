package wirebook.shell.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import wirebook.shell.compile.Javac;
import wirebook.shell.compile.Unit;

/** Documentation, parameter names and source text of the JDK and of libraries, read from their sources when asked for. */
public final class Javadoc implements AutoCloseable {
    private static final int REMEMBERED = 60;

    /** What the source says of one declaration. */
    record Entry(String comment, List<String> parameters, String source) {
        static final Entry NONE = new Entry("", List.of(), "");
    }

    private final Javac javac;
    private final List<Path> places;
    private final Map<Path, ZipFile> open = new HashMap<>();
    private final Map<String, Map<String, Entry>> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Entry>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param places source jars and folders, besides the JDK's {@code src.zip}
     */
    public Javadoc(Javac javac, List<Path> places) {
        this.javac = javac;
        var all = new ArrayList<>(places);
        all.add(Path.of(System.getProperty("java.home"), "lib", "src.zip"));
        this.places = List.copyOf(all);
    }

    /** What is known of {@code element}; {@link Entry#NONE} without its source. */
    Entry of(Element element) {
        TypeElement top = outermost(element);
        if (top == null) {
            return Entry.NONE;
        }
        String file = file(top);
        return read.computeIfAbsent(file, f -> source(f, top).map(this::parse).orElse(Map.of()))
                .getOrDefault(key(element), Entry.NONE);
    }

    private static @Nullable TypeElement outermost(Element element) {
        TypeElement top = null;
        for (Element e = element; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            top = e instanceof TypeElement type ? type : top;
        }
        return top;
    }

    private static String file(TypeElement top) {
        return top.getQualifiedName().toString().replace('.', '/') + ".java";
    }

    private Optional<String> source(String file, TypeElement top) {
        String module = moduleOf(top);
        for (Path place : places) {
            for (String name : List.of(file, module + "/" + file)) {
                Optional<String> text = Files.isDirectory(place) ? inFolder(place, name) : inJar(place, name);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private static String moduleOf(TypeElement top) {
        Element at = top;
        while (at.getEnclosingElement() != null) {
            at = at.getEnclosingElement();
        }
        return at.toString();
    }

    private static Optional<String> inFolder(Path folder, String name) {
        try {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<String> inJar(Path jar, String name) {
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        try {
            ZipFile zip = open.get(jar);
            if (zip == null) {
                zip = new ZipFile(jar.toFile());
                open.put(jar, zip);
            }
            ZipEntry entry = zip.getEntry(name);
            return entry == null
                    ? Optional.empty()
                    : Optional.of(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Map<String, Entry> parse(String text) {
        var unit = new Unit("Source", text, List.of());
        return javac.round(List.of(unit), round -> {
            CompilationUnitTree tree = round.parse().getFirst();
            var entries = new HashMap<String, Entry>();
            new Collector(round, tree, text, entries).scan(new TreePath(tree), null);
            return entries;
        });
    }

    private static String key(Element element) {
        return switch (element) {
            case ExecutableElement method -> owner(method) + "#" + name(method) + "(" + Signature.shape(method) + ")";
            case TypeElement type -> nested(type);
            default -> owner(element) + "#" + element.getSimpleName();
        };
    }

    private static String name(ExecutableElement method) {
        return method.getSimpleName().toString();
    }

    private static String owner(Element member) {
        Element owner = member.getEnclosingElement();
        return owner instanceof TypeElement type ? nested(type) : "";
    }

    private static String nested(TypeElement type) {
        String simple = type.getSimpleName().toString();
        return type.getEnclosingElement() instanceof TypeElement outer ? nested(outer) + "." + simple : simple;
    }

    /** Walks one source file and keeps what completion and inspection show. */
    private static final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Javac.Round round;
        private final CompilationUnitTree unit;
        private final String text;
        private final Map<String, Entry> entries;

        Collector(Javac.Round round, CompilationUnitTree unit, String text, Map<String, Entry> entries) {
            this.round = round;
            this.unit = unit;
            this.text = text;
            this.entries = entries;
        }

        private String owner() {
            var names = new ArrayList<String>();
            for (TreePath p = getCurrentPath(); p != null; p = p.getParentPath()) {
                if (p.getLeaf() instanceof ClassTree type) {
                    names.addFirst(type.getSimpleName().toString());
                }
            }
            return String.join(".", names);
        }

        private void add(String key, Tree tree, List<String> parameters) {
            String comment = round.trees().getDocComment(getCurrentPath());
            int from = (int) round.trees().getSourcePositions().getStartPosition(unit, tree);
            int to = (int) round.trees().getSourcePositions().getEndPosition(unit, tree);
            boolean small = !(tree instanceof ClassTree);
            String source = small && from >= 0 && to > from ? text.substring(from, to) : "";
            entries.put(key, new Entry(comment == null ? "" : comment, parameters, source));
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
            add(owner(), tree, List.of());
            super.visitClass(tree, null);
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
            String shape = tree.getParameters().stream()
                    .map(p -> Signature.erased(String.valueOf(p.getType())))
                    .collect(Collectors.joining(","));
            List<String> names = tree.getParameters().stream()
                    .map(p -> p.getName().toString())
                    .toList();
            add(owner() + "#" + tree.getName() + "(" + shape + ")", tree, names);
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
            add(owner() + "#" + tree.getName(), tree, List.of());
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : open.values()) {
            zip.close();
        }
    }
}

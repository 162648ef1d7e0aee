package wirebook.shell.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import com.sun.tools.javac.code.Scope.WriteableScope;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The compiler, kept warm: each round reuses what earlier rounds have learnt of the JDK and the class path. */
public final class Javac implements AutoCloseable {
    /** The package of everything that cells declare. */
    public static final String PACKAGE = "cells";

    private final List<String> options;
    private final Files files;
    private final List<Files.Compiled> declared = new ArrayList<>();
    private final Map<Context, Integer> entered = new WeakHashMap<>();
    private JavacTaskPool pool = new JavacTaskPool(2);

    /** A compiler with these options besides our own. */
    public Javac(List<String> extraOptions) {
        var all = new ArrayList<>(List.of("-proc:none", "-parameters", "--should-stop=ifError=FLOW", "-Xlint:none"));
        all.addAll(extraOptions);
        options = List.copyOf(all);
        files = new Files(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, null));
    }

    /** What is done with one round. */
    @FunctionalInterface
    public interface Use<T> {
        /** Uses the round; nothing of it may be kept. */
        T in(Round round) throws IOException;
    }

    /**
     * Runs one round.
     *
     * @param units what to compile
     */
    public synchronized <T> T round(List<Unit> units, Use<T> use) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        List<Files.Source> sources = units.stream().map(Files.Source::new).toList();
        return pool.getTask(Writer.nullWriter(), files, problems, options, null, sources, task -> {
            Context context = ((BasicJavacTask) task).getContext();
            try {
                return use.in(new Round(task, context, problems));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                forget(context);
                files.outputs.clear();
            }
        });
    }

    /** Class files, by binary name, that later rounds may name. */
    public synchronized void declare(Map<String, byte[]> classes) {
        classes.forEach((name, bytes) -> declared.add(new Files.Compiled(name, bytes)));
    }

    /** Compiles against this class path from now on. */
    public synchronized void classPath(Collection<Path> path) throws IOException {
        files.classPath(path);
        pool = new JavacTaskPool(2);
    }

    /** What can be imported, as the class path is now. */
    public synchronized Packages packages() {
        return files.packages();
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PackageSymbol cells(Context context) {
        Symtab symbols = Symtab.instance(context);
        return symbols.enterPackage(
                symbols.unnamedModule, Names.instance(context).fromString(PACKAGE));
    }

    /** The pool forgets the outer classes of a round; their package, and classes that generating moved out of them, stay. */
    private void forget(Context context) {
        PackageSymbol cells = cells(context);
        Symtab symbols = Symtab.instance(context);
        Names names = Names.instance(context);
        files.outputs.keySet().forEach(name -> symbols.removeClass(symbols.unnamedModule, names.fromString(name)));
        cells.members_field = WriteableScope.create(cells);
    }

    /** One round of the compiler: parse, then analyze, then generate, as far as one needs. */
    public final class Round {
        private final JavacTask task;
        private final Context context;
        private final DiagnosticCollector<JavaFileObject> problems;

        private Round(JavacTask task, Context context, DiagnosticCollector<JavaFileObject> problems) {
            this.task = task;
            this.context = context;
            this.problems = problems;
        }

        /** The trees of the units, in order. */
        public List<CompilationUnitTree> parse() throws IOException {
            var trees = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(trees::add);
            return trees;
        }

        /** Attributes everything. {@link #parse} must have been called. */
        public void analyze() throws IOException {
            enterDeclared();
            task.analyze();
        }

        /** The class files of the units, by binary name; empty if there were errors. */
        public Map<String, byte[]> generate() throws IOException {
            task.generate();
            return problems().isEmpty() ? files.classes() : Map.of();
        }

        /** Positions and types. */
        public Trees trees() {
            return Trees.instance(task);
        }

        /** The task itself, for its elements and types. */
        public JavacTask task() {
            return task;
        }

        /** The errors so far. */
        public List<Problem> problems() {
            return problems.getDiagnostics().stream()
                    .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                    .map(Javac::problem)
                    .toList();
        }

        /** javac lists a package once for all rounds, so classes that came later are entered by hand. */
        private void enterDeclared() {
            Symtab symbols = Symtab.instance(context);
            Names names = Names.instance(context);
            PackageSymbol cells = cells(context);
            int from = entered.getOrDefault(context, 0);
            for (Files.Compiled file : declared.subList(from, declared.size())) {
                ClassSymbol symbol = symbols.enterClass(
                        symbols.unnamedModule, names.fromString(file.name().substring(PACKAGE.length() + 1)), cells);
                symbol.classfile = file;
            }
            entered.put(context, declared.size());
        }
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> d) {
        Unit unit = d.getSource() instanceof Files.Source source ? source.unit() : null;
        return new Problem(
                unit,
                d.getStartPosition(),
                d.getPosition(),
                d.getEndPosition(),
                String.valueOf(d.getCode()),
                Holders.plain(d.getMessage(Locale.ROOT)));
    }
}

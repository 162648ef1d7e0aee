package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = new Notebook();
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @Test
    void theLastExpressionOfACellIsItsValue() {
        assertThat(notebook.run("int x = 5;\nx * 2")).isEqualTo(Evaluation.Value.of(10, "int"));
        assertThat(notebook.value("x + 1")).isEqualTo(6);
    }

    @Test
    void aValueIsTheLiveObjectWithItsStaticType() {
        notebook.done("var words = new ArrayList<String>();");
        var value = (Evaluation.Value) notebook.run("words");
        assertThat(value.type()).isEqualTo("ArrayList<String>");
        notebook.done("words.add(\"a\");");
        assertThat(value.value()).isEqualTo(List.of("a"));
    }

    @Test
    void whatEndsWithASemicolonHasNoValue() {
        notebook.done("int x = 5;");
        notebook.done("x = 7;");
        notebook.done("");
        notebook.done("// nothing but a comment");
        notebook.done(";");
    }

    @Test
    void nullIsAValue() {
        assertThat(notebook.run("null")).isEqualTo(Evaluation.Value.of(null, "null"));
    }

    @Test
    void aVoidCallWithoutSemicolonRunsOnceAndHasNoValue() {
        notebook.done("System.out.println(\"once\")");
        assertThat(notebook.last().out()).isEqualTo("once\n");
    }

    @Test
    void aSwitchExpressionIsAValue() {
        assertThat(notebook.value("switch (3) { case 3 -> \"three\"; default -> \"other\"; }"))
                .isEqualTo("three");
    }

    @Test
    void everythingThatJavaDeclaresCanBeDeclared() {
        notebook.done("""
                import java.util.concurrent.atomic.AtomicInteger;
                public static final int LIMIT = 3, TWICE[] = {1, 2};
                private static int half(final int n) { return n / 2; }
                <T extends Comparable<T>> T most(List<? extends T> all) throws IllegalStateException {
                    return all.stream().max(Comparator.naturalOrder()).get();
                }
                public abstract class Shape { abstract double area(); }
                final class Square extends Shape { double side = 2; double area() { return side * side; } }
                enum Light { RED { Light next() { return GREEN; } }, GREEN { Light next() { return RED; } }; abstract Light next(); }
                @interface Note { String value() default ""; }
                @Note("a record") record Pair<A, B>(A first, B second) { Pair { Objects.requireNonNull(first); } }
                sealed interface Answer permits Yes, No {}
                record Yes() implements Answer {}
                record No() implements Answer {}
                """);
        assertThat(notebook.value("LIMIT + TWICE.length + half(8)")).isEqualTo(9);
        assertThat(notebook.value("most(List.of(3, 9, 4))")).isEqualTo(9);
        assertThat(notebook.value("new Square().area()")).isEqualTo(4.0);
        assertThat(notebook.value("Light.RED.next().name()")).isEqualTo("GREEN");
        assertThat(notebook.value("new Pair<>(1, \"b\").second()")).isEqualTo("b");
        assertThat(notebook.value("Answer a = new Yes();\nswitch (a) { case Yes y -> 1; case No n -> 2; }"))
                .isEqualTo(1);
        assertThat(notebook.value("new AtomicInteger(4).get()")).isEqualTo(4);
    }

    @Test
    void everyStatementOfJavaRuns() {
        notebook.done("""
                int n = 0;
                if (n == 0) n++; else n = 100;
                for (int i = 0; i < 3; i++) { if (i == 1) continue; n += i; }
                do n++; while (n < 5);
                do { n++; } while (n < 10);
                outer:
                for (;;) { while (true) { break outer; } }
                try { throw new java.io.IOException("x"); } catch (java.io.IOException e) { n += 10; } finally { n += 100; }
                try (var s = Stream.of(1)) { n += s.mapToInt(i -> i).sum(); }
                switch (n) { case 121: n++; break; default: n = 0; }
                synchronized (this_()) { n++; }
                { int local = 1; n += local; }
                assert n > 0;
                Object this_() { return "lock"; }
                """);
        assertThat(notebook.value("n")).isEqualTo(124);
    }

    @Test
    void variablesKeepTheTypesThatVarGivesThem() {
        notebook.done("""
                var list = List.of(1, 2);
                var map = new HashMap<String, List<? super Integer>>();
                var anonymous = new Object() { int hidden = 3; };
                var array = new int[][] {{1}, {2, 3}};
                var wild = (Class<? extends Number>) Integer.class;
                var both = List.of(1, "a");
                var c = 'c'; var d = 1.5f;
                """);
        assertThat(notebook.value("list.get(0) + array[1].length + both.size()"))
                .isEqualTo(5);
        assertThat(notebook.value("wild.getSimpleName() + c + d")).isEqualTo("Integerc1.5");
    }

    @Test
    void whatACellDeclaresMayBeUsedAboveItsDeclaration() {
        assertThat(notebook.value("""
                boolean even(int n) { return n == 0 || odd(n - 1); }
                boolean odd(int n) { return n != 0 && even(n - 1); }
                class Node { Leaf leaf = new Leaf(); }
                class Leaf { int size = sizeOf(3); }
                int sizeOf(int n) { return n * 2; }
                even(10) ? new Node().leaf.size : 0
                """)).isEqualTo(6);
    }

    @Test
    void overloadsMayStandInDifferentCells() {
        notebook.done("String say(int n) { return \"int\"; }");
        notebook.done("String say(String s) { return \"text \" + say(s.length()); }");
        assertThat(notebook.value("say(1) + \", \" + say(\"a\")")).isEqualTo("int, text int");
    }

    @Test
    void aVariableMayBeDeclaredTwiceInACell() {
        assertThat(notebook.value("int x = 1;\nint y = x + 1;\nString x = \"text \" + y;\nx"))
                .isEqualTo("text 2");
    }

    @Test
    void aCellOfTenThousandLinesRuns() {
        assertThat(notebook.value("int sum = 0;\n" + "sum += 1;\n".repeat(10_000) + "sum"))
                .isEqualTo(10_000);
    }

    @Test
    void aStatementThatFailsStopsItsCell() {
        assertThat(notebook.failed("int x = 1;\nx = 2;\nx = 1 / 0;\nx = 3;").ename())
                .isEqualTo("ArithmeticException");
        assertThat(notebook.value("x")).isEqualTo(2);
    }

    @Test
    void aCellThatDoesNotCompileChangesNothing() {
        notebook.done("int x = 1;");
        assertThat(notebook.failed("x = 2;\nint y = 3;\nx = \"text\";").ename()).isEqualTo("CompileError");
        assertThat(notebook.value("x")).isEqualTo(1);
        assertThat(notebook.failed("y").ename()).isEqualTo("CompileError");
    }

    @Test
    void aUseOfSomethingNotYetDefinedIsReported() {
        assertThat(notebook.failed("int f() { return g(); }").traceback()).anyMatch(line -> line.contains("g()"));
        assertThat(notebook.failed("f()").evalue()).contains("f()");
    }

    @Test
    void packagePrivateMembersAreReachedFromOtherCells() {
        notebook.done("class Counter { int n; Counter(int start) { n = start; } int next() { return ++n; } }");
        notebook.done("var counter = new Counter(4);");
        assertThat(notebook.value("counter.next() + counter.n")).isEqualTo(10);
        assertThat(notebook.value("new Counter(1) { int next() { return -1; } }.next()"))
                .isEqualTo(-1);
    }

    @Test
    void variablesAreListedWithTypeAndValue() {
        notebook.done("int x = 5; String s = \"a\";");
        assertThat(notebook.shell().variables())
                .containsExactly(new Variable("x", "int", 5), new Variable("s", "String", "a"));
    }

    @Test
    void userExpressionsNeedNoNumber() {
        assertThat(notebook.shell().evaluate(Cell.of("1 + 1"), Console.silent()))
                .isEqualTo(Evaluation.Value.of(2, "int"));
    }
}

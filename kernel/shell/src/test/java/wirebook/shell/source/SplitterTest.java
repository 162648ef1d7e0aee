package wirebook.shell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitterTest {
    record Example(String source, List<String> parts) {}

    static Stream<Example> examples() {
        return Stream.of(
                new Example("int x = 5; x", List.of("CODE int x = 5;", "CODE x")),
                new Example(
                        "import java.util.*;\nclass A { int f; }\nvoid g() { }",
                        List.of("IMPORT import java.util.*;", "TYPE class A { int f; }", "METHOD void g() { }")),
                new Example(
                        "if (a) { b(); } else if (c) d(); else { e(); } f();",
                        List.of("CODE if (a) { b(); } else if (c) d(); else { e(); }", "CODE f();")),
                new Example(
                        "try { a(); } catch (E e) { } finally { } b()",
                        List.of("CODE try { a(); } catch (E e) { } finally { }", "CODE b()")),
                new Example("do { a(); } while (b); c();", List.of("CODE do { a(); } while (b);", "CODE c();")),
                new Example(
                        "Runnable r = () -> { a(); b(); }; r.run();",
                        List.of("CODE Runnable r = () -> { a(); b(); };", "CODE r.run();")),
                new Example(
                        "<T> List<T> f(T[] t) throws E, F { return null; } 1",
                        List.of("METHOD <T> List<T> f(T[] t) throws E, F { return null; }", "CODE 1")),
                new Example(
                        "@A(b = {1}) public static record P<T>(T t) { }\n@interface N { }",
                        List.of("TYPE @A(b = {1}) public static record P<T>(T t) { }", "TYPE @interface N { }")),
                new Example(
                        "int[] a = {1, 2}; new Thread() { public void run() { } }.start(); \";}\" + '{'",
                        List.of(
                                "CODE int[] a = {1, 2};",
                                "CODE new Thread() { public void run() { } }.start();",
                                "CODE \";}\" + '{'")),
                new Example(
                        "for (int i = 0; i < 3; i++) a(); /* { */ // {\n{ b(); }",
                        List.of("CODE for (int i = 0; i < 3; i++) a();", "CODE { b(); }")),
                new Example(
                        "String s = \"\"\"\n  { \\\"\"\" }\n  \"\"\"; record.go();",
                        List.of("CODE String s = \"\"\"\n  { \\\"\"\" }\n  \"\"\";", "CODE record.go();")),
                new Example(
                        "outer: for (;;) { break outer; } x = switch (y) { default -> 1; };",
                        List.of("CODE outer: for (;;) { break outer; }", "CODE x = switch (y) { default -> 1; };")),
                new Example(
                        "sealed interface S permits A { }\nnon-sealed class A implements S { }",
                        List.of("TYPE sealed interface S permits A { }", "TYPE non-sealed class A implements S { }")),
                new Example(";;", List.of()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aCellFallsIntoItsSnippets(Example example) {
        assertThat(Splitter.split(example.source()))
                .map(c -> c.kind() + " " + example.source().substring(c.start(), c.end()))
                .isEqualTo(example.parts());
    }
}

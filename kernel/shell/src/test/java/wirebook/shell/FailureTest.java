package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.AssertionFailedError;

/** Whatever a cell does, the session lives and says what happened. */
@Timeout(60)
class FailureTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() throws URISyntaxException {
        notebook = new Notebook(Options.standard()
                .classPath(List.of(jar(Test.class), jar(JUnitException.class), jar(AssertionFailedError.class))));
    }

    private static Path jar(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3);",
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);",
                "IntConsumer leave = System::exit; leave.accept(3);",
                "try { System.exit(3); } catch (Throwable t) { while (true) { } }",
                "void quit() { System.exit(3); } quit();",
            })
    void exitEndsTheCellWithAnErrorAndNotTheKernel(String source) {
        assertThat(notebook.failed(source).evalue()).isEqualTo("the cell called System.exit(3); the notebook goes on");
        assertThat(notebook.value("1 + 1")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var all = new ArrayList<long[]>(); while (true) { all.add(new long[Integer.MAX_VALUE / 4]); }",
                "throw new OutOfMemoryError(\"none left\");"
            })
    void memoryThatRunsOutIsSaid(String source) {
        assertThat(notebook.failed(source).ename()).isEqualTo("OutOfMemoryError");
        assertThat(notebook.value("1 + 1")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var a = new Exception(); var b = new Exception(a); a.initCause(b); throw a;",
                "throw new RuntimeException() { public StackTraceElement[] getStackTrace() { throw new IllegalStateException(); } };",
                "throw new RuntimeException() { public Throwable getCause() { throw new IllegalStateException(); } };",
                "throw new RuntimeException() { public String getMessage() { throw new IllegalStateException(); } };",
                "throw new Throwable(\"neither an exception nor an error\");"
            })
    void anExceptionThatIsOddEndsTheCellAndNothingElse(String source) {
        assertThat(notebook.failed(source).traceback()).isNotEmpty();
        assertThat(notebook.value("1 + 1")).isEqualTo(2);
    }

    @Test
    void anInitialiserThatThrowsIsShownWithItsCause() {
        List<String> lines = notebook.failed("class Bad { static int x = Integer.parseInt(\"x\"); }\nBad.x")
                .traceback();
        assertThat(lines.getFirst()).isEqualTo("ExceptionInInitializerError");
        assertThat(lines).anyMatch(l -> l.startsWith("caused by NumberFormatException"));
    }

    @Test
    void framesAreLinesOfCells() {
        notebook.done("\n\nint half(int n) {\n\n    return n / 0;\n}");
        List<String> lines = notebook.failed(
                        "\n// a comment\nint y = 1;\nSupplier<Integer> s = () ->\n    half(y);\ns.get()")
                .traceback();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo("ArithmeticException: / by zero");
        assertThat(lines.get(1)).matches("    at cell \\[\\d+\\], line 5, in half");
        assertThat(lines.get(2)).isEqualTo("       return n / 0;");
        assertThat(lines.get(3)).matches("    at cell \\[\\d+\\], line 5");
        assertThat(lines.get(4)).matches("    at cell \\[\\d+\\], line 6");
    }

    @Test
    void framesOfPackagesThatTheHostHidesAreLeftOut() throws URISyntaxException {
        Path classes = Path.of(Teacher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var options = Options.standard()
                .classPath(List.of(classes))
                .shared(Teacher.class.getClassLoader(), "wirebook.shell"::equals)
                .hidden(List.of("wirebook."));
        try (var own = new Notebook(options)) {
            assertThat(own.failed("wirebook.shell.Teacher.check(-1)").traceback())
                    .containsExactly(
                            "IllegalArgumentException: -1 is below 0",
                            "    at cell [1], line 1",
                            "       wirebook.shell.Teacher.check(-1)");
            assertThat(own.value("wirebook.shell.Teacher.class")).isSameAs(Teacher.class);
        }
    }

    /** A class that a host shares. */
    public static final class Nothing {}

    @Test
    void aFailedAssertionSaysWhatWasExpected() {
        List<String> lines = notebook.failed(
                        "org.junit.jupiter.api.Assertions.assertEquals(41, 40 + 2, \"the answer\");")
                .traceback();
        assertThat(lines.subList(0, 3))
                .containsExactly("AssertionFailedError: the answer", "    expected: 41", "    but was:  42");
        assertThat(notebook.failed(
                                "org.junit.jupiter.api.Assertions.assertEquals(\"a\".repeat(200), \"b\".repeat(200));")
                        .traceback())
                .allMatch(l -> l.length() < 80 || l.contains("assertEquals"));
    }

    @Test
    void theKernelsOwnLibrariesAreInvisible() {
        assertThat(notebook.failed("Class.forName(\"wirebook.shell.JavaShell\")")
                        .ename())
                .isEqualTo("ClassNotFoundException");
        assertThat(notebook.failed("import org.eclipse.aether.RepositorySystem;")
                        .ename())
                .isEqualTo("CompileError");
        assertThat(notebook.failed("Class.forName(\"org.assertj.core.api.Assertions\")")
                        .ename())
                .isEqualTo("ClassNotFoundException");
        assertThat(notebook.value("javax.tools.ToolProvider.getSystemJavaCompiler() != null"))
                .isEqualTo(true);
    }

    @Test
    void aValueWhoseMessageThrowsIsStillShown() {
        assertThat(notebook.failed(
                                "throw new RuntimeException() { public String getMessage() { throw new IllegalStateException(); } };")
                        .ename())
                .isEqualTo("RuntimeException");
    }
}

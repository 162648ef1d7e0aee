package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session on plain JShell does besides running cells. */
@Timeout(120)
class PlainJShellTest {
    private static final String NOTE = "cells run on plain JShell here, which is slower than usual";

    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = new Notebook(Options.standard().environment(Map.of("WIREBOOK_ENGINE", "jshell")));
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    /** A JVM without the options that open the compiler's insides, as a test starts it. */
    static final class Closed {
        private Closed() {}

        public static void main(String[] arguments) {
            try (JavaShell shell = JavaShell.open(Options.standard())) {
                System.out.println(shell.evaluate(Cell.of("6 * 7"), Console.silent()));
            }
        }
    }

    @Test
    void itTakesOverWhereTheCompilersInsidesAreClosed() throws Exception {
        String path = System.getProperty("jdk.module.path", "")
                + java.io.File.pathSeparator
                + System.getProperty("java.class.path")
                + java.io.File.pathSeparator
                + Path.of("target", "classes")
                + java.io.File.pathSeparator
                + Path.of("target", "test-classes");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path,
                        Closed.class.getName())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(out.strip()).isEqualTo("Value[value=42, type=int, notes=[" + NOTE + "]]");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void itSaysOnceThatItIsSlow() {
        assertThat(notebook.run("1 + 1")).isEqualTo(new Evaluation.Value(2, "int", List.of(NOTE)));
        assertThat(notebook.run("1 + 1")).isEqualTo(Evaluation.Value.of(2, "int"));
    }

    @Test
    void mistakesStandAtTheLinesOfTheCell() {
        assertThat(notebook.failed("int x = 5;\n\nint y = \"text\";").traceback())
                .containsSequence(
                        "cell [1], line 3: incompatible types: String cannot be converted to int",
                        "  int y = \"text\";",
                        "          ^^^^^^");
        notebook.done("int half(int n) {\n    return n / 0;\n}");
        assertThat(notebook.failed("int z = 1;\nz = half(z);").traceback())
                .containsExactly(
                        "ArithmeticException: / by zero",
                        "    at cell [2], line 2, in half",
                        "       return n / 0;",
                        "    at cell [3], line 2");
        assertThat(notebook.failed("int f() { return g(); }").evalue()).contains("g()");
    }

    @Test
    void endingTheJvmEndsTheCell() {
        assertThat(notebook.failed("System.exit(3)").ename()).isEqualTo("SystemExit");
        assertThat(notebook.value("6 * 7")).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.println(); while (true) {}",
                "System.out.println(); Thread.sleep(1_000_000);",
                "void spin() { while (true) { } } System.out.println(); spin();"
            })
    void anInterruptEndsTheCellAndVariablesSurvive(String source) throws Exception {
        notebook.done("int kept = 5;");
        var started = new CompletableFuture<Void>();
        var out = new OutputStream() {
            @Override
            public void write(int octet) {
                started.complete(null);
            }
        };
        var console = new Console(out, out, java.io.InputStream.nullInputStream(), bundle -> {});
        var end = CompletableFuture.supplyAsync(() -> notebook.shell().evaluate(Cell.of(source), console));
        started.get(60, TimeUnit.SECONDS);
        notebook.shell().interrupt();
        assertThat(end.get(60, TimeUnit.SECONDS)).isInstanceOf(Evaluation.Interrupted.class);
        assertThat(notebook.value("kept")).isEqualTo(5);
    }

    @Test
    void variablesAreLiveAndAResetForgetsThem() {
        notebook.done("int x = 5; var words = new ArrayList<String>(List.of(\"a\"));");
        assertThat(notebook.shell().variables())
                .containsExactly(new Variable("x", "int", 5), new Variable("words", "ArrayList<String>", List.of("a")));
        notebook.done("int twice(int n) { return 2 * n; }");
        notebook.done("%reset");
        assertThat(notebook.shell().variables()).isEmpty();
        assertThat(notebook.failed("twice(1)").ename()).isEqualTo("CompileError");
        assertThat(notebook.value("List.of(1).size()")).isEqualTo(1);
    }

    @Test
    void editorsAreAnswered() {
        notebook.done("String word = \"abc\";");
        JavaShell shell = notebook.shell();
        assertThat(shell.complete("int n = 1;\nword.isEm", 20).items())
                .extracting(Completions.Item::text)
                .contains("isEmpty()");
        assertThat(shell.complete("int n = 1;\nword.isEm", 20).start()).isEqualTo(16);
        assertThat(shell.inspect("word", 2, 0).orElseThrow().text())
                .contains("word")
                .contains("String");
        assertThat(shell.isComplete("int n = 1;").status()).isEqualTo(Completeness.Status.COMPLETE);
        assertThat(shell.isComplete("for (;;) {").status()).isEqualTo(Completeness.Status.INCOMPLETE);
        assertThat(shell.isComplete("int n = ];").status()).isEqualTo(Completeness.Status.INVALID);
    }
}

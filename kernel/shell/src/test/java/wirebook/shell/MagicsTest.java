package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MagicsTest {
    @TempDir
    Path folder;

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
    void magicsRunInOrderWithTheJavaAroundThem() {
        assertThat(notebook.value("int x = 1;\n%time x = 5;\nx")).isEqualTo(5);
        assertThat(notebook.last().out()).matches("took .* compiling included\n");
    }

    @Test
    void aRemainderOverTwoLinesIsNoMagic() {
        assertThat(notebook.value("int who2 = 4;\n17\n  % who2")).isEqualTo(1);
    }

    @Test
    void anUnknownMagicSaysWhichAreKnown() {
        assertThat(notebook.failed("%tiem 1").traceback())
                .first()
                .isEqualTo("there is no magic %tiem; did you mean %time?");
        assertThat(String.join(" ", notebook.failed("%%nothing").traceback())).contains("%%markdown");
    }

    @Test
    void timeitSaysHowLongARunTakes() {
        notebook.done("%timeit Math.sqrt(2)");
        assertThat(notebook.last().out()).contains("a run (median of 7 rounds");
        notebook.done("%%timeit\nint n = 0;\nn++;");
    }

    @Test
    void richTextGoesToTheDisplay() {
        notebook.done("%%html\n<b>bold</b>");
        assertThat(notebook.last().displays())
                .containsExactly(Map.of("text/plain", "<b>bold</b>", "text/html", "<b>bold</b>"));
        notebook.done("%%markdown\n# title");
        assertThat(notebook.last().displays().getFirst()).containsEntry("text/markdown", "# title");
    }

    @Test
    void aShellScriptRunsInTheEnvironmentOfTheSession() {
        notebook.done("%env GREETING=hello");
        notebook.done("%%sh\necho $GREETING\necho wrong >&2");
        assertThat(notebook.last().out()).isEqualTo("hello\n");
        assertThat(notebook.last().err()).isEqualTo("wrong\n");
        assertThat(notebook.failed("%%sh\nexit 3").evalue()).isEqualTo("the script ended with status 3");
    }

    @Test
    void whoListsWhatHasBeenDeclared() {
        notebook.done("int x = 5;\nint twice(int n) { return 2 * n; }\nrecord P(int a) {}");
        notebook.done("%who");
        assertThat(notebook.last().out()).isEqualTo("int x = 5\nint twice(int n)\nrecord P(int a)\n");
    }

    @Test
    void helpHasALineForEachMagic() {
        notebook.done("%help");
        assertThat(notebook.last().out())
                .contains("%maven group:artifact:version …")
                .contains("%%sh");
        notebook.done("%help time");
        assertThat(notebook.last().out()).contains("how long it took");
    }

    @Test
    void aFailureInAMagicsCodeStandsAtItsLine() {
        assertThat(notebook.failed("%%time\nint y = 1;\ny / 0").traceback())
                .containsExactly("ArithmeticException: / by zero", "    at cell [1], line 3", "       y / 0");
    }

    @Test
    void snippetsAndNotebooksAreLoaded() throws IOException {
        Files.writeString(folder.resolve("a.jshell"), "int loaded = 4;\nint f() { return loaded; }\n");
        Files.writeString(folder.resolve("b.ipynb"), """
                {"cells": [{"cell_type": "markdown", "source": ["# no \\"code\\""]},
                  {"cell_type": "code", "metadata": {}, "source": ["int g() {\\n", "    return f() + 1;\\n", "}"]},
                  {"cell_type": "code", "source": "String s = \\"\\u00e4\\";"}], "nbformat": 4}
                """);
        notebook.done("%load " + folder.resolve("a"));
        notebook.done("%load " + folder.resolve("b.ipynb"));
        assertThat(notebook.value("g() + s")).isEqualTo("5ä");
        assertThat(notebook.failed("%load nothing").evalue()).isEqualTo("there is no file nothing");
    }

    @Test
    void jarsAndFoldersGoOnTheClassPath() throws IOException {
        Files.writeString(folder.resolve("note.txt"), "on the path");
        assertThat(notebook.value("%classpath " + folder)).isEqualTo(List.of(folder.toString()));
        assertThat(
                        notebook.value(
                                "new String(Thread.currentThread().getContextClassLoader().getResourceAsStream(\"note.txt\").readAllBytes())"))
                .isEqualTo("on the path");
        assertThat(notebook.failed("%jars missing.jar").evalue()).isEqualTo("there is no file missing.jar");
    }

    @Test
    void patternsStandForFiles() throws IOException {
        for (String name : List.of("a1.jar", "a2.jar", "b.jar")) {
            jar(folder.resolve(name));
        }
        Files.writeString(folder.resolve("note.jar"), "no jar at all");
        assertThat(files("%jars " + folder + "/a?.jar")).containsExactly("a1.jar", "a2.jar");
        assertThat(files("%jars " + folder + "/*.jar")).containsExactly("a1.jar", "a2.jar", "b.jar");
        assertThat(files("%jars " + folder)).containsExactly("a1.jar", "a2.jar", "b.jar");
        assertThat(files("%classpath " + folder + "/")).hasSize(4).contains("b.jar");
        assertThat(notebook.failed("%jars " + folder + "/note.jar").evalue()).endsWith("note.jar is no jar");
        assertThat(notebook.value("1 + 1")).isEqualTo(2);
        assertThat(files("%jars nowhere/*.jar")).isEmpty();
        Path spaced = Files.createDirectories(folder.resolve("my jars"));
        jar(spaced.resolve("c.jar"));
        assertThat(files("%jars \"" + spaced + "/c.jar\"")).containsExactly("c.jar");
    }

    private static void jar(Path file) throws IOException {
        new JarOutputStream(Files.newOutputStream(file), new Manifest()).close();
    }

    private List<String> files(String magic) {
        return ((List<?>) notebook.value(magic))
                .stream()
                        .map(file -> Path.of((String) file).getFileName().toString())
                        .toList();
    }

    @Test
    void aMagicWithinJavaIsACallOfLineMagic() {
        notebook.done("List<String> lineMagic(String name, List<String> words) { return words.reversed(); }");
        assertThat(notebook.value("List<String> given = %jars one \"two \\\"and\\\" more\"\ngiven"))
                .isEqualTo(List.of("two \"and\" more", "one"));
        notebook.done("for (int i = 0; i < 2; i++) {\n    %who\n    // x = %jars\n    String s = \"y = %jars z\";\n}");
        assertThat(notebook.failed("int n = 1\n  = %jars").evalue()).isNotEmpty();
        assertThat(notebook.shell().isComplete("List<String> x = %jars a").status())
                .isEqualTo(Completeness.Status.COMPLETE);
    }

    @Test
    void aHostAddsItsOwn() {
        var mine = JavaShell.open(
                Options.standard(),
                m -> m.line(
                        "%shout text",
                        "Shouts", (text, session) -> {
                            session.print(text.text().toUpperCase(java.util.Locale.ROOT));
                            return Evaluation.Done.QUIETLY;
                        }));
        try (mine) {
            var recording = new Recording();
            mine.evaluate(Cell.of("%shout hello"), recording.console());
            assertThat(recording.out()).isEqualTo("HELLO\n");
        }
    }

    @Test
    void ijavasVariablesAreRead() throws IOException {
        Path script = Files.writeString(folder.resolve("start.jsh"), "int fromFile = 1;");
        var environment = Map.of(
                "IJAVA_STARTUP_SCRIPTS_PATH", script.toString(),
                "IJAVA_STARTUP_SCRIPT", "int fromScript = 2;",
                "JJAVA_CLASSPATH", folder + "/*.jar",
                "IJAVA_TIMEOUT", "2 SECONDS",
                "IJAVA_COMPILER_OPTS", "-Xmaxerrs \"7\"");
        jar(folder.resolve("some.jar"));
        Files.writeString(folder.resolve("damaged.jar"), "no jar at all");
        try (var other = new Notebook(Options.standard().environment(environment))) {
            assertThat(other.value("fromFile + fromScript")).isEqualTo(3);
            other.done("%classpath");
            assertThat(other.last().out()).endsWith("some.jar\n");
            assertThat(other.run("while (true) { }")).isInstanceOf(Evaluation.Interrupted.class);
        }
    }

    @Test
    void aStartUpScriptThatFailsCostsItselfAndNotTheSession() {
        var environment = Map.of("IJAVA_STARTUP_SCRIPT", "int x = ;");
        try (var other = new Notebook(Options.standard().environment(environment))) {
            assertThat(other.value("1 + 1")).isEqualTo(2);
            assertThat(other.last().err()).startsWith("the start-up script fails:");
        }
    }
}

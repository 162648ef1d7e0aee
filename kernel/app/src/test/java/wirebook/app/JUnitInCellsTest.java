package wirebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.AssertionFailedError;
import wirebook.junit.Tests;
import wirebook.shell.Cell;
import wirebook.shell.Console;
import wirebook.shell.Evaluation;
import wirebook.shell.JavaShell;
import wirebook.shell.Options;

/** JUnit 5 in cells, which have it to themselves. */
class JUnitInCellsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void a_test_class_of_a_cell_runs_and_shows_a_table_of_its_tests() {
        try (var shell = JavaShell.open(options())) {
            run(shell, 1, "int add(int a, int b) { return a + b; }\nassertEquals(3, add(1, 2));");
            var table = run(shell, 2, """
                    @TestMethodOrder(MethodOrderer.MethodName.class)
                    class AddTest {
                        @Test void addsTwo() { assertEquals(4, add(2, 2)); }
                        @Test void failsOnPurpose() {
                            assertEquals(5, add(2, 2), "two and two");
                        }
                        @Test @Disabled("not yet") void later() {}
                    }
                    runTests(AddTest.class);""");
            assertThat(table).isEqualTo("""
                    ok       addsTwo
                    FAILED   failsOnPurpose
                             AssertionFailedError: two and two
                                 expected: 5
                                 but was:  4
                                 at cell [2], line 5, in AddTest.failsOnPurpose
                                    assertEquals(5, add(2, 2), "two and two");
                    skipped  later
                             not yet
                    3 tests: 1 ok, 1 failed, 1 skipped
                    """);
            assertThat(run(shell, 3, "%runTests AddTest")).isEqualTo(table);
        }
    }

    private String run(JavaShell shell, int number, String source) {
        out.reset();
        var console = new Console(out, out, InputStream.nullInputStream(), bundle -> {});
        assertThat(shell.evaluate(new Cell(number, source), console)).isInstanceOf(Evaluation.Done.class);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Options options() {
        var path = Stream.of(
                        Test.class,
                        LauncherFactory.class,
                        TestEngine.class,
                        JUnitException.class,
                        JupiterTestEngine.class,
                        AssertionFailedError.class,
                        Tests.class)
                .map(Prelude::home)
                .toList();
        return Options.standard()
                .classPath(path)
                .imports(Stream.concat(Options.IMPORTS.stream(), Prelude.JUNIT.stream())
                        .toList())
                .hidden(List.of("wirebook.", "org.junit.", "org.opentest4j."));
    }
}

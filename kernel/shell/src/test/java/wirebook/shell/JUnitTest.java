package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** JUnit 5 in cells. */
class JUnitTest {

    /** The jars that a host puts on the class path of cells. */
    static List<Path> jars() throws URISyntaxException {
        var jars = new ArrayList<Path>();
        for (Class<?> each : List.of(
                org.junit.jupiter.api.Test.class,
                org.junit.platform.launcher.core.LauncherFactory.class,
                org.junit.platform.engine.TestEngine.class,
                org.junit.platform.commons.JUnitException.class,
                org.junit.jupiter.engine.JupiterTestEngine.class,
                org.opentest4j.AssertionFailedError.class)) {
            jars.add(Path.of(
                    each.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        return jars;
    }

    @Test
    void aTestClassOfACellRunsAndShowsATableOfItsTests() throws URISyntaxException {
        List<String> prelude = Stream.concat(Options.IMPORTS.stream(), Options.junit().stream())
                .toList();
        try (var notebook = new Notebook(Options.standard().classPath(jars()).prelude(prelude))) {
            notebook.done("int add(int a, int b) { return a + b; }\nassertEquals(3, add(1, 2));");
            notebook.done("""
                    @TestMethodOrder(MethodOrderer.MethodName.class)
                    class AddTest {
                        @Test void addsTwo() { assertEquals(4, add(2, 2)); }
                        @Test void failsOnPurpose() {
                            assertEquals(5, add(2, 2), "two and two");
                        }
                        @Test @Disabled("not yet") void later() {}
                    }
                    runTests(AddTest.class);""");
            assertThat(notebook.last().out()).isEqualTo("""
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
            notebook.done("%runTests AddTest");
            assertThat(notebook.last().out()).contains("3 tests: 1 ok");
        }
    }
}

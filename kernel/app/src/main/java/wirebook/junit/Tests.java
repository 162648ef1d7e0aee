package wirebook.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import wirebook.shell.woven.Woven;

/** Runs test classes that cells have defined. */
public final class Tests {
    private Tests() {}

    /** Runs the tests of these classes and prints a table of them: a line for each, then how many went well. */
    public static void runTests(Class<?>... classes) {
        var table = new Table();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes).map(each -> selectClass(each)).toList())
                .build();
        LauncherFactory.create().execute(request, table);
        table.lines.forEach(System.out::println);
        System.out.println(table.sum());
    }

    private static final class Table implements TestExecutionListener {
        final List<String> lines = new ArrayList<>();
        private int passed;
        private int failed;
        private int skipped;

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            skipped++;
            row("skipped", test);
            detail(reason);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean good = result.getStatus() == Status.SUCCESSFUL;
            if (!test.isTest() && good) {
                return;
            }
            passed += good ? 1 : 0;
            failed += good ? 0 : 1;
            row(good ? "ok     " : "FAILED ", test);
            result.getThrowable()
                    .ifPresent(thrown -> Woven.report(thrown).lines().forEach(this::detail));
        }

        private void row(String mark, TestIdentifier test) {
            String method = test.getLegacyReportingName();
            String name = method.replaceFirst("\\(.*\\)$", "");
            String display = test.getDisplayName().equals(method) ? "" : "  " + test.getDisplayName();
            lines.add(mark + "  " + name + display);
        }

        private void detail(String line) {
            lines.add("         " + line);
        }

        String sum() {
            int all = passed + failed + skipped;
            String tests = all == 1 ? " test: " : " tests: ";
            return all + tests + passed + " ok, " + failed + " failed"
                    + (skipped > 0 ? ", " + skipped + " skipped" : "");
        }
    }
}

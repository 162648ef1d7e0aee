import org.junit.jupiter.api.*;
import static org.junit.jupiter.api.Assertions.*;

/** Runs the tests of these classes and prints a table of them: a line for each, then how many went well. */
void runTests(Class<?>... classes) throws Exception {
    var frames = Class.forName("wirebook.shell.woven.Woven").getMethod("report", Throwable.class);
    var lines = new java.util.ArrayList<String>();
    int[] count = new int[3];
    var listener = new org.junit.platform.launcher.TestExecutionListener() {
        void row(String mark, org.junit.platform.launcher.TestIdentifier id) {
            lines.add(mark + "  " + id.getLegacyReportingName().replaceFirst("\\(.*\\)$", "") + ("  " + id.getDisplayName()).replaceFirst("^  " + java.util.regex.Pattern.quote(id.getLegacyReportingName()) + "$", ""));
        }

        public void executionSkipped(org.junit.platform.launcher.TestIdentifier id, String reason) {
            count[2]++;
            row("skipped", id);
            lines.add("         " + reason);
        }

        public void executionFinished(org.junit.platform.launcher.TestIdentifier id, org.junit.platform.engine.TestExecutionResult result) {
            boolean good = result.getStatus() == org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;
            if (!id.isTest() && good) {
                return;
            }
            count[good ? 0 : 1]++;
            row(good ? "ok     " : "FAILED ", id);
            result.getThrowable().ifPresent(t -> {
                try {
                    ((String) frames.invoke(null, t)).lines().forEach(l -> lines.add("         " + l));
                } catch (ReflectiveOperationException e) {
                    lines.add("         " + t);
                }
            });
        }
    };
    var request = org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request();
    for (var each : classes) {
        request.selectors(org.junit.platform.engine.discovery.DiscoverySelectors.selectClass(each));
    }
    org.junit.platform.launcher.core.LauncherFactory.create().execute(request.build(), listener);
    lines.forEach(System.out::println);
    int all = count[0] + count[1] + count[2];
    System.out.println(all + (all == 1 ? " test: " : " tests: ") + count[0] + " ok, " + count[1] + " failed" + (count[2] > 0 ? ", " + count[2] + " skipped" : ""));
}

package wirebook.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import wirebook.bytes.Octets;
import wirebook.net.Client;
import wirebook.net.Link;
import wirebook.net.Network;
import wirebook.net.Rate;
import wirebook.net.Run;
import wirebook.net.Server;
import wirebook.net.Visit;
import wirebook.tcp.profile.Profile;

/** What a trace of a million steps costs: to make, to keep, to search, and to show in part. */
public final class TraceBench {
    private static final int STEPS = 1_000_000;

    private TraceBench() {}

    /** Small segments over a line that loses one in a thousand, until the trace is full. */
    private static Run run(int steps) {
        Profile tcp = Profile.cubic().mss(200);
        Visit visit = Client.of("192.0.2.10")
                .tcp(tcp)
                .over(Link.of()
                        .delay(Duration.ofMillis(1))
                        .rate(Rate.gbps(1))
                        .queue(1_000)
                        .loss(0.001)
                        .seed(7))
                .to(Server.of("198.51.100.7", 7)
                        .tcp(tcp)
                        .does(calls -> calls.receiveAll().close()))
                .open()
                .send(Octets.wrap(new byte[40 * steps]))
                .close()
                .receiveAll();
        return Network.of(visit).steps(steps).run();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.println(String.format(Locale.ROOT, "%-55s %10.1f ms", what, (System.nanoTime() - start) / 1e6));
        return result;
    }

    /** Prints the table. */
    public static void main(String[] arguments) {
        run(STEPS / 10);
        long before = used();
        Run run = timed("a run of a million steps", () -> run(STEPS));
        long kept = used() - before;
        System.out.println(String.format(
                Locale.ROOT,
                "%-55s %10d octets",
                "kept for each step",
                kept / run.trace().steps().size()));
        long found = timed(
                "search all steps for a loss",
                () -> run.trace().steps().stream()
                        .filter(step -> step.what().endsWith("the gap is a loss"))
                        .count());
        System.out.println(String.format(Locale.ROOT, "%-55s %10d", "… found", found));
        timed("show the step in the middle", () -> run.step(STEPS / 2).toString());
        timed("show the next one", () -> run.step(STEPS / 2).next().toString());
    }
}

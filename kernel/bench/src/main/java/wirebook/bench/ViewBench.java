package wirebook.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import wirebook.net.Client;
import wirebook.net.Link;
import wirebook.net.Rate;
import wirebook.net.Server;
import wirebook.replay.Ladder;
import wirebook.replay.Replay;
import wirebook.replay.Trace;
import wirebook.view.View;
import wirebook.view.Views;

/**
 * What showing costs: time and size of a packet's boxes, of a ladder and of a player, for traces of 10, 1,000 and 100,000 events.
 *
 * <p>Medians of warm runs, in milliseconds; sizes are the characters of the HTML. Printed as one table.
 */
public final class ViewBench {
    private static final int WARM = 15;
    private static final int MEASURED = 9;

    private ViewBench() {}

    /** Prints the table. */
    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "%-28s %10s %12s %12s%n", "what", "events", "ms", "characters");
        Trace small = trace(10);
        row("box of a packet", 1, small.flights().getFirst().packet());
        for (int events : List.of(10, 1_000, 100_000)) {
            Trace trace = trace(events);
            int end = Math.min(100, trace.flights().size());
            row(
                    "ladder of " + end + " arrows",
                    trace.steps().size(),
                    Ladder.of(trace).range(0, end));
            row("ladder", trace.steps().size(), Ladder.of(trace));
            row("player", trace.steps().size(), Replay.of(trace));
            row(
                    "one step",
                    trace.steps().size(),
                    Replay.of(trace).step(trace.steps().size() / 2));
        }
    }

    private static void row(String what, int events, Object value) {
        int size = 0;
        double[] times = new double[MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            long start = System.nanoTime();
            View view = Views.of(value).orElseThrow();
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            size = view.html().length();
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "%-28s %10d %12.2f %12d%n", what, events, times[MEASURED / 2], size);
    }

    /** The first so many events of a download. */
    private static Trace trace(int events) {
        Server site = Server.of("198.51.100.7", 80).page("/big", "x".repeat(100 + 500 * events));
        Link wire = Link.of().delay(Duration.ofMillis(20)).rate(Rate.mbps(20)).queue(200);
        Trace whole = Client.of("192.0.2.10")
                .over(wire)
                .to(site)
                .persistent(List.of("/big"))
                .run()
                .trace();
        var steps = new ArrayList<>(
                whole.steps().subList(0, Math.min(events, whole.steps().size())));
        int flown = steps.stream().mapToInt(step -> step.flight()).max().orElse(-1) + 1;
        return new Trace(
                whole.title(),
                whole.hosts(),
                whole.connections(),
                whole.flights().subList(0, flown),
                steps);
    }
}

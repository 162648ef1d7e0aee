package wirebook.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import wirebook.field.Text;
import wirebook.replay.EndState.Variable;

/** Steps in words: the whole trace as a list, or one step with the packet, what changed at both ends, and the cause. */
public final class Transcript {
    private static final int MOST = 200;
    private static final int INDENT = 20;
    private static final int WIDTH = 80;

    private Transcript() {}

    /** A time as it is printed everywhere: in milliseconds, with as many decimals as it has, at most three. */
    public static String time(Duration at) {
        return BigDecimal.valueOf(at.toNanos(), 6)
                        .setScale(3, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " ms";
    }

    /** The steps {@code from} to {@code to} on a line or two each, at most 200 of them; what is left out is counted. */
    public static String of(Trace trace, int from, int to) {
        int end = Math.min(to, from + MOST - 1);
        StringBuilder out = new StringBuilder();
        trace.steps()
                .subList(from - 1, end)
                .forEach(step -> out.append(line(trace, step)).append('\n'));
        int all = trace.steps().size();
        if (from == 1 && end < all) {
            out.append("… ").append(all - end).append(" more steps; steps(from, to) shows them, step(n) one of them\n");
        } else if (from > 1) {
            out.append("… steps ")
                    .append(from)
                    .append(" to ")
                    .append(end)
                    .append(" of ")
                    .append(all);
            out.append("; steps(from, to) shows others, step(n) one of them\n");
        }
        return out.toString().stripTrailing();
    }

    /** A step on one line; its cause on the next. */
    public static String line(Trace trace, Step step) {
        String head = String.format(
                Locale.ROOT, "%4d  %12s  %-8s  %s", step.number(), time(step.at()), place(trace, step), step.what());
        return step.cause().isEmpty() ? head : head + "\n" + Text.wrapped("because " + step.cause(), INDENT, WIDTH);
    }

    private static String place(Trace trace, Step step) {
        return step.host() < 0 ? "network" : trace.hosts().get(step.host()).name();
    }

    /** One step in full. */
    static String of(Trace trace, Step step) {
        StringBuilder out = new StringBuilder("step ")
                .append(step.number())
                .append(" of ")
                .append(trace.steps().size())
                .append(", at ")
                .append(time(step.at()))
                .append(", ")
                .append(place(trace, step))
                .append(": ")
                .append(step.what());
        if (!step.cause().isEmpty()) {
            out.append("\nbecause ").append(step.cause());
        }
        trace.flight(step)
                .ifPresent(flight -> out.append("\n\n")
                        .append(flight.packet().line())
                        .append(flight.fault().isEmpty() ? "" : "\n" + flight.fault()));
        for (int end = 0; end < step.ends().size(); end++) {
            out.append("\n\n").append(end(trace, step, end));
        }
        return out.toString();
    }

    /** The state of one end after a step, what changed marked with a star and its former value. */
    private static String end(Trace trace, Step step, int end) {
        EndState now = step.ends().get(end);
        Optional<EndState> before = before(trace, step, end);
        String title = (end == 0 ? "opener" : "other end") + (now.state().isEmpty() ? "" : ": " + now.state());
        String rows =
                now.variables().stream().map(variable -> row(variable, before)).collect(Collectors.joining("\n"));
        String strips = strip("send", now.sendBuffer()) + strip("receive", now.receiveBuffer());
        return title + "\n" + rows + strips;
    }

    private static String strip(String name, Strip strip) {
        return strip.ranges().isEmpty() ? "" : "\n  " + name + ": " + strip;
    }

    private static String row(Variable variable, Optional<EndState> before) {
        String was = before.flatMap(state -> value(state, variable.name())).orElse(variable.value());
        boolean changed = !was.equals(variable.value());
        return String.format(Locale.ROOT, "%s %-10s %s", changed ? "*" : " ", variable.name(), variable.value())
                + (changed ? "  (was " + was + ")" : "");
    }

    private static Optional<String> value(EndState state, String name) {
        return state.variables().stream()
                .filter(v -> v.name().equals(name))
                .map(Variable::value)
                .findFirst();
    }

    /** The state of an end before a step: what the last earlier step of the same connection left. */
    public static Optional<EndState> before(Trace trace, Step step, int end) {
        List<Step> steps = trace.steps();
        for (int i = step.number() - 2; i >= 0; i--) {
            Step earlier = steps.get(i);
            if (earlier.connection() == step.connection() && earlier.ends().size() > end) {
                return Optional.of(earlier.ends().get(end));
            }
        }
        return Optional.empty();
    }
}

package wirebook.drill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.drill.DrillResult.Fault;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.endpoint.Connection;
import wirebook.tcp.endpoint.Tcb;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.state.State;

/** One playing of a script: statement by statement, in virtual time. */
final class DrillRun {
    private static final long FOR_EVER = 1_000_000_000_000_000L;
    private static final Pattern SYSCTL = Pattern.compile("sysctl\\s+(?:-w\\s+)?([\\w.]+)=(\\d+)");
    private static final Pattern COUNT = Pattern.compile("grep -c (\\w+)\\s*\\|\\s*grep (\\d+)");
    private static final Pattern DROP = Pattern.compile("tcpdrop -s (\\w+)");
    private static final Pattern CONDITION = Pattern.compile("\\s*(?:assert\\s+)?(\\w+)\\s*==\\s*(.+?)\\s*");

    private final Drill drill;
    private final Profile profile;
    private final Sysctls sysctls = new Sysctls();
    private final Host host = new Host();
    private final Calls calls = new Calls(host);
    private final Comparison comparison;
    private final long tolerance;
    private final List<String> log = new ArrayList<>();
    private long before;
    private int matched;

    /** A statement was not as the script says. */
    private static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mismatch(String reason) {
            super(reason);
        }
    }

    DrillRun(Drill drill, Profile profile, Strictness strictness) {
        this.drill = drill;
        this.tolerance = Long.parseLong(drill.option("tolerance_usecs", "4000")) * 1_000;
        int headers = drill.option("ip_version", "ipv4").equals("ipv6") ? 60 : 40;
        this.profile = profile.mss(Integer.parseInt(drill.option("mtu", "1500")) - headers);
        this.comparison = new Comparison(host.numbers, strictness, tolerance);
    }

    DrillResult run() {
        int expected = (int) drill.statements().stream()
                .filter(Statement.Expected.class::isInstance)
                .count();
        for (Statement statement : drill.statements()) {
            try {
                play(statement);
            } catch (Mismatch | IllegalArgumentException | IllegalStateException e) {
                String reason = Optional.ofNullable(e.getMessage()).orElse(e.toString());
                Fault fault = new Fault(statement.line(), statement.text(), reason);
                return new DrillResult(Optional.of(fault), matched, expected, log);
            }
        }
        return new DrillResult(Optional.empty(), matched, expected, log);
    }

    private void play(Statement statement) {
        if (statement instanceof Statement.Expected expected) {
            expect(expected);
            return;
        }
        long at = statement.when().at(before);
        host.runUntil(at, false);
        nothingUnexpected(at);
        before = at;
        switch (statement) {
            case Statement.Arriving arriving -> arrive(arriving);
            case Statement.Call call -> call(call);
            case Statement.Command command -> command(command.command());
            case Statement.Assertion assertion -> assertTrue(assertion.condition());
            case Statement.Expected _ -> {
                // played above
            }
        }
    }

    /** What was sent well before now should have been expected by now. */
    private void nothingUnexpected(long at) {
        Wrapped first = host.sent.peek();
        if (first != null && first.at() < at - tolerance) {
            throw new Mismatch("nobody expected " + comparison.notation(first) + " at " + Comparison.seconds(first.at())
                    + ", sent because " + first.cause());
        }
    }

    private void expect(Statement.Expected expected) {
        boolean any = expected.when().kind() == When.Kind.ANY;
        long at = expected.when().at(before);
        host.runUntil(any ? FOR_EVER : at + tolerance, true);
        Wrapped sent = host.sent.poll();
        if (sent == null) {
            throw new Mismatch("nothing was sent until " + Comparison.seconds(at + tolerance));
        }
        host.numbers.clock(sent.segment(), expected.segment());
        comparison
                .difference(expected.segment(), any ? Optional.empty() : Optional.of(at), sent)
                .ifPresent(reason -> {
                    throw new Mismatch("sent was " + comparison.notation(sent) + ": " + reason
                            + "; it was sent because " + sent.cause());
                });
        log.add(Comparison.seconds(sent.at()) + " > " + comparison.notation(sent) + "  because " + sent.cause());
        matched++;
        before = any ? sent.at() : at;
    }

    private void arrive(Statement.Arriving arriving) {
        SegmentPattern pattern = arriving.segment();
        log.add(Comparison.seconds(before) + " " + arriving.text());
        host.receive(
                host.numbers.arriving(pattern, Host.REMOTE_PORT, Host.LOCAL_PORT),
                pattern.ecn().orElse(EcnCodepoint.NOT_ECT),
                pattern.encapsulation());
    }

    private void call(Statement.Call call) {
        log.add(Comparison.seconds(before) + " " + call.text());
        Calls.Outcome outcome = calls.make(call, sysctls.apply(profile));
        long end = before + call.when().span();
        while (call.when().span() > 0 && outcome.error().equals("EWOULDBLOCK") && host.nanos() < end) {
            host.runUntil(end, true);
            outcome = calls.make(call, sysctls.apply(profile));
        }
        check(call, outcome);
    }

    private static void check(Statement.Call call, Calls.Outcome outcome) {
        boolean any = call.result().equals("...");
        if (!any
                && (!same(call.result(), outcome.value())
                        || !call.error().equals(synonym(outcome.error(), call.error())))) {
            throw new Mismatch("it returned " + outcome.value()
                    + (outcome.error().isEmpty() ? "" : " " + outcome.error()) + ", not " + call.result()
                    + (call.error().isEmpty() ? "" : " " + call.error()));
        }
    }

    private static String synonym(String error, String expected) {
        return error.equals("EWOULDBLOCK") && expected.equals("EAGAIN") ? "EAGAIN" : error;
    }

    private static boolean same(String expected, String actual) {
        return expected.equals(actual)
                || (actual.matches("-?\\d+")
                        && expected.matches("-?(0x)?[0-9a-fA-F]+")
                        && Long.decode(expected).equals(Long.decode(actual)));
    }

    private void command(String command) {
        Matcher sysctl = SYSCTL.matcher(command);
        while (sysctl.find()) {
            sysctls.set(sysctl.group(1), Long.parseLong(sysctl.group(2)));
        }
        Matcher drop = DROP.matcher(command);
        if (drop.find()) {
            host.drop(state(drop.group(1)));
        }
        Matcher count = COUNT.matcher(command);
        if (count.find()) {
            long actual = host.count(state(count.group(1)));
            if (actual != Long.parseLong(count.group(2))) {
                throw new Mismatch(actual + " connections are in " + state(count.group(1)) + ", not " + count.group(2));
            }
        }
    }

    /** A state as BSD or Linux calls it. */
    private static State state(String name) {
        String word = name.replaceFirst("^TCPI?_", "")
                .replace("SYN_RCVD", "SYN_RECEIVED")
                .replace("SYN_RECV", "SYN_RECEIVED");
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no state " + name));
    }

    private void assertTrue(String conditions) {
        for (String condition : conditions.split("\\band\\b|&&|;|\n", -1)) {
            Matcher found = CONDITION.matcher(condition);
            if (found.matches()) {
                String actual = variable(found.group(1), found.group(2));
                if (!actual.equals(found.group(2))) {
                    throw new Mismatch(found.group(1) + " is " + actual + ", not " + found.group(2));
                }
            } else if (!condition.isBlank()) {
                throw new Mismatch("this condition is not understood: " + condition.strip());
            }
        }
    }

    /** The value of a variable, in the words of {@code expected} if it is that. */
    private String variable(String name, String expected) {
        Tcb tcb = host.latest().map(Connection::tcb).orElseThrow(() -> new Mismatch("there is no connection"));
        return switch (name) {
            case "tcpi_state" ->
                state(expected) == tcb.state() ? expected : tcb.state().toString();
            case "tcpi_options" -> options(expected) == options(tcb.options()) ? expected : options(tcb.options()) + "";
            case "tcpi_snd_cwnd" -> Long.toString(tcb.congestion().cwnd());
            case "tcpi_snd_ssthresh" -> Long.toString(tcb.congestion().ssthresh());
            default -> throw new Mismatch("the variable " + name + " is not known");
        };
    }

    private static int options(Tcb.Options options) {
        return (options.timestamps() ? 1 : 0)
                + (options.sack() ? 2 : 0)
                + (options.receiveShift() > 0 ? 4 : 0)
                + (options.ecn() ? 8 : 0);
    }

    private static int options(String words) {
        int bits = 0;
        for (String word : words.replaceAll("[()]", "").split("\\|", -1)) {
            bits |= switch (word.strip()) {
                case "TCPI_OPT_TIMESTAMPS" -> 1;
                case "TCPI_OPT_SACK" -> 2;
                case "TCPI_OPT_WSCALE" -> 4;
                case "TCPI_OPT_ECN" -> 8;
                default -> Integer.decode(word.strip());
            };
        }
        return bits;
    }
}

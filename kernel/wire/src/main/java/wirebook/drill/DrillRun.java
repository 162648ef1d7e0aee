package wirebook.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.drill.DrillResult.Fault;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.state.State;

/** One playing of a script: statement by statement, in virtual time. */
final class DrillRun {
    private static final long FOR_EVER = 1_000_000_000_000_000L;
    private static final Pattern SYSCTL = Pattern.compile("sysctl\\s+(?:-w\\s+)?([\\w.]+)=(\\d+)");
    private static final Pattern COUNT = Pattern.compile("grep -c (\\w+)\\s*\\|\\s*grep (\\d+)");
    private static final Pattern DROP = Pattern.compile("tcpdrop -s (\\w+)");

    private final Drill drill;
    private final Profile profile;
    private final Sysctls sysctls = new Sysctls();
    private final Host host = new Host();
    private final Calls calls = new Calls(host);
    private final Conditions conditions = new Conditions(host);
    private final Comparison comparison;
    private final long tolerance;
    private final int headers;
    private final List<String> log = new ArrayList<>();
    private long before;
    private Optional<Blocked> blocked = Optional.empty();
    private int matched;

    /** A call that has not returned: it looks again whenever the script goes on, until its time is over. */
    private record Blocked(Statement.Call call, long until) {}

    DrillRun(Drill drill, Profile profile, Strictness strictness) {
        this.drill = drill;
        this.tolerance = Numeral.of(drill.option("tolerance_usecs", "4000")) * 1_000L;
        this.headers = drill.option("ip_version", "ipv4").equals("ipv6") ? 60 : 40;
        this.profile = profile.mss(Numeral.of(drill.option("mtu", "1500")) - headers);
        this.comparison = new Comparison(host.numbers, strictness, tolerance);
    }

    DrillResult run() {
        int expected = (int) drill.statements().stream()
                .filter(Statement.Expected.class::isInstance)
                .count();
        Optional<Fault> fault = Optional.empty();
        for (Statement statement : drill.statements()) {
            fault = fault.isPresent() ? fault : fault(statement, () -> play(statement));
        }
        if (fault.isEmpty() && blocked.isPresent()) {
            Blocked last = blocked.get();
            fault = fault(last.call, () -> returned(last.until, true));
        }
        return new DrillResult(fault, matched, expected, log);
    }

    /** What is wrong at this line, if something is. */
    private static Optional<Fault> fault(Statement statement, Runnable playing) {
        try {
            playing.run();
            return Optional.empty();
        } catch (Mismatch | IllegalArgumentException | IllegalStateException e) {
            String reason = Optional.ofNullable(e.getMessage()).orElse(e.toString());
            return Optional.of(new Fault(statement.line(), statement.text(), reason));
        }
    }

    private void play(Statement statement) {
        if (statement instanceof Statement.Expected expected) {
            expect(expected);
            return;
        }
        long at = statement.when().at(before);
        returned(at, false);
        host.runUntil(at, false);
        nothingUnexpected(at);
        before = at;
        switch (statement) {
            case Statement.Arriving arriving -> {
                arrive(arriving);
                returned(at, false);
            }
            case Statement.Reported reported -> host.report(reported.error(), headers);
            case Statement.Call call -> call(call);
            case Statement.Command command -> command(command.command());
            case Statement.Assertion assertion -> conditions.check(assertion.condition());
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
        long span = expected.when().span();
        host.runUntil(any ? FOR_EVER : at + span + tolerance, true);
        Wrapped sent = host.sent.poll();
        if (sent == null) {
            throw new Mismatch("nothing was sent until " + Comparison.seconds(at + span + tolerance));
        }
        host.numbers.clock(sent.segment(), expected.segment());
        comparison
                .difference(expected.segment(), any ? Optional.empty() : Optional.of(at), span, sent)
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
        if (blocked.isPresent()) {
            throw new IllegalArgumentException(
                    "a call blocks already: " + blocked.get().call.text());
        }
        Calls.Outcome outcome = calls.make(call, sysctls.apply(profile));
        if (call.when().span() > 0 && outcome.error().equals("EWOULDBLOCK")) {
            blocked = Optional.of(new Blocked(call, before + call.when().span()));
        } else {
            check(call, outcome);
        }
    }

    /** A call that blocks may return now; where its time is over, or the script is, it must. */
    private void returned(long now, boolean must) {
        if (blocked.isEmpty()) {
            return;
        }
        Blocked waiting = blocked.get();
        host.runUntil(Math.min(now, waiting.until), false);
        Calls.Outcome outcome = calls.make(waiting.call, sysctls.apply(profile));
        if (must || now > waiting.until + tolerance || !outcome.error().equals("EWOULDBLOCK")) {
            blocked = Optional.empty();
            check(waiting.call, outcome);
        }
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
            sysctls.set(sysctl.group(1), Numeral.wide(sysctl.group(2)));
        }
        host.silence(sysctls.value("net.inet.tcp.blackhole"));
        Matcher drop = DROP.matcher(command);
        if (drop.find()) {
            host.drop(Conditions.state(drop.group(1)));
        }
        Matcher count = COUNT.matcher(command);
        if (count.find()) {
            State state = Conditions.state(count.group(1));
            long actual = host.count(state);
            if (actual != Numeral.wide(count.group(2))) {
                throw new Mismatch(actual + " connections are in " + state + ", not " + count.group(2));
            }
        }
        if (SYSCTL.matcher(command).results().findAny().isEmpty()
                && DROP.matcher(command).results().findAny().isEmpty()
                && COUNT.matcher(command).results().findAny().isEmpty()) {
            log.add(Comparison.seconds(before) + " passed over: " + command.strip());
        }
    }
}

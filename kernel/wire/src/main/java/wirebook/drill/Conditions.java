package wirebook.drill;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.tcp.endpoint.Connection;
import wirebook.tcp.endpoint.Tcb;
import wirebook.tcp.state.State;

/** What a script asserts of its connection, between percent-brace marks: comparisons of the variables of TCP_INFO. */
record Conditions(Host host) {
    private static final Pattern CONDITION =
            Pattern.compile("\\s*(?:assert\\s*\\(?\\s*)?(\\w+)\\s*(==|!=|<=|>=|<|>)\\s*([^,]+?)\\s*(?:,.*)?");

    /**
     * Nothing where all conditions hold.
     *
     * @throws Mismatch for one that does not, or is not understood
     */
    void check(String conditions) {
        for (String condition : conditions.split("\\band\\b|&&|;|\n", -1)) {
            Matcher found = CONDITION.matcher(condition);
            if (found.matches()) {
                check(found.group(1), found.group(2), found.group(3));
            } else if (!condition.isBlank() && !condition.strip().startsWith("print")) {
                throw new Mismatch("this condition is not understood: " + condition.strip());
            }
        }
    }

    private void check(String name, String operator, String wanted) {
        Tcb tcb = host.latest().map(Connection::tcb).orElseThrow(() -> new Mismatch("there is no connection"));
        boolean holds = name.equals("tcpi_state")
                ? holds(tcb.state() == state(wanted) ? 0 : 1, operator)
                : holds(Long.compare(variable(name, tcb), number(name, wanted)), operator);
        if (!holds) {
            String actual = name.equals("tcpi_state") ? tcb.state().toString() : variable(name, tcb) + "";
            throw new Mismatch(
                    name + " is " + actual + ", not " + (operator.equals("==") ? "" : operator + " ") + wanted);
        }
    }

    private static boolean holds(int order, String operator) {
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<=" -> order <= 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            default -> order > 0;
        };
    }

    /** A variable in BSD's units: octets and microseconds. */
    private static long variable(String name, Tcb tcb) {
        return switch (name) {
            case "tcpi_options" -> options(tcb.options());
            case "tcpi_snd_wscale" -> tcb.options().sendShift();
            case "tcpi_rcv_wscale" -> tcb.options().receiveShift();
            case "tcpi_snd_mss" -> tcb.options().smss();
            case "tcpi_rcv_mss" -> tcb.options().rmss();
            case "tcpi_snd_cwnd" -> tcb.congestion().cwnd();
            case "tcpi_snd_ssthresh" -> tcb.congestion().ssthresh();
            case "tcpi_snd_wnd" -> tcb.send().wnd();
            case "tcpi_rcv_space" -> tcb.receive().wnd();
            case "tcpi_backoff" -> tcb.timing().backOffs();
            case "tcpi_rto" -> tcb.timing().rto().toNanos() / 1_000;
            case "tcpi_rtt" -> tcb.timing().srtt().toNanos() / 1_000;
            case "tcpi_rttvar" -> tcb.timing().rttvar().toNanos() / 1_000;
            default -> throw new Mismatch("the variable " + name + " is not known");
        };
    }

    private static long number(String name, String words) {
        if (!name.equals("tcpi_options")) {
            return Numeral.wide(words.replaceAll("[()\\s]", ""));
        }
        long bits = 0;
        for (String word : words.replaceAll("[()]", "").split("\\|", -1)) {
            bits |= switch (word.strip()) {
                case "TCPI_OPT_TIMESTAMPS" -> 1;
                case "TCPI_OPT_SACK" -> 2;
                case "TCPI_OPT_WSCALE" -> 4;
                case "TCPI_OPT_ECN" -> 8;
                default -> Numeral.of(word);
            };
        }
        return bits;
    }

    private static long options(Tcb.Options options) {
        return (options.timestamps() ? 1L : 0)
                | (options.sack() ? 2L : 0)
                | (options.receiveShift() > 0 ? 4L : 0)
                | (options.ecn() ? 8L : 0);
    }

    /** A state as BSD or Linux calls it. */
    static State state(String name) {
        String word = name.replaceFirst("^TCPI?_", "")
                .replace("SYN_RCVD", "SYN_RECEIVED")
                .replace("SYN_RECV", "SYN_RECEIVED")
                .replaceFirst("^CLOSE$", "CLOSED");
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no state " + name));
    }
}

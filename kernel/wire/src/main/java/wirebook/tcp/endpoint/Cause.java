package wirebook.tcp.endpoint;

import java.util.Locale;

/**
 * Why an endpoint did something: a rule and the numbers it was applied to.
 *
 * @param rule the rule
 * @param first the number for the first place in its text
 * @param second the number for the second place
 * @param third the number for the third place
 */
public record Cause(Rule rule, long first, long second, long third) {
    static Cause of(Rule rule) {
        return rule.alone();
    }

    static Cause of(Rule rule, long first) {
        return new Cause(rule, first, 0, 0);
    }

    static Cause of(Rule rule, long first, long second) {
        return new Cause(rule, first, second, 0);
    }

    static Cause of(Rule rule, long first, long second, long third) {
        return new Cause(rule, first, second, third);
    }

    /** The cause in words: {@code RTO expired after 244 ms}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        String template = rule.template();
        int place = 0;
        for (int at = 0; at < template.length(); at++) {
            char letter = template.charAt(at);
            if (letter == '#') {
                text.append(number(place++));
            } else if (letter == '~') {
                text.append(milliseconds(number(place++)));
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }

    private long number(int place) {
        return place == 0 ? first : place == 1 ? second : third;
    }

    /** Nanoseconds in milliseconds, with at most three decimals. */
    private static String milliseconds(long nanos) {
        String text = String.format(Locale.ROOT, "%.3f", nanos / 1e6);
        return text.replaceFirst("\\.?0+$", "") + " ms";
    }

    /** The RFC and section that ask for it; empty where it is the user's wish. */
    public String rfc() {
        return rule.rfc();
    }

    /** The words and, in brackets, the RFC. */
    @Override
    public String toString() {
        return rfc().isEmpty() ? text() : text() + " (" + rfc() + ")";
    }
}

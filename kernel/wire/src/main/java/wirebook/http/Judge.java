package wirebook.http;

import java.util.function.Consumer;
import wirebook.bytes.Malformed;

/** Decides what a broken rule means: it is forgiven, and said so, or it ends the reading. */
final class Judge {
    private final boolean responses;
    private final boolean lenient;
    private final Consumer<HttpEvent> out;

    Judge(boolean responses, boolean lenient, Consumer<HttpEvent> out) {
        this.responses = responses;
        this.lenient = lenient;
        this.out = out;
    }

    /**
     * Returns if the rule is forgiven.
     *
     * @param found what was found, for people; may be empty
     * @param where the offending octet, from the start of the stream
     * @throws Refusal if it is not
     */
    void judge(HttpRule rule, String found, long where) {
        if (!rule.pardoned(lenient, responses)) {
            throw refuse(rule, found, where);
        }
        out.accept(new HttpEvent.Forgiven(fault(rule, found, where), rule));
    }

    /** Whether the rule is forgiven; if so, that is said. */
    boolean pardons(HttpRule rule, long where) {
        boolean pardoned = rule.pardoned(lenient, responses);
        if (pardoned) {
            judge(rule, "", where);
        }
        return pardoned;
    }

    /** The end of the reading, for whatever rule. */
    static Refusal refuse(HttpRule rule, String found, long where) {
        return new Refusal(refused(rule, found, where));
    }

    static HttpEvent.Refused refused(HttpRule rule, String found, long where) {
        return new HttpEvent.Refused(fault(rule, found, where), rule);
    }

    static int where(long offset) {
        return (int) Math.min(Integer.MAX_VALUE, offset);
    }

    private static Malformed fault(HttpRule rule, String found, long where) {
        return new Malformed(rule.what() + (found.isEmpty() ? "" : ": " + found), where(where), rule.rfc());
    }

    /** The end of reading: carries the event that says why. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient HttpEvent.Refused event;

        Refusal(HttpEvent.Refused event) {
            super(event.fault().getMessage(), null, false, false);
            this.event = event;
        }

        HttpEvent.Refused event() {
            return event;
        }
    }
}

package wirebook.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Octets;

/**
 * What a reader makes of a stream that begins with a message and then ends.
 *
 * @param outcome whether the first message is accepted
 * @param message the first message, if it is
 * @param refusal what is wrong with it, if it is not
 * @param forgiven what a lenient reader forgave it
 */
public record Verdict(
        Outcome outcome,
        Optional<HttpMessage> message,
        Optional<HttpEvent.Refused> refusal,
        List<HttpEvent.Forgiven> forgiven) {
    /** The three things that can be said of the first message of a stream. */
    public enum Outcome {
        /** It is complete and breaks no rule. */
        OK,
        /** The stream ends before it does. */
        INCOMPLETE,
        /** It breaks a rule. */
        ERROR
    }

    /** Keeps a copy. */
    public Verdict {
        forgiven = List.copyOf(forgiven);
    }

    /** The verdict of a fresh {@code reader} on the first message of {@code stream}. */
    public static Verdict of(HttpReader reader, Octets stream) {
        Assembler assembler = new Assembler();
        List<HttpEvent.Forgiven> forgiven = new ArrayList<>();
        List<HttpEvent> events = new ArrayList<>(reader.receive(stream));
        events.addAll(reader.end());
        for (HttpEvent event : events) {
            Optional<HttpMessage> message = assembler.accept(event);
            if (message.isPresent()) {
                return new Verdict(Outcome.OK, message, Optional.empty(), forgiven);
            }
            if (event instanceof HttpEvent.Refused refused) {
                boolean incomplete = refused.rule() == HttpRule.INCOMPLETE;
                Outcome outcome = incomplete ? Outcome.INCOMPLETE : Outcome.ERROR;
                return new Verdict(outcome, message, Optional.of(refused), forgiven);
            }
            if (event instanceof HttpEvent.Forgiven fault) {
                forgiven.add(fault);
            }
        }
        return new Verdict(Outcome.INCOMPLETE, Optional.empty(), Optional.empty(), forgiven);
    }
}

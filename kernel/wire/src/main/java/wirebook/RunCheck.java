package wirebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Text;
import wirebook.http.HttpResponse;
import wirebook.net.Run;

/**
 * Expectations of a run that held so far. The first that does not is a {@link Check.Failed}.
 *
 * @param run what is held against them
 * @param held those that held
 */
public record RunCheck(Run run, List<Check> held) {
    /** Copies the list. */
    public RunCheck {
        held = List.copyOf(held);
    }

    static RunCheck of(Run run) {
        return new RunCheck(run, List.of());
    }

    /** That the content of the responses, or else everything that was read, is this text. */
    public RunCheck delivered(String text) {
        return delivered(Octets.ofText(text));
    }

    /** That the content of the response, or else everything that was read, is these octets. */
    public RunCheck delivered(Octets octets) {
        Octets content = content(octets.length());
        if (!content.equals(octets)) {
            throw new Check.Failed("what was delivered: " + difference(octets, content));
        }
        return and(new Check(octets.length() + " octets delivered, every one as it was sent"));
    }

    /** That this many segments were sent again, over all connections and both ways. */
    public RunCheck retransmissions(int number) {
        Check.equal("retransmissions", number, run.retransmissions());
        return and(new Check("retransmissions: " + number));
    }

    /** That nobody was told of an error. */
    public RunCheck withoutErrors() {
        String errors = run.outcomes().stream()
                .flatMap(outcome -> Stream.of(outcome.openerError(), outcome.otherError()))
                .filter(error -> !error.isEmpty())
                .collect(Collectors.joining(", "));
        return and(Check.equal("no end was told of an error", "", errors));
    }

    /** The content of the response, or else everything that was read. */
    private Octets content(int expected) {
        Octets read = run.delivered();
        try {
            return read.latin1().startsWith("HTTP/") ? HttpResponse.decode(read).content() : read;
        } catch (Malformed broken) {
            throw new Check.Failed("what was delivered: expected " + Text.count(expected, "octet")
                    + " of content, but it is no whole response: " + broken.getMessage());
        }
    }

    private static String difference(Octets expected, Octets actual) {
        int most = Math.min(expected.length(), actual.length());
        for (int at = 0; at < most; at++) {
            if (expected.at(at) != actual.at(at)) {
                return "expected " + shown(expected.at(at)) + " at octet " + at + ", but it is " + shown(actual.at(at));
            }
        }
        return "expected " + Text.count(expected.length(), "octet") + ", but it is " + actual.length();
    }

    private static String shown(int octet) {
        char printable = Text.printable(octet);
        return String.format(Locale.ROOT, "%02x", octet) + (octet == printable ? " ('" + printable + "')" : "");
    }

    private RunCheck and(Check check) {
        List<Check> more = new ArrayList<>(held);
        more.add(check);
        return new RunCheck(run, more);
    }

    @Override
    public String toString() {
        return held.stream().map(Check::toString).collect(Collectors.joining("\n"));
    }
}

package wirebook.jupyter.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import wirebook.jupyter.message.BadMessage;
import wirebook.jupyter.message.Dict;

/** The history conversation: the last entries, a range of one session, or those that match a pattern. */
final class HistoryRequests implements Handler {
    private static final int ALL = Integer.MAX_VALUE;

    private final History history;

    HistoryRequests(History history) {
        this.history = history;
    }

    @Override
    public Optional<Answer> answer(Request request) throws BadMessage {
        Dict asked = request.content();
        List<Object> rows = found(asked).stream()
                .map(entry -> (Object) row(entry, asked.flag("output", false)))
                .toList();
        return Optional.of(Answer.ok(Map.of("history", rows)));
    }

    private List<History.Entry> found(Dict asked) throws BadMessage {
        String type = asked.text("hist_access_type");
        return switch (type) {
            case "tail" -> latest(asked.number("n", 10), entry -> true);
            case "search" -> search(asked);
            case "range" -> range(asked);
            default -> throw new BadMessage("hist_access_type \"" + type + "\" is none of tail, range, search");
        };
    }

    private List<History.Entry> search(Dict asked) {
        Pattern pattern = glob(asked.optionalText("pattern").orElse("*"));
        Set<String> met = new HashSet<>();
        boolean unique = asked.flag("unique", false);
        return latest(
                asked.number("n", ALL),
                entry -> pattern.matcher(entry.source()).matches() && (!unique || met.add(entry.source())));
    }

    /** The last {@code n} entries that are {@code wanted}, the oldest of them first. */
    private List<History.Entry> latest(int n, Predicate<History.Entry> wanted) {
        List<History.Entry> latest = new ArrayList<>();
        collect(history.present(), n, wanted, latest);
        for (int session : history.past().reversed()) {
            if (latest.size() >= n) {
                break;
            }
            collect(history.read(session), n, wanted, latest);
        }
        Collections.reverse(latest);
        return latest;
    }

    private static void collect(
            List<History.Entry> from, int n, Predicate<History.Entry> wanted, List<History.Entry> to) {
        for (History.Entry entry : from.reversed()) {
            if (to.size() < n && wanted.test(entry)) {
                to.add(entry);
            }
        }
    }

    private List<History.Entry> range(Dict asked) {
        int session = asked.number("session", 0);
        int start = asked.number("start", 0);
        int stop = asked.number("stop", ALL);
        return history.session(session).stream()
                .filter(entry -> entry.line() >= start && entry.line() < stop)
                .map(entry -> session == 0 ? new History.Entry(0, entry.line(), entry.source(), entry.output()) : entry)
                .toList();
    }

    private static List<Object> row(History.Entry entry, boolean output) {
        Object result = entry.output().isPresent() ? entry.output().get() : entry.output();
        Object told = output ? List.of(entry.source(), result) : entry.source();
        return List.of(entry.session(), entry.line(), told);
    }

    /** A glob as IPython takes it: {@code *}, {@code ?} and sets in brackets. One with a bad set matches itself alone. */
    private static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        boolean set = false;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            set = c == '[' || (set && c != ']');
            regex.append(set || c == ']' ? String.valueOf(c) : part(c));
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException bad) {
            return Pattern.compile(Pattern.quote(glob));
        }
    }

    private static String part(char c) {
        return c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c));
    }
}

package wirebook.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments of a call.
 *
 * @param call its name
 * @param all the arguments as text
 */
record Arguments(String call, List<String> all) {
    private static final Pattern PIECE = Pattern.compile("\\{\\s*\\.\\.\\.\\s*,\\s*(\\d+)\\s*\\}");
    private static final Pattern POLL = Pattern.compile("fd\\s*=\\s*(\\d+)\\s*,\\s*events\\s*=\\s*([\\w|\\s]+?)\\s*"
            + "(?:,\\s*revents\\s*=\\s*([\\w|\\s]+?)\\s*)?\\}");

    /** A socket that is asked for events, and those that there shall be. */
    record Poll(int socket, List<String> wanted, String expected) {}

    /**
     * The argument at {@code index}, from 0.
     *
     * @throws IllegalArgumentException where there are not so many
     */
    String text(int index) {
        if (index >= all.size()) {
            throw new IllegalArgumentException("the call " + call + " needs " + (index + 1) + " arguments or more");
        }
        return all.get(index);
    }

    /** The argument as a number. */
    int number(int index) {
        return Numeral.of(text(index));
    }

    /** Whether there is such an argument and it has this flag. */
    boolean has(int index, String flag) {
        return index < all.size() && all.get(index).contains(flag);
    }

    /** How many octets the pieces <code>{..., 5}</code> of the argument have together. */
    int octets(int index) {
        Matcher pieces = PIECE.matcher(text(index));
        int sum = 0;
        while (pieces.find()) {
            sum += Numeral.of(pieces.group(1));
        }
        return sum;
    }

    /** The sockets of a poll. */
    List<Poll> polls() {
        List<Poll> polls = new ArrayList<>();
        Matcher poll = POLL.matcher(text(0));
        while (poll.find()) {
            String expected = poll.group(3) == null ? "0" : poll.group(3).replaceAll("\\s", "");
            polls.add(new Poll(
                    Numeral.of(poll.group(1)),
                    List.of(poll.group(2).replaceAll("\\s", "").split("\\|", -1)),
                    expected));
        }
        return polls;
    }
}

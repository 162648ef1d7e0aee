package wirebook.pcap;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.bytes.Octets;

/** What must be known of an HTTP message to find its end, and no more: a dissector forgives what a server would refuse. */
final class HttpHead {
    /** What a reader needs before it can go on. */
    enum Need {
        NOTHING,
        /** The rest of a line or section: nobody knows how much. */
        SOME,
        /** A number of octets. */
        COUNTED,
        /** All octets up to the end of the stream. */
        UNTIL_FIN
    }

    /**
     * A message at the start of some octets.
     *
     * @param isHttp whether it begins with a start-line
     * @param name method or status code; empty for octets that are no message
     * @param target the target of a request
     * @param length how many octets it takes, as far as they are here
     * @param need what is missing
     * @param missing how many octets are missing, where {@code need} is COUNTED
     * @param chunk where the chunk begins that is missing, from the start of the message; 0 where none is
     */
    record Found(boolean isHttp, String name, String target, int length, Need need, long missing, int chunk) {
        /** The message with other octets in front of it, so many, as its length. */
        Found behind(int octets) {
            return new Found(isHttp, name, target, octets, need, missing, octets == 0 ? chunk : 0);
        }

        private Found needs(Need newNeed, long newMissing, int newChunk) {
            return new Found(isHttp, name, target, 0, newNeed, newMissing, newChunk);
        }

        private Found takes(int octets) {
            return new Found(isHttp, name, target, octets, Need.NOTHING, 0, 0);
        }
    }

    /** Octets of which nothing is known. */
    static final Found UNKNOWN = new Found(false, "", "", 0, Need.NOTHING, 0, 0);

    /** The methods of IANA's registry that Wireshark knows too. */
    private static final Pattern REQUEST = Pattern.compile("(GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH"
            + "|PROPFIND|PROPPATCH|MKCOL|COPY|MOVE|LOCK|UNLOCK|LABEL|MERGE|REPORT|UPDATE|CHECKIN|CHECKOUT|UNCHECKOUT"
            + "|MKACTIVITY|MKWORKSPACE|VERSION-CONTROL|BASELINE-CONTROL|SEARCH) (\\S+)( .*)?");

    private static final Pattern RESPONSE = Pattern.compile("HTTP/\\d\\.\\d (\\d{3})(?: .*)?");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \\t]*(\\d{1,18})[ \\t]*\\r?$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:.*chunked[ \\t]*\\r?$");
    private static final int LONGEST_SIZE = 7;
    private static final int LONGEST_HEAD = 1 << 18;

    private HttpHead() {}

    /**
     * The message at {@code from}.
     *
     * @param question the method of the request that a response here would answer; empty for unknown
     */
    static Found find(Octets octets, int from, String question) {
        int line = lineEnd(octets, from);
        if (line < 0) {
            return octets.length() - from > LONGEST_HEAD
                    ? UNKNOWN.takes(octets.length() - from)
                    : UNKNOWN.needs(Need.SOME, 0, 0);
        }
        String start = octets.slice(from, line).latin1().strip();
        Matcher request = REQUEST.matcher(start);
        Matcher response = RESPONSE.matcher(start);
        if (request.matches()) {
            return message(
                    octets, from, new Found(true, request.group(1), shown(request.group(2)), 0, Need.SOME, 0, 0), "");
        }
        if (response.matches()) {
            return message(octets, from, new Found(true, response.group(1), "", 0, Need.SOME, 0, 0), question);
        }
        return UNKNOWN.takes(octets.length() - from);
    }

    /** A target with a mark for each octet that is no ASCII. */
    private static String shown(String target) {
        return target.replaceAll("[^\\x00-\\x7f]", "\ufffd");
    }

    /** The message whose start-line stands at the start of octets of which the rest may be cut off. */
    static Found findCut(Octets octets) {
        int line = lineEnd(octets, 0);
        return line < 0 ? UNKNOWN.needs(Need.SOME, 0, 0) : find(octets, 0, "");
    }

    private static int lineEnd(Octets octets, int from) {
        for (int i = from; i < octets.length(); i++) {
            if (octets.at(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static Found message(Octets octets, int from, Found start, String question) {
        int body = bodyStart(octets, from);
        if (body < 0) {
            return octets.length() - from > LONGEST_HEAD ? start.takes(octets.length() - from) : start;
        }
        String fields = octets.slice(from, body).latin1();
        if (isEmpty(start, question)) {
            return start.takes(body - from);
        }
        if (CHUNKED.matcher(fields).find()) {
            return chunks(octets, from, body, start);
        }
        Optional<Long> length = length(fields);
        if (length.isPresent()) {
            long missing = length.get() - (octets.length() - body);
            return missing > 0
                    ? start.needs(Need.COUNTED, missing, 0)
                    : start.takes((int) (body - from + length.get()));
        }
        return start.target().isEmpty() ? start.needs(Need.UNTIL_FIN, 0, 0) : start.takes(body - from);
    }

    /** Whether a response has no content, whatever its fields say (RFC 9112, 6.3). */
    private static boolean isEmpty(Found start, String question) {
        String status = start.name();
        boolean response = start.target().isEmpty();
        return response
                && (question.equals("HEAD")
                        || (question.equals("CONNECT") && status.startsWith("2"))
                        || status.startsWith("1")
                        || status.equals("204")
                        || status.equals("304"));
    }

    private static Optional<Long> length(String fields) {
        Matcher length = LENGTH.matcher(fields);
        return length.find() ? Optional.of(Long.parseLong(length.group(1))) : Optional.empty();
    }

    /** The first octet behind the empty line. */
    private static int bodyStart(Octets octets, int from) {
        int start = from;
        for (int end = lineEnd(octets, start); end >= 0; end = lineEnd(octets, start)) {
            boolean blank = end == start || (end == start + 1 && octets.at(start) == '\r');
            start = end + 1;
            if (blank) {
                return start;
            }
        }
        return -1;
    }

    /** More octets of a message whose next chunk was missing. */
    static Found goOn(Octets octets, Found known) {
        return chunks(octets, 0, known.chunk(), known);
    }

    private static Found chunks(Octets octets, int from, int first, Found start) {
        int at = first;
        while (true) {
            int line = lineEnd(octets, at);
            long size = line < 0 ? 0 : size(octets.slice(at, line).latin1());
            if (size < 0) {
                return start.takes(octets.length() - from);
            }
            int end = line < 0 || size > 0 ? -1 : bodyStart(octets, line + 1);
            if (end >= 0) {
                return start.takes(end - from);
            }
            long next = size == 0 ? octets.length() + 1L : line + 1 + size + 2;
            if (next > octets.length()) {
                return start.needs(Need.COUNTED, next - octets.length(), at - from);
            }
            at = (int) next;
        }
    }

    private static long size(String line) {
        String digits = line.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return digits.matches("[0-9a-f]{1," + LONGEST_SIZE + "}") ? Long.parseLong(digits, 16) : -1;
    }
}

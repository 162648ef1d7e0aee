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
     */
    record Found(boolean isHttp, String name, String target, int length, Need need, long missing) {}

    private static final Pattern REQUEST = Pattern.compile(
            "(GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|PROPFIND|PROPPATCH|MKCOL|COPY|MOVE|LOCK|UNLOCK)"
                    + " (\\S+)( .*)?");
    private static final Pattern RESPONSE = Pattern.compile("HTTP/\\d\\.\\d (\\d{3})(?: .*)?");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \\t]*(\\d{1,18})[ \\t]*\\r?$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:.*chunked[ \\t]*\\r?$");
    private static final int LONGEST_SIZE = 7;

    private HttpHead() {}

    /**
     * The message at {@code from}.
     *
     * @param bodiless whether a response here would answer HEAD
     */
    static Found find(Octets octets, int from, boolean bodiless) {
        int line = lineEnd(octets, from);
        if (line < 0) {
            return new Found(false, "", "", 0, Need.SOME, 0);
        }
        String start = octets.slice(from, line).latin1().strip();
        Matcher request = REQUEST.matcher(start);
        Matcher response = RESPONSE.matcher(start);
        if (request.matches()) {
            return message(octets, from, request.group(1), request.group(2), false, false);
        }
        if (response.matches()) {
            String status = response.group(1);
            boolean empty = bodiless || status.startsWith("1") || status.equals("204") || status.equals("304");
            return message(octets, from, status, "", true, empty);
        }
        return new Found(false, "", "", octets.length() - from, Need.NOTHING, 0);
    }

    /** The message whose start-line stands at the start of octets of which the rest may be cut off. */
    static Found findCut(Octets octets) {
        int line = lineEnd(octets, 0);
        return line < 0 ? new Found(false, "", "", 0, Need.SOME, 0) : find(octets, 0, false);
    }

    private static int lineEnd(Octets octets, int from) {
        for (int i = from; i < octets.length(); i++) {
            if (octets.at(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static Found message(Octets octets, int from, String name, String target, boolean response, boolean empty) {
        int body = bodyStart(octets, from);
        if (body < 0) {
            return new Found(true, name, target, 0, Need.SOME, 0);
        }
        String fields = octets.slice(from, body).latin1();
        if (empty) {
            return new Found(true, name, target, body - from, Need.NOTHING, 0);
        }
        if (CHUNKED.matcher(fields).find()) {
            return chunks(octets, from, body, name, target);
        }
        Optional<Long> length = length(fields);
        if (length.isPresent()) {
            long missing = length.get() - (octets.length() - body);
            return missing > 0
                    ? new Found(true, name, target, 0, Need.COUNTED, missing)
                    : new Found(true, name, target, (int) (body - from + length.get()), Need.NOTHING, 0);
        }
        return response
                ? new Found(true, name, target, 0, Need.UNTIL_FIN, 0)
                : new Found(true, name, target, body - from, Need.NOTHING, 0);
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

    private static Found chunks(Octets octets, int from, int body, String name, String target) {
        int at = body;
        while (true) {
            int line = lineEnd(octets, at);
            if (line < 0) {
                return new Found(true, name, target, 0, Need.SOME, 0);
            }
            long size = size(octets.slice(at, line).latin1());
            if (size <= 0) {
                int end = size < 0 ? octets.length() : bodyStart(octets, line + 1);
                return end < 0
                        ? new Found(true, name, target, 0, Need.SOME, 0)
                        : new Found(true, name, target, end - from, Need.NOTHING, 0);
            }
            long next = line + 1 + size + 2;
            if (next > octets.length()) {
                return new Found(true, name, target, 0, Need.COUNTED, next - octets.length());
            }
            at = (int) next;
        }
    }

    private static long size(String line) {
        String digits = line.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return digits.matches("[0-9a-f]{1," + LONGEST_SIZE + "}") ? Long.parseLong(digits, 16) : -1;
    }
}

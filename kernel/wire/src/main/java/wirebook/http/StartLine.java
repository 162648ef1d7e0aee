package wirebook.http;

import java.nio.charset.StandardCharsets;

/** The grammar of request-lines (RFC 9112, 3) and status-lines (RFC 9112, 4). */
final class StartLine {
    private static final int VERSION_LENGTH = "HTTP/1.1".length();

    private final Judge judge;

    StartLine(Judge judge) {
        this.judge = judge;
    }

    /** The request that the octets before {@code to} begin; {@code offset} is the place of {@code line[0]} in the stream. */
    HttpRequest request(byte[] line, int from, int to, long offset) {
        int first = indexOf(line, ' ', from, to);
        int second = indexOf(line, ' ', first + 1, to);
        Method method = method(line, from, first, offset);
        if (first == to || second == to) {
            throw fail(HttpRule.BAD_REQUEST_LINE, text(line, from, to), offset + to);
        }
        Target target = target(method, line, first + 1, second, offset);
        Version version = version(line, second + 1, to, offset, HttpRule.BAD_REQUEST_LINE);
        return new HttpRequest(method, target, version, Fields.NONE, Body.NONE);
    }

    /** The response that the octets before {@code to} begin. */
    HttpResponse response(byte[] line, int from, int to, long offset) {
        int space = indexOf(line, ' ', from, to);
        Version version = version(line, from, space, offset, HttpRule.BAD_STATUS_LINE);
        int end = Math.min(space + 4, to);
        int status = digits(line, space + 1, end);
        if (space == to || end - space != 4 || status < 0) {
            throw fail(HttpRule.BAD_STATUS_LINE, text(line, from, to), offset + Math.min(space + 1, to));
        }
        String reason = "";
        if (end == to) {
            judge.judge(HttpRule.NO_SPACE_AFTER_STATUS, "", offset + to);
        } else {
            reason = reason(line, end, to, offset);
        }
        return new HttpResponse(version, status, reason, Fields.NONE, Body.NONE);
    }

    private Method method(byte[] line, int from, int to, long offset) {
        int stranger = Grammar.span(line, from, to, Grammar.TOKEN);
        if (stranger < to || from == to) {
            throw fail(HttpRule.BAD_METHOD, text(line, from, to), offset + stranger);
        }
        return Method.of(text(line, from, to));
    }

    private Target target(Method method, byte[] line, int from, int to, long offset) {
        int stranger = Grammar.span(line, from, to, Grammar.VISIBLE);
        String text = text(line, from, to);
        if (stranger < to || from == to || !Target.hasForm(method, text)) {
            throw fail(HttpRule.BAD_TARGET, text, offset + (stranger < to ? stranger : from));
        }
        return Target.ofVisible(method, text);
    }

    /** The version; something that does not even look like one breaks the rule {@code shape}. */
    private Version version(byte[] line, int from, int to, long offset, HttpRule shape) {
        if (to - from != VERSION_LENGTH || !looksLikeVersion(line, from)) {
            HttpRule rule = indexOf(line, ' ', from, to) < to ? shape : HttpRule.BAD_VERSION;
            throw fail(rule, text(line, from, to), offset + from);
        }
        Version version = Version.of(line[from + 5] - '0', line[from + 7] - '0');
        if (version.major() != 1) {
            judge.judge(HttpRule.OTHER_MAJOR_VERSION, version.toString(), offset + from + 5);
        }
        return version;
    }

    private String reason(byte[] line, int space, int to, long offset) {
        int stranger = Grammar.span(line, space + 1, to, Grammar.REASON);
        if (line[space] != ' ' || stranger < to) {
            int where = line[space] != ' ' ? space : stranger;
            throw fail(HttpRule.BAD_STATUS_LINE, Grammar.name(line[where] & 0xff), offset + where);
        }
        return text(line, space + 1, to);
    }

    private static boolean looksLikeVersion(byte[] line, int at) {
        return line[at] == 'H'
                && line[at + 1] == 'T'
                && line[at + 2] == 'T'
                && line[at + 3] == 'P'
                && line[at + 4] == '/'
                && isDigit(line[at + 5])
                && line[at + 6] == '.'
                && isDigit(line[at + 7]);
    }

    /** The number that the digits make, or -1 where one of them is none. */
    private static int digits(byte[] line, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            if (!isDigit(line[at])) {
                return -1;
            }
            number = 10 * number + line[at] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private static int indexOf(byte[] line, char wanted, int from, int to) {
        return Words.indexOf(line, wanted, Math.min(from, to), to);
    }

    static String text(byte[] line, int from, int to) {
        return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static Judge.Refusal fail(HttpRule rule, String found, long where) {
        return Judge.refuse(rule, "\"" + Fields.shown(found) + "\"", where);
    }
}

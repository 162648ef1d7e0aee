package wirebook.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the framing of a message depends on.
 *
 * @param message the message up to the end of its header section
 * @param method the method of the request, also where the message is the response
 * @param codings the transfer codings in the order in which they were applied, in lower case
 * @param lengths the members of all Content-Length lines
 */
record Head(HttpMessage message, Method method, List<String> codings, List<String> lengths) {
    /** The transfer codings of the registry (RFC 9112, 7.3). */
    private static final Set<String> KNOWN = Set.of("chunked", "compress", "x-compress", "deflate", "gzip", "x-gzip");

    static Head of(HttpMessage message, Method method, Fields section) {
        return new Head(message, method, codings(section), lengths(section));
    }

    /** The field whose value breaks the rule. */
    static String field(HttpRule rule) {
        return switch (rule) {
            case BAD_LENGTH, REPEATED_LENGTH -> "Content-Length";
            default -> "Transfer-Encoding";
        };
    }

    /** What that field says. */
    static String found(HttpRule rule, Fields section) {
        return Fields.shown(String.join(", ", section.all(field(rule))));
    }

    private static List<String> codings(Fields section) {
        return section.has("Transfer-Encoding")
                ? section.list("Transfer-Encoding").stream()
                        .map(coding -> coding.toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
    }

    /** Each number that a Content-Length names; an empty value names one that is invalid. */
    private static List<String> lengths(Fields section) {
        return section.has("Content-Length")
                ? section.all("Content-Length").stream()
                        .flatMap(value -> List.of(value.split(",", -1)).stream())
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    boolean request() {
        return message instanceof HttpRequest;
    }

    boolean bodiless() {
        return message instanceof HttpResponse response
                && (method.equals(Method.HEAD) || !Status.allowsContent(response.status()));
    }

    boolean opensTunnel() {
        return message instanceof HttpResponse response
                && method.equals(Method.CONNECT)
                && response.status() / 100 == 2;
    }

    boolean coded() {
        return !codings.isEmpty();
    }

    boolean codedResponse() {
        return coded() && !request();
    }

    boolean codingIn10() {
        return coded() && !message.version().atLeast11();
    }

    boolean bothLengths() {
        return coded() && !lengths.isEmpty();
    }

    boolean unknownCoding() {
        return coded() && request() && codings.stream().anyMatch(coding -> !KNOWN.contains(name(coding)));
    }

    boolean chunkedTwice() {
        return coded() && codings.stream().filter("chunked"::equals).count() > 1;
    }

    boolean chunkedLast() {
        return coded() && codings.getLast().equals("chunked");
    }

    boolean badLength() {
        return !lengths.isEmpty()
                && (!lengths.stream().allMatch(Head::isLength)
                        || lengths.stream()
                                        .mapToLong(Long::parseLong)
                                        .distinct()
                                        .count()
                                > 1);
    }

    boolean repeatedLength() {
        return lengths.size() > 1;
    }

    boolean sized() {
        return !lengths.isEmpty();
    }

    long length() {
        return Long.parseLong(lengths.getFirst());
    }

    /** Digits alone, of a number below 2^63. */
    private static boolean isLength(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        return digits.length() < 19 || (digits.length() == 19 && digits.compareTo("9223372036854775807") <= 0);
    }

    /** The coding without its parameters; chunked has none. */
    private static String name(String coding) {
        int semicolon = coding.indexOf(';');
        return semicolon < 0 ? coding : coding.substring(0, semicolon).strip();
    }
}

package wirebook.http;

/** The rules that a reader holds octets to: a table of what can be wrong, who says so, and what a server answers. */
public enum HttpRule {
    /** Case 4 of the framing table: it might be a smuggled request; the Transfer-Encoding counts. */
    BOTH_LENGTHS(400, "9112, 6.3", Pardon.LENIENT, "Transfer-Encoding and Content-Length contradict each other"),
    /** The same number twice, in one line or in two; different numbers are {@link #BAD_LENGTH}. */
    REPEATED_LENGTH(400, "9112, 6.3", Pardon.LENIENT, "Content-Length is said more than once"),
    /** Not a decimal number, more than 63 bits, or several that differ. */
    BAD_LENGTH(400, "9112, 6.3", Pardon.NEVER, "Content-Length is not one decimal number"),
    /** HTTP/1.0 never had chunks, so somebody on the way may not understand them. */
    CODING_IN_HTTP_1_0(400, "9112, 6.1", Pardon.LENIENT, "Transfer-Encoding in HTTP/1.0"),
    /** A coding that is not in the registry, in a request; a response with one still has an end. */
    UNKNOWN_CODING(501, "9112, 6.1", Pardon.NEVER, "the transfer coding is not known"),
    /** A request whose last coding is another has no end that a server could find. */
    CHUNKED_NOT_LAST(400, "9112, 6.3", Pardon.NEVER, "chunked is not the last transfer coding"),
    /** A sender must not apply chunked twice. */
    CHUNKED_TWICE(400, "9112, 6.1", Pardon.NEVER, "chunked is applied more than once"),

    /** A start-line or field line may be taken to end at LF alone. */
    BARE_LF(400, "9112, 2.2", Pardon.LENIENT, "the line ends in LF without CR"),
    /** CR counts only in front of LF. */
    BARE_CR(400, "9112, 2.2", Pardon.NEVER, "CR without LF"),
    /** A line break within a chunked body is CR LF. */
    CHUNK_LINE_BREAK(400, "9112, 7.1", Pardon.NEVER, "the chunk's line does not end in CR LF"),
    /** A server ignores empty lines before a request; a client has no such advice. */
    EMPTY_LINE(400, "9112, 2.2", Pardon.LENIENT, "an empty line stands before the status-line"),

    /** Method, target and version with one space between them. */
    BAD_REQUEST_LINE(400, "9112, 3", Pardon.NEVER, "the line is not method, space, target, space, version"),
    /** A method is a token. */
    BAD_METHOD(400, "9110, 9.1", Pardon.NEVER, "the method is not a token"),
    /** Visible ASCII in one of the four forms. */
    BAD_TARGET(400, "9112, 3.2", Pardon.NEVER, "the request-target has none of the four forms"),
    /** HTTP, slash, digit, dot, digit. */
    BAD_VERSION(400, "9112, 2.3", Pardon.NEVER, "the version is not of the form HTTP/1.1"),
    /** Another major version has another syntax. */
    OTHER_MAJOR_VERSION(505, "9110, 15.6.6", Pardon.NEVER, "the major version is not 1"),
    /** Version, space, three digits, space, reason phrase. */
    BAD_STATUS_LINE(400, "9112, 4", Pardon.NEVER, "the line is not version, space, three digits, space, reason phrase"),
    /** The space behind the status code is due even where no reason phrase follows. */
    NO_SPACE_AFTER_STATUS(400, "9112, 4", Pardon.LENIENT, "no space follows the status code"),

    /** A field line has a name and a colon. */
    NO_COLON(400, "9112, 5", Pardon.NEVER, "the field line has no colon"),
    /** A name is a token. */
    BAD_NAME(400, "9110, 5.1", Pardon.NEVER, "the field name is not a token"),
    /** Some recipients take the space for a part of the name: a way to smuggle. */
    SPACE_BEFORE_COLON(400, "9112, 5.1", Pardon.LENIENT_IN_RESPONSES, "white space stands before the colon"),
    /** CR, LF, NUL and other controls in a value. */
    BAD_VALUE(400, "9110, 5.5", Pardon.NEVER, "the field value holds a control character"),
    /** A value that goes on in the next line: a server refuses it or unfolds it, a client unfolds it. */
    OBS_FOLD(400, "9112, 5.2", Pardon.ALWAYS_IN_RESPONSES, "the field value goes on in the next line"),
    /** White space in front of the first field: what belongs to what would be a matter of taste. */
    SPACE_BEFORE_FIELDS(400, "9112, 2.2", Pardon.NEVER, "white space stands before the first field"),

    /** Hexadecimal digits. */
    BAD_CHUNK_SIZE(400, "9112, 7.1", Pardon.NEVER, "the chunk-size is not hexadecimal"),
    /** A recipient must see large numbers coming. */
    CHUNK_SIZE_OVERFLOW(400, "9112, 7.1", Pardon.NEVER, "the chunk-size does not fit in 63 bits"),
    /** Semicolon, name, perhaps a value. */
    BAD_CHUNK_EXTENSION(400, "9112, 7.1.1", Pardon.NEVER, "the chunk extensions are not of the form ;name=value"),

    /** Beyond {@link Limits#startLine()}, in the method. */
    METHOD_TOO_LONG(501, "9112, 3", Pardon.NEVER, "the method is longer than any known"),
    /** Beyond {@link Limits#startLine()}. */
    START_LINE_TOO_LONG(414, "9112, 3", Pardon.NEVER, "the start-line is too long"),
    /** Beyond {@link Limits#section()} or {@link Limits#lines()}. */
    SECTION_TOO_LARGE(431, "6585, 5", Pardon.NEVER, "the field section is too large"),
    /** Beyond {@link Limits#chunkLine()}. */
    CHUNK_LINE_TOO_LONG(400, "9112, 7.1.1", Pardon.NEVER, "the chunk's extensions are too long"),
    /** Beyond {@link Limits#content()}. */
    CONTENT_TOO_LARGE(413, "9110, 15.5.14", Pardon.NEVER, "the content is too large"),

    /** The connection ended in the middle of a message. */
    INCOMPLETE(400, "9112, 8", Pardon.NEVER, "the message ends too early");

    /** When a recipient may go on all the same, because the RFC lets it. */
    public enum Pardon {
        /** Never. */
        NEVER,
        /** By a lenient reader. */
        LENIENT,
        /** By a lenient reader of responses. */
        LENIENT_IN_RESPONSES,
        /** By a lenient reader, and by every reader of responses. */
        ALWAYS_IN_RESPONSES
    }

    private final int status;
    private final String section;
    private final Pardon pardon;
    private final String what;

    HttpRule(int status, String section, Pardon pardon, String what) {
        this.status = status;
        this.section = section;
        this.pardon = pardon;
        this.what = what;
    }

    /** The status with which a server answers a request that breaks the rule. */
    public int status() {
        return status;
    }

    /** The rule's place: {@code "RFC 9112, 6.3"}. */
    public String rfc() {
        return "RFC " + section;
    }

    /** What is wrong where the rule is broken. */
    public String what() {
        return what;
    }

    /** When a reader may go on all the same. */
    public Pardon pardon() {
        return pardon;
    }

    boolean pardoned(boolean lenient, boolean response) {
        return switch (pardon) {
            case NEVER -> false;
            case LENIENT -> lenient;
            case LENIENT_IN_RESPONSES -> lenient && response;
            case ALWAYS_IN_RESPONSES -> lenient || response;
        };
    }
}

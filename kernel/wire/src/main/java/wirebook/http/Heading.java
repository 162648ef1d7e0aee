package wirebook.http;

/** The part of a message that comes before its body, as it is being read: its start-line, its fields, its framing. */
final class Heading {
    private final Limits limits;
    private final Judge judge;
    private final StartLine startLine;
    private final Section section;

    private long content;
    private HttpMessage message = HttpRequest.of(Method.GET, "/");

    Heading(Limits limits, Judge judge) {
        this.limits = limits;
        this.judge = judge;
        this.startLine = new StartLine(judge);
        this.section = new Section(limits, judge);
    }

    void requestLine(byte[] line, int from, int to, long start) {
        message = startLine.request(line, from, to, start);
    }

    void statusLine(byte[] line, int from, int to, long start) {
        message = startLine.response(line, from, to, start);
    }

    Section section() {
        return section;
    }

    /** The message so far. */
    HttpMessage message() {
        return message;
    }

    /**
     * Ends the header section and finds out how the body will end.
     *
     * @param answered the method of the request, where the message is a response
     */
    HttpEvent.Head complete(Method answered) {
        content = 0;
        Fields fields = section.take();
        Method method = answered;
        switch (message) {
            case HttpRequest request -> {
                message = request.with(fields);
                method = request.method();
            }
            case HttpResponse response -> message = response.with(fields);
        }
        Head head = Head.of(message, method, fields);
        Framing framing = Framing.of(head, rule -> judge.pardons(rule, where(rule, fields)));
        return new HttpEvent.Head(message, checked(framing, fields));
    }

    /** Counts content of this message that is about to come, of which there may be too much. */
    void admit(long octets, long where) {
        content += octets;
        if (content < 0 || content > limits.content()) {
            throw Judge.refuse(HttpRule.CONTENT_TOO_LARGE, "more than " + limits.content() + " octets", where);
        }
    }

    private Framing checked(Framing framing, Fields fields) {
        if (framing instanceof Framing.Faulty(var rule)) {
            throw Judge.refuse(rule, Head.found(rule, fields), where(rule, fields));
        }
        if (framing instanceof Framing.Sized(long length) && length > limits.content()) {
            throw Judge.refuse(HttpRule.CONTENT_TOO_LARGE, length + " octets", where(HttpRule.BAD_LENGTH, fields));
        }
        return framing;
    }

    private long where(HttpRule rule, Fields fields) {
        return section.offsetOf(fields, Head.field(rule));
    }
}

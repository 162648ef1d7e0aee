package wirebook.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import wirebook.bytes.Octets;
import wirebook.field.Text;

/**
 * A reader of the messages that go one way over a connection: octets in, in pieces of any size, and events out.
 *
 * <p>What it does with an octet depends on its {@link State}. It never holds more than its {@link Limits} allow, and its
 * work grows with the number of octets, however they are cut.
 */
public final class HttpReader {
    /** What the reader waits for, and to which state it leads. */
    public enum State {
        /** An empty line to itself; a start-line to FIELDS. */
        START_LINE,
        /** A field line to itself; an empty line to the state that the framing calls for. */
        FIELDS,
        /** The octets that Content-Length names to START_LINE. */
        SIZED,
        /** A size to CHUNK_DATA; the size 0 to TRAILERS. */
        CHUNK_SIZE,
        /** The octets that the size names to CHUNK_END. */
        CHUNK_DATA,
        /** CRLF to CHUNK_SIZE. */
        CHUNK_END,
        /** A field line to itself; an empty line to START_LINE. */
        TRAILERS,
        /** Any octets to itself, until the connection ends. */
        UNTIL_CLOSE,
        /** Any octets to itself, held back: a request that may turn the connection into something else is complete. */
        PAUSED,
        /** Any octets to itself: a tunnel or another protocol. */
        OPAQUE,
        /** Any octets to itself: a rule was broken, or the connection has ended. */
        STOPPED
    }

    private final boolean responses;
    private final boolean lenient;
    private final Limits limits;
    private final Queue<Method> expected = new ArrayDeque<>();
    private final LineBuffer held = new LineBuffer();
    private final Judge judge;
    private final StartLine startLine;
    private final Section section;

    private State state = State.START_LINE;
    private List<HttpEvent> events = new ArrayList<>();
    private HttpMessage message = HttpRequest.of(Method.GET, "/");
    private long remaining;
    private long content;
    private long base;
    private long next;

    private HttpReader(boolean responses, boolean lenient, Limits limits) {
        this.responses = responses;
        this.lenient = lenient;
        this.limits = limits;
        this.judge = new Judge(responses, lenient, event -> events.add(event));
        this.startLine = new StartLine(judge);
        this.section = new Section(limits, judge);
    }

    /** A strict reader of requests: what a server reads. */
    public static HttpReader requests() {
        return new HttpReader(false, false, Limits.USUAL);
    }

    /** A strict reader of responses: what a client reads. Say with {@link #expect} which requests they answer. */
    public static HttpReader responses() {
        return new HttpReader(true, false, Limits.USUAL);
    }

    /** A new reader that forgives what the RFC lets a recipient forgive, and says so by {@link HttpEvent.Forgiven}. */
    public HttpReader lenient() {
        return new HttpReader(responses, true, limits);
    }

    /** A new reader with other limits. */
    public HttpReader limits(Limits newLimits) {
        return new HttpReader(responses, lenient, newLimits);
    }

    /** Announces a response to a request with {@code method}, behind those announced before; else it answers a GET. */
    public void expect(Method method) {
        expected.add(method);
    }

    /** What the reader waits for. */
    public State state() {
        return state;
    }

    /** How many octets it keeps for later: the beginning of a line, or what waits for a decision. */
    public int held() {
        return held.length();
    }

    /** Reads the next octets of the stream. */
    public List<HttpEvent> receive(Octets piece) {
        try {
            read(piece);
        } catch (Judge.Refusal refusal) {
            state = State.STOPPED;
            events.add(refusal.event());
        }
        return drain();
    }

    /** Learns that the stream has ended: a body may end here, and a message may turn out to be incomplete. */
    public List<HttpEvent> end() {
        boolean between = state == State.START_LINE && held.length() == 0;
        boolean silent = state == State.PAUSED || state == State.OPAQUE || state == State.STOPPED;
        if (state == State.UNTIL_CLOSE) {
            events.add(new HttpEvent.End(Fields.NONE, Judge.where(next)));
        } else if (!between && !silent) {
            events.add(Judge.refused(HttpRule.INCOMPLETE, missing(), next));
        }
        state = State.STOPPED;
        return drain();
    }

    /** Goes on with HTTP after a request that asked for a tunnel or for another protocol in vain. */
    public List<HttpEvent> proceed() {
        return leave(State.START_LINE);
    }

    /** Leaves HTTP after such a request: from here on the octets are {@link HttpEvent.Opaque}. */
    public List<HttpEvent> switchProtocols() {
        return leave(State.OPAQUE);
    }

    private List<HttpEvent> leave(State choice) {
        if (state != State.PAUSED) {
            throw new IllegalStateException("Only a reader that is PAUSED has a choice; this one is " + state);
        }
        state = choice;
        Octets waiting = Octets.wrap(held.take());
        next -= waiting.length();
        return waiting.isEmpty() ? drain() : receive(waiting);
    }

    private List<HttpEvent> drain() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<HttpEvent> drained = events;
        events = new ArrayList<>();
        return drained;
    }

    private void read(Octets piece) {
        byte[] octets = piece.toArray();
        base = next;
        next += octets.length;
        int at = 0;
        while (at < octets.length) {
            at = switch (state) {
                case START_LINE, FIELDS, CHUNK_SIZE, CHUNK_END, TRAILERS -> line(octets, at);
                case SIZED, CHUNK_DATA -> counted(piece, at);
                case UNTIL_CLOSE -> rest(new HttpEvent.Content(piece.from(at)), octets);
                case OPAQUE -> rest(new HttpEvent.Opaque(piece.from(at)), octets);
                case PAUSED -> hold(octets, at);
                case STOPPED -> octets.length;
            };
        }
    }

    private int rest(HttpEvent event, byte[] octets) {
        events.add(event);
        return octets.length;
    }

    private int hold(byte[] octets, int at) {
        if (held.length() + octets.length - at > limits.section()) {
            throw Judge.refuse(HttpRule.SECTION_TOO_LARGE, "while the server decides", base + at);
        }
        held.append(octets, at, octets.length);
        return octets.length;
    }

    /** Reads on to the end of the line, or of the octets if the line does not end in them. */
    private int line(byte[] octets, int at) {
        int end = at;
        while (end < octets.length && octets[end] != '\n') {
            end++;
        }
        if (held.length() + end - at > room()) {
            throw tooLong(octets, at, end);
        }
        if (end == octets.length) {
            held.append(octets, at, end);
        } else if (held.length() == 0) {
            line(octets, at, end, base);
        } else {
            held.append(octets, at, end);
            long start = base + end - held.length();
            byte[] whole = held.take();
            line(whole, 0, whole.length, start);
        }
        return Math.min(end + 1, octets.length);
    }

    /** The octets that the line may have before its LF. */
    private int room() {
        return switch (state) {
            case START_LINE -> limits.startLine();
            case CHUNK_SIZE -> limits.chunkLine();
            case CHUNK_END -> 1;
            default -> section.room();
        };
    }

    private Judge.Refusal tooLong(byte[] octets, int at, int end) {
        held.append(octets, at, end);
        HttpRule rule = switch (state) {
            case START_LINE -> held.indexOf(' ') < 0 ? HttpRule.METHOD_TOO_LONG : HttpRule.START_LINE_TOO_LONG;
            case CHUNK_SIZE -> HttpRule.CHUNK_LINE_TOO_LONG;
            case CHUNK_END -> HttpRule.CHUNK_LINE_BREAK;
            default -> HttpRule.SECTION_TOO_LARGE;
        };
        long start = base + end - held.length();
        boolean behindCr = state == State.CHUNK_END && held.indexOf('\r') == 0;
        return Judge.refuse(rule, "more than " + room() + " octets", behindCr ? start + 1 : start);
    }

    /** Takes the line before the LF at {@code lf}; {@code start} is the place of {@code line[0]} in the stream. */
    private void line(byte[] line, int from, int lf, long start) {
        int to = lf > from && line[lf - 1] == '\r' ? lf - 1 : lf;
        if (to == lf) {
            boolean chunk = state == State.CHUNK_SIZE || state == State.CHUNK_END;
            judge.judge(chunk ? HttpRule.CHUNK_LINE_BREAK : HttpRule.BARE_LF, "", start + lf);
        }
        switch (state) {
            case START_LINE -> startLine(line, from, to, start);
            case FIELDS, TRAILERS -> fieldLine(line, from, to, start);
            case CHUNK_SIZE -> chunkSize(line, from, to, start);
            case CHUNK_END -> chunkEnd(from, to, start);
            default -> throw new IllegalStateException(state + " has no lines");
        }
    }

    private void startLine(byte[] line, int from, int to, long start) {
        if (from < to) {
            message = responses ? startLine.response(line, from, to, start) : startLine.request(line, from, to, start);
            state = State.FIELDS;
        } else if (responses) {
            judge.judge(HttpRule.EMPTY_LINE, "", start + from);
        }
    }

    private void fieldLine(byte[] line, int from, int to, long start) {
        if (from < to) {
            section.add(line, from, to, start);
        } else if (state == State.TRAILERS) {
            finish(section.take(), start + to + 2);
        } else {
            head(section.take(), start + to + 2);
        }
    }

    /** The header section is complete: finds out how the body ends. */
    private void head(Fields fields, long end) {
        message = message instanceof HttpRequest request
                ? request.with(fields)
                : response().with(fields);
        Head head = Head.of(message, method(), fields);
        Framing framing = Framing.of(head, rule -> judge.pardons(rule, section.offsetOf(fields, Head.field(rule))));
        if (framing instanceof Framing.Faulty(var rule)) {
            throw Judge.refuse(rule, Head.found(rule, fields), section.offsetOf(fields, Head.field(rule)));
        }
        if (framing instanceof Framing.Sized(long length) && length > limits.content()) {
            throw Judge.refuse(
                    HttpRule.CONTENT_TOO_LARGE, length + " octets", section.offsetOf(fields, "Content-Length"));
        }
        events.add(new HttpEvent.Head(message, framing));
        content = 0;
        switch (framing) {
            case Framing.Sized(long length) when length > 0 -> count(State.SIZED, length);
            case Framing.Chunked chunked -> state = State.CHUNK_SIZE;
            case Framing.UntilClose untilClose -> state = State.UNTIL_CLOSE;
            default -> finish(Fields.NONE, end);
        }
    }

    private void count(State counting, long length) {
        state = counting;
        remaining = length;
    }

    private int counted(Octets piece, int at) {
        int to = (int) Math.min(piece.length(), at + remaining);
        events.add(new HttpEvent.Content(piece.slice(at, to)));
        remaining -= to - at;
        if (remaining == 0 && state == State.CHUNK_DATA) {
            state = State.CHUNK_END;
        } else if (remaining == 0) {
            finish(Fields.NONE, base + to);
        }
        return to;
    }

    private void chunkSize(byte[] line, int from, int to, long start) {
        HttpEvent.ChunkHeader header = ChunkLine.decode(line, from, to, start);
        content += header.size();
        if (content < 0 || content > limits.content()) {
            throw Judge.refuse(HttpRule.CONTENT_TOO_LARGE, "more than " + limits.content() + " octets", start + from);
        }
        events.add(header);
        count(header.size() == 0 ? State.TRAILERS : State.CHUNK_DATA, header.size());
    }

    private void chunkEnd(int from, int to, long start) {
        if (from < to) {
            throw Judge.refuse(HttpRule.CHUNK_LINE_BREAK, "", start + from);
        }
        state = State.CHUNK_SIZE;
    }

    /** The message is complete: finds out what comes behind it. */
    private void finish(Fields trailers, long end) {
        events.add(new HttpEvent.End(trailers, Judge.where(end)));
        state = message instanceof HttpRequest request ? behind(request) : behind(response());
    }

    private static State behind(HttpRequest request) {
        return request.method().equals(Method.CONNECT) || request.asksToSwitch() ? State.PAUSED : State.START_LINE;
    }

    private State behind(HttpResponse response) {
        boolean switched = response.status() == 101;
        boolean tunnel = method().equals(Method.CONNECT) && response.status() / 100 == 2;
        if (response.status() >= 200 || switched) {
            expected.poll();
        }
        return switched || tunnel ? State.OPAQUE : State.START_LINE;
    }

    private HttpResponse response() {
        return (HttpResponse) message;
    }

    /** The method of the request that this message is or answers. */
    private Method method() {
        Method answered = expected.peek();
        return message instanceof HttpRequest request ? request.method() : answered == null ? Method.GET : answered;
    }

    private String missing() {
        return switch (state) {
            case START_LINE -> "in its start-line";
            case FIELDS -> "in its header section";
            case SIZED -> Text.count(remaining, "octet") + " of content are missing";
            case TRAILERS -> "in its trailer section";
            default -> "in a chunk";
        };
    }
}

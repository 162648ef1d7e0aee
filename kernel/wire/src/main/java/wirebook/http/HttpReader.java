package wirebook.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import wirebook.bytes.Octets;

/**
 * A reader of the messages that go one way over a connection: octets in, in pieces of any size, and events out.
 *
 * <p>What it does with an octet depends on its {@link ReaderState}. It never holds more than its {@link Limits} allow, and its
 * work grows with the number of octets, however they are cut.
 */
public final class HttpReader {
    private final boolean responses;
    private final boolean lenient;
    private final Limits limits;
    private final Queue<Method> expected = new ArrayDeque<>();
    private final LineBuffer held = new LineBuffer();
    private final Judge judge;
    private final Heading heading;

    private ReaderState state = ReaderState.START_LINE;
    private List<HttpEvent> events = new ArrayList<>();
    private long remaining;
    private long base;
    private long next;

    private HttpReader(boolean responses, boolean lenient, Limits limits) {
        this.responses = responses;
        this.lenient = lenient;
        this.limits = limits;
        this.judge = new Judge(responses, lenient, event -> events.add(event));
        this.heading = new Heading(limits, judge);
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
    public ReaderState state() {
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
            state = ReaderState.STOPPED;
            held.clear();
            events.add(refusal.event());
        }
        return drain();
    }

    /** Learns that the stream has ended: a body may end here, and a message may turn out to be incomplete. */
    public List<HttpEvent> end() {
        boolean between = state == ReaderState.START_LINE && held.length() == 0;
        if (state == ReaderState.UNTIL_CLOSE) {
            events.add(new HttpEvent.End(Fields.NONE, Judge.where(next)));
        } else if (!between && !state.within().isEmpty()) {
            events.add(Judge.refused(HttpRule.INCOMPLETE, state.missing(remaining), next));
        }
        state = ReaderState.STOPPED;
        return drain();
    }

    /** Goes on with HTTP after a request that asked for a tunnel or for another protocol in vain. */
    public List<HttpEvent> proceed() {
        return leave(ReaderState.START_LINE);
    }

    /** Leaves HTTP after such a request: from here on the octets are {@link HttpEvent.Opaque}. */
    public List<HttpEvent> switchProtocols() {
        return leave(ReaderState.OPAQUE);
    }

    private List<HttpEvent> leave(ReaderState choice) {
        if (state != ReaderState.PAUSED) {
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
                case UNTIL_CLOSE -> {
                    heading.admit(octets.length - at, base + at);
                    yield rest(new HttpEvent.Content(piece.from(at)), octets);
                }
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

    private int line(byte[] octets, int at) {
        int behind = held.cut(octets, at, base, room(), this::line);
        if (behind < 0) {
            throw tooLong(LineBuffer.lineEnd(octets, at));
        }
        return behind;
    }

    /** The octets that the line may have before its LF. */
    private int room() {
        return switch (state) {
            case START_LINE -> limits.startLine();
            case CHUNK_SIZE -> limits.chunkLine();
            case CHUNK_END -> 1;
            default -> heading.section().room();
        };
    }

    private Judge.Refusal tooLong(int end) {
        HttpRule rule = switch (state) {
            case START_LINE -> held.indexOf(' ') < 0 ? HttpRule.METHOD_TOO_LONG : HttpRule.START_LINE_TOO_LONG;
            case CHUNK_SIZE -> HttpRule.CHUNK_LINE_TOO_LONG;
            case CHUNK_END -> HttpRule.CHUNK_LINE_BREAK;
            default -> HttpRule.SECTION_TOO_LARGE;
        };
        long start = base + end - held.length();
        boolean behindCr = state == ReaderState.CHUNK_END && held.indexOf('\r') == 0;
        return Judge.refuse(rule, "more than " + room() + " octets", behindCr ? start + 1 : start);
    }

    /** Takes the line before the LF at {@code lf}; {@code start} is the place of {@code line[0]} in the stream. */
    private void line(byte[] line, int from, int lf, long start) {
        int to = lf > from && line[lf - 1] == '\r' ? lf - 1 : lf;
        if (to == lf) {
            boolean chunk = state == ReaderState.CHUNK_SIZE || state == ReaderState.CHUNK_END;
            judge.judge(chunk ? HttpRule.CHUNK_LINE_BREAK : HttpRule.BARE_LF, "", start + lf);
        }
        switch (state) {
            case START_LINE -> startLine(line, from, to, start);
            case FIELDS, TRAILERS -> {
                if (from < to) {
                    heading.section().add(line, from, to, start);
                } else {
                    emptyLine(start + lf + 1);
                }
            }
            case CHUNK_SIZE -> chunkSize(line, from, to, start);
            case CHUNK_END -> chunkEnd(from, to, start);
            default -> throw new IllegalStateException(state + " has no lines");
        }
    }

    private void startLine(byte[] line, int from, int to, long start) {
        if (from < to) {
            state = ReaderState.FIELDS;
            if (responses) {
                heading.statusLine(line, from, to, start);
            } else {
                heading.requestLine(line, from, to, start);
            }
        } else if (responses) {
            judge.judge(HttpRule.EMPTY_LINE, "", start + from);
        }
    }

    /** The empty line behind a header or trailer section; {@code end} is the place behind it. */
    private void emptyLine(long end) {
        if (state == ReaderState.TRAILERS) {
            finish(heading.section().take(), end);
        } else {
            head(end);
        }
    }

    /** The header section is complete: goes where the framing says. */
    private void head(long end) {
        HttpEvent.Head head = heading.complete(answered());
        events.add(head);
        switch (head.framing()) {
            case Framing.Sized(long length) when length > 0 -> count(ReaderState.SIZED, length);
            case Framing.Chunked chunked -> state = ReaderState.CHUNK_SIZE;
            case Framing.UntilClose untilClose -> state = ReaderState.UNTIL_CLOSE;
            default -> finish(Fields.NONE, end);
        }
    }

    private void count(ReaderState counting, long length) {
        state = counting;
        remaining = length;
    }

    private int counted(Octets piece, int at) {
        int to = at + (int) Math.min(piece.length() - at, remaining);
        events.add(new HttpEvent.Content(piece.slice(at, to)));
        remaining -= to - at;
        if (remaining == 0 && state == ReaderState.CHUNK_DATA) {
            state = ReaderState.CHUNK_END;
        } else if (remaining == 0) {
            finish(Fields.NONE, base + to);
        }
        return to;
    }

    private void chunkSize(byte[] line, int from, int to, long start) {
        HttpEvent.ChunkHeader header = ChunkLine.decode(line, from, to, start);
        heading.admit(header.size(), start + from);
        events.add(header);
        count(header.size() == 0 ? ReaderState.TRAILERS : ReaderState.CHUNK_DATA, header.size());
    }

    private void chunkEnd(int from, int to, long start) {
        if (from < to) {
            throw Judge.refuse(HttpRule.CHUNK_LINE_BREAK, "", start + from);
        }
        state = ReaderState.CHUNK_SIZE;
    }

    /** The message is complete: finds out what comes behind it. */
    private void finish(Fields trailers, long end) {
        events.add(new HttpEvent.End(trailers, Judge.where(end)));
        state = switch (heading.message()) {
            case HttpRequest request -> behind(request);
            case HttpResponse response -> behind(response);
        };
    }

    private static ReaderState behind(HttpRequest request) {
        boolean decides = request.method().equals(Method.CONNECT) || request.asksToSwitch();
        return decides ? ReaderState.PAUSED : ReaderState.START_LINE;
    }

    private ReaderState behind(HttpResponse response) {
        boolean switched = response.status() == 101;
        boolean tunnel = answered().equals(Method.CONNECT) && response.status() / 100 == 2;
        if (!response.interim() || switched) {
            expected.poll();
        }
        return switched || tunnel ? ReaderState.OPAQUE : ReaderState.START_LINE;
    }

    /** The method of the request that the next response answers. */
    private Method answered() {
        Method announced = expected.peek();
        return announced == null ? Method.GET : announced;
    }
}

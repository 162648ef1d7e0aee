package wirebook.jupyter.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import wirebook.jupyter.display.MimeBundle;
import wirebook.jupyter.interpreter.Completeness;
import wirebook.jupyter.interpreter.Completions;
import wirebook.jupyter.interpreter.Interpreter;
import wirebook.jupyter.message.BadMessage;
import wirebook.jupyter.message.Dict;

/**
 * The conversations of somebody who types: complete, inspect, is_complete. They get an answer whatever happens, and do not wait for a
 * cell that runs. Over the wire, places in the code are counted in code points.
 */
final class Questions {
    private final Interpreter interpreter;
    private final CountDownLatch started;
    private final Log log;

    /** @param started open once the interpreter may be asked */
    Questions(Interpreter interpreter, CountDownLatch started, Log log) {
        this.interpreter = interpreter;
        this.started = started;
        this.log = log;
    }

    /** {@code complete_request}. */
    Optional<Answer> complete(Request request) throws BadMessage {
        String code = request.content().text("code");
        int cursor = cursor(code, request.content());
        return Optional.of(completed(code, ask(() -> interpreter.complete(code, cursor), Completions.none(cursor))));
    }

    private static Answer completed(String code, Completions completions) {
        int start = code.codePointCount(0, completions.start());
        int end = code.codePointCount(0, completions.end());
        List<Map<String, Object>> types = completions.items().stream()
                .map(item -> typed(item, start, end))
                .toList();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(
                "matches",
                completions.items().stream().map(Completions.Item::text).toList());
        content.put("cursor_start", start);
        content.put("cursor_end", end);
        content.put("metadata", Map.of("_jupyter_types_experimental", types));
        return Answer.ok(content);
    }

    private static Map<String, Object> typed(Completions.Item item, int start, int end) {
        return Map.of(
                "start", start, "end", end, "text", item.text(), "type", item.type(), "signature", item.signature());
    }

    /** {@code inspect_request}. */
    Optional<Answer> inspect(Request request) throws BadMessage {
        String code = request.content().text("code");
        int cursor = cursor(code, request.content());
        int detail = request.content().number("detail_level", 0);
        Optional<MimeBundle> found = ask(() -> interpreter.inspect(code, cursor, detail), Optional.empty());
        Map<String, Object> content = Scene.bundled(found.orElse(MimeBundle.EMPTY));
        content.put("found", found.isPresent());
        return Optional.of(Answer.ok(content));
    }

    /** {@code is_complete_request}. */
    Optional<Answer> isComplete(Request request) throws BadMessage {
        String code = request.content().text("code");
        Completeness verdict = ask(() -> interpreter.isComplete(code), Completeness.UNKNOWN);
        String status = verdict.status().name().toLowerCase(Locale.ROOT);
        boolean more = verdict.status() == Completeness.Status.INCOMPLETE;
        return Optional.of(
                Answer.of(more ? Map.of("status", status, "indent", verdict.indent()) : Map.of("status", status)));
    }

    /** The index that the request's {@code cursor_pos} stands for; the end of the code if it gives none, or one outside. */
    private static int cursor(String code, Dict content) {
        int points = code.codePointCount(0, code.length());
        int cursor = content.number("cursor_pos", points);
        return code.offsetByCodePoints(0, cursor < 0 ? points : Math.min(cursor, points));
    }

    private <T> T ask(Supplier<T> question, T otherwise) {
        try {
            started.await();
            return question.get();
        } catch (Throwable fault) {
            log.fault("answering a question about code", fault);
            return otherwise;
        }
    }
}

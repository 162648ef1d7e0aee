package wirebook.jupyter.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wirebook.jupyter.interpreter.Outcome;

/**
 * What a request is answered.
 *
 * @param metadata of the reply
 * @param content of the reply
 * @param afterwards what is to be done when the reply is out and the kernel is idle again
 */
record Answer(Map<String, Object> metadata, Map<String, Object> content, Runnable afterwards) {
    /** {@code status: ok} and {@code content}. */
    static Answer ok(Map<String, Object> content) {
        Map<String, Object> full = new LinkedHashMap<>();
        full.put("status", "ok");
        full.putAll(content);
        return of(full);
    }

    /** An answer that says {@code content} and its status in it. */
    static Answer of(Map<String, Object> content) {
        return new Answer(Map.of(), content, () -> {});
    }

    /** {@code status: error} and why. */
    static Answer error(Outcome.Failed failure) {
        return of(content(failure));
    }

    /** A failure in the words of a reply. */
    static Map<String, Object> content(Outcome.Failed failure) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", "error");
        content.putAll(error(failure.name(), failure.value(), failure.traceback()));
        return content;
    }

    /** A failure in the words of IOPub's {@code error}. */
    static Map<String, Object> error(String name, String value, List<String> traceback) {
        return Map.of("ename", name, "evalue", value, "traceback", traceback);
    }

    Answer withMetadata(Map<String, Object> metadata) {
        return new Answer(metadata, content, afterwards);
    }

    Answer then(Runnable afterwards) {
        return new Answer(metadata, content, afterwards);
    }
}

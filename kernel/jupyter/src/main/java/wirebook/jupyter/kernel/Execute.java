package wirebook.jupyter.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wirebook.jupyter.display.MimeBundle;
import wirebook.jupyter.interpreter.Interpreter;
import wirebook.jupyter.interpreter.Outcome;
import wirebook.jupyter.message.BadMessage;
import wirebook.jupyter.message.Dict;

/** The execute conversation: {@code execute_input}, what the cell shows, its result or error, the reply; and the abort of what waits. */
final class Execute implements Handler {
    /** "Run all" sends cell after cell; one that fails faster than the others arrive would not abort them. */
    private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Interpreter interpreter;
    private final Scene.Stage stage;
    private final History history;
    private final AtomicLong arrivals;
    private final Log log;

    private int count;
    private long abortedUpTo;
    private volatile @Nullable Scene running;

    /** @param arrivals how many messages have come so far: those that wait when a cell fails are known by it */
    Execute(Interpreter interpreter, Scene.Stage stage, History history, AtomicLong arrivals, Log log) {
        this.interpreter = interpreter;
        this.stage = stage;
        this.history = history;
        this.arrivals = arrivals;
        this.log = log;
    }

    @Override
    public Optional<Answer> answer(Request request) throws BadMessage {
        if (request.arrival() <= abortedUpTo) {
            return Optional.of(aborted());
        }
        String code = request.content().text("code");
        boolean silent = request.content().flag("silent", false);
        boolean stored = !silent && request.content().flag("store_history", true);
        if (stored) {
            count++;
        }
        return Optional.of(run(request, code, new Scene(stage, request.message(), count, silent), stored));
    }

    private Answer aborted() {
        return Answer.of(Map.of("status", "aborted", "execution_count", count))
                .withMetadata(Map.of("status", "aborted"));
    }

    private Answer run(Request request, String code, Scene scene, boolean stored) {
        String started = stage.post().now();
        long begun = System.nanoTime();
        if (!scene.silent()) {
            scene.publish("execute_input", Map.of("code", code, "execution_count", scene.executionCount()));
        }
        Map<String, Object> expressions = new LinkedHashMap<>();
        Outcome outcome = running(request, code, scene, expressions);
        if (outcome instanceof Outcome.Failed && request.content().flag("stop_on_error", true)) {
            LockSupport.parkNanos(GRACE - (System.nanoTime() - begun));
            abortedUpTo = arrivals.get();
        }
        Answer answer = reply(outcome, expressions, scene, started);
        return stored ? answer.then(() -> history.add(scene.executionCount(), code, text(outcome))) : answer;
    }

    private Outcome running(Request request, String code, Scene scene, Map<String, Object> expressions) {
        log.hold();
        running = scene;
        try {
            Outcome outcome = guarded(() -> interpreter.execute(code, scene));
            show(outcome, scene);
            if (outcome instanceof Outcome.Ok) {
                evaluate(request.content().dict("user_expressions"), scene, expressions);
            }
            return outcome;
        } finally {
            running = null;
            scene.end();
            Thread.interrupted();
            log.release();
        }
    }

    private static void show(Outcome outcome, Scene scene) {
        switch (outcome) {
            case Outcome.Ok ok ->
                ok.result().filter(result -> !scene.silent()).ifPresent(result -> show(result, scene));
            case Outcome.Failed failed ->
                scene.publish("error", Answer.error(failed.name(), failed.value(), failed.traceback()));
        }
    }

    private static void show(MimeBundle result, Scene scene) {
        Map<String, Object> content = Scene.bundled(result);
        content.put("execution_count", scene.executionCount());
        scene.publish("execute_result", content);
    }

    private void evaluate(Dict expressions, Scene scene, Map<String, Object> results) {
        expressions
                .members()
                .forEach((name, expression) -> results.put(
                        name, result(guarded(() -> interpreter.evaluate(String.valueOf(expression), scene)))));
    }

    private static Map<String, Object> result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ok ok ->
                Answer.ok(Scene.bundled(ok.result().orElse(MimeBundle.EMPTY))).content();
            case Outcome.Failed failed -> Answer.content(failed);
        };
    }

    /** Runs the interpreter; whatever it throws is its outcome. */
    private Outcome guarded(Supplier<Outcome> code) {
        try {
            return code.get();
        } catch (Throwable fault) {
            log.fault("running a cell", fault);
            String message = fault.getMessage();
            return Outcome.failed(fault.getClass().getName(), message == null ? "" : message);
        }
    }

    private static Answer reply(Outcome outcome, Map<String, Object> expressions, Scene scene, String started) {
        Answer answer = switch (outcome) {
            case Outcome.Ok ok -> Answer.ok(Map.of());
            case Outcome.Failed failed -> Answer.error(failed);
        };
        Map<String, Object> content = new LinkedHashMap<>(answer.content());
        content.put("execution_count", scene.executionCount());
        content.put("user_expressions", expressions);
        content.put("payload", scene.payload());
        Object status = outcome instanceof Outcome.Ok ? "ok" : "error";
        return Answer.of(content).withMetadata(Map.of("started", started, "dependencies_met", true, "status", status));
    }

    private static Optional<String> text(Outcome outcome) {
        return outcome instanceof Outcome.Ok ok
                ? ok.result().map(result -> String.valueOf(result.data().getOrDefault("text/plain", "")))
                : Optional.empty();
    }

    /** Stops the running cell. Does nothing if none runs. */
    void interrupt() {
        if (running != null) {
            stage.stdin().interrupt();
            interpreter.interrupt();
        }
    }
}

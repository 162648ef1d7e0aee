package wirebook.jupyter.kernel;

import java.util.Map;
import java.util.Optional;
import wirebook.jupyter.interpreter.Outcome;

/** The conversations on the control channel: interrupt, shutdown, and what we decline. */
final class Control {
    private final Execute execute;
    private final Post post;
    private final Runnable stop;

    /** @param stop ends the kernel */
    Control(Execute execute, Post post, Runnable stop) {
        this.execute = execute;
        this.post = post;
        this.stop = stop;
    }

    /** {@code interrupt_request}. */
    Optional<Answer> interrupt(Request request) {
        execute.interrupt();
        return Optional.of(Answer.ok(Map.of()));
    }

    /** {@code shutdown_request}: the reply goes to everybody as well, so that all front ends know. */
    Optional<Answer> shutdown(Request request) {
        Answer answer = Answer.ok(Map.of("restart", request.content().flag("restart", false)));
        post.publish(request.header(), "shutdown_reply", answer.content());
        return Optional.of(answer.then(stop));
    }

    /** {@code create_subshell_request} and its like (JEP 91): cells share one interpreter, which runs one at a time. */
    Optional<Answer> noSubshells(Request request) {
        return Optional.of(Answer.error(Outcome.failed("SubshellsNotSupported", "this kernel has no subshells")));
    }

    /** {@code debug_request}: a response of the Debug Adapter Protocol that says no. */
    Optional<Answer> noDebugger(Request request) {
        return Optional.of(Answer.of(Map.of(
                "type",
                "response",
                "request_seq",
                request.content().number("seq", 0),
                "success",
                false,
                "command",
                request.content().optionalText("command").orElse(""),
                "message",
                "this kernel has no debugger",
                "body",
                Map.of())));
    }
}
